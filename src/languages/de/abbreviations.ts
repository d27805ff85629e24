/** German full stops that end no sentence, or not always; own lists. Words of a class are parted by white space; `z.b.` stands for `z. B.` too. */
export const abbreviations = {
  /** Never at the end of a sentence. */
  never: `
    hr. hrn. frl. fa. dr. drs. prof. ing. dipl. dipl.-ing. phil. med. jur. rer. nat. theol. habil. lic. präs. vors. stv. stellv.-präs.
    gen. gen.-sek. hptm. oberstlt. lt. obst. adm. kpt. kard. ehz. fst. gf. frhr. hzg. kg. kgl. st. skt. hl. sel. geb. gest. verst. verh. verw.
    z.b. zb. d.h. dh. d.i. i.d.r. i.d.f. i.e.s. i.w.s. i.a. i.v.m. i.h.v. i.s.v. i.s.d. i.z.m. i.b. i.g. u.a. ua. u.u. u.ä. u.z. v.a. va. m.e. m.w.
    m.a.w. m.h. s.o. s.u. o.g. og. o.b. z.t. zt. z.h. z.hd. z.zt. zzt. z.z. n.a. a.a.o. a.d. b.a.w. f.d.r. ggf. bzw. bspw. beisp. sog.
    sogen. insb. insbes. bes. vgl. vergl. evtl. event. inkl. einschl. exkl. ausschl. zzgl. abzgl. ca. circ. rd. mind. min. durchschn.
    lt. gem. betr. bez. bezgl. bzgl. entspr. resp. hrsg. hg. übers. bearb. verf. red. orig. dt. engl. frz. franz. ital. span. lat. griech.
    russ. chin. jap. niederl. österr. schweiz. amerik. europ. int. internat. nat. allg. ehem. eigtl. urspr. vorm. nachm. vorl. wiss. zw. zus.
    abt. abs.-nr. anm. verb. tsd. kath. ev. evang. ref. röm. milit. polit. wirtsch. stud. cand. bibl. str.-nr. mr. mrs. ms. pp. ppa.`,
  /** At the end of one when a capital follows. */
  beforeCapital: `
    usw. usf. etc. u.dgl. u.dgl.m. u.v.m. uvm. u.v.a. u.v.a.m. u.a.m. o.ä. o.dgl. ff. p.a. v.h. u.a.w.g. o.k.`,
  /** At the end of one only when an ordinary first word of a sentence follows. */
  beforeStarter: `
    e.v. g.m.b.h. inc. ltd. co. corp. llc. plc. jr. sr. u.s. u.s.a. usa. u.k. e.u. d.c. ph.d. b.a. m.a. b.sc. m.sc. ll.m. mba. s.a. n.v. b.v. cie. gebr. verl. ges. univ. str.
    pl. bhf. hbf. a.m. i.br.
    v.chr. n.chr. chr. jh. jhd. jhs. jhdt. mio. mrd. bio. mia. stk. std. sek. d.j. d.m. l.j. jan. feb. febr. mrz. apr. jun. jul. aug. sept. sep. okt. nov. dez.
    mag. dir. max. min. i.r. a.d.h. i.v. m.d.b. p.s. km. kg. cm. mm. qm. z.k. fr. sfr.`,
  /** Abbreviations before a number or a single letter, words elsewhere. */
  beforeNumber: `
    nr. nrn. art. abs. ziff. kap. bd. bde. s. sp. st. rn. rdnr. rz. lit. buchst. par. anh. anl. abb. tab. fig. taf. aufl. ausg. jg. jahrg. h.
    bl. z. v. az. drs. brs. bgbl. abl. tel. fax. mobil. hnr. zi. plz. postf. pos. teilnr. mo. di. mi. do. fr. sa. so. no. vol. p. unterabs. erw. erwgr.`,
} as const

/** Small words between initials and a German or foreign surname. */
export const nameParticles = "von vom zu zum zur van de ten ter te di da dos del della la le du el al bin ibn d'"

/** Words after which a single letter is a name and may end a sentence: `Plan B.` */
export const wordsBeforeLetter = `
  plan vitamin typ gruppe klasse buchstabe hepatitis influenza anlage anhang option kategorie ebene stufe block linie abschnitt zone
  punkt variante serie reihe team modell version teil strecke station saal antwort spalte formel faktor profil phase führerscheinklasse terminal tor gleis`

/** Words before a day, century or other number with a full stop that makes it an ordinal: `am 3. Oktober`. */
export const ordinalLeads = `
  am vom zum zur im beim ab bis seit der die das dem den des ein eine einen einem einer ihr ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner seines
  mein meine meinen meinem meiner unser unsere unseren unserem unserer jeder jede jedes jeden jedem dieser diese dieses diesen diesem und oder auf
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag nächsten letzten kommenden`

/** Nouns after such a number. */
export const ordinalNouns = `
  januar jänner februar märz april mai juni juli august september oktober november dezember jan feb febr mrz apr jun jul aug sep sept okt nov dez
  jahrhundert jahrhunderts jahrhunderten jh jhd jahrestag jahrestages jahrestags geburtstag todestag hochzeitstag mal platz rang tag tages tage stock etage runde auflage
  kapitel sitzung tagung konferenz gipfel gipfeltreffen kongress parteitag plenum weltkrieg lebensjahr wahlperiode legislaturperiode quartal minute spieltag
  etappe division armee bataillon republik verfassungszusatz nachtrag änderung jahr woche monat klasse liga staffel folge parallelgrad breitengrad`

/** Names with a mark at their end. */
export const shoutingNames = 'yahoo! jeopardy! joomla!'
