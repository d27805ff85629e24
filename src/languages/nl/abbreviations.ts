/** Dutch full stops that end no sentence, or not always; own lists. Words of a class are parted by white space. */
export const abbreviations = {
  /** Never at the end of a sentence. */
  never: `
    dhr. hr. hrn. mevr. mevrn. mw. mej. mr. mrs. dr. drs. ir. ing. prof. ds. past.-em. kapt. kol. lt. luit. maj. sgt. adm. cdt. amb.
    secr. secr.-gen. pres. vice-pres. weth. gouv. jhr. jkvr. jkr. wed. fam. fa. gebr. st. ste. z.k.h. h.k.h. z.m. h.m. z.exc. h.exc. o.l.v.
    o.a. o.m. o.b.v. o.g.v. o.i.v. o.t.v. o.v.v. o.d. i.v.m. i.p.v. i.t.t. i.s.m. i.h.b. i.h.a. i.g.v. i.o.m. i.k.v. i.o. i.c. i.z.
    m.b.t. m.b.v. m.n. m.u.v. m.i.v. m.i. m.a.w. m.m.v. t.a.v. t.b.v. t.g.v. t.n.v. t.o.v. t.w.v. t.h.v. t.e.m. t.w. t.m. t.a.
    v.a. v.d. v.w.b. v.l.n.r. d.w.z. d.m.v. d.d. dd. d.i. n.a.v. n.l. a.d.h.v. a.h.v. b.g.v. h.o. u.i. w.o. w.v. r.v. c.q. cq. q.q.
    bijv. bv. bvb. ca. cca. cf. cfr. resp. nl. zgn. z.g. zog. evt. event. incl. excl. inz. vgl. verg. vlg. vnl. vnml. vert. bew. uitg. eds.
    afk. afl. afd. alg. arr. gem. prov. dpt. dep. int. internat. ong. geb. gest. overl. geh. gesch. waarsch. wrsch. eig. eigl. enk. znw. bnw.
    bt. ivm. ipv. tav. tbv. mbt. mbv. tgv. tov. obv. ism. miv. mn. oa. dmv. dwz.`,
  /** At the end of one when a capital follows. */
  beforeCapital: `
    enz. enzv. enzovt. etc. e.a. e.d. e.v. e.v.a. ea. ed. jl. j.l. ll. l.l. a.s. a.u.b. aub. s.v.p. svp. z.o.z. t.z.t. n.v.t. n.n.b. n.b. o.i.d.
    i.d. p.p. p.p.p.d. p.d. p.j. p.m. p.w. p.u. p.st. p.k. p.o. m.m. b.d. a.i. h.t. r.k. mln. mld. mio. mrd. milj. dzd. km. cm. mm. kg. ha. gr.
    ltr. u. chr. v.chr. n.chr. jan. feb. febr. mrt. apr. jun. jul. aug. sep. sept. okt. nov. dec. a.d. g.g.d. dgl. a.m.`,
  /** At the end of one only when an ordinary first word of a sentence follows. */
  beforeStarter: `
    n.v. b.v. v.z.w. vzw. c.v. v.o.f. vof. inc. ltd. co. corp. plc. llc. jr. sr. v.s. u.s. u.s.a. v.s.a. u.k. v.k. e.u. v.n. d.c. p.s. s.a.
    g.m.b.h. cie. mij. ph.d. b.a. m.a. bc. msc. bsc. m.sc. b.sc. ll.m. llm. mba. gen. min. max. sec. burg. dir. p.c. w.i. k.b. m.v. o.m. th.`,
  /** Abbreviations before a number or a single letter, words elsewhere. */
  beforeNumber: `
    art. artt. nr. nrs. no. nos. blz. pag. p. pp. par. lid. hfst. afb. fig. tab. bijl. dl. jg. jrg. vol. vs. vers. cap. stb. stcrt. trb. rn.
    r.o. ov. aant. noot. kol. reg. al. tel. fax. toest. bus. kmst. ma. di. wo. do. vr. za. zo. paragr. sub. zn. vraagnr. dos. zaaknr. kst.`,
} as const

/** Small words between initials and a Dutch or foreign surname. */
export const nameParticles = "van de der den ten ter te 't von zu zur di da dos del della la le du el al bin ibn op"

/** Words after which a single letter is a name and may end a sentence: `plan B.` */
export const wordsBeforeLetter = `
  plan vitamine type groep klasse letter hepatitis influenza bijlage optie categorie niveau blok lijn sectie zone punt variant serie vak
  rij fase team model versie deel poule route afdeling zaal antwoord lokaal gebouw kolom formule tarief label rijbewijs factor profiel`

/** Names with a mark at their end. */
export const shoutingNames = 'yahoo! jeopardy! yum! joomla!'
