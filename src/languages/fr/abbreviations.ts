/** French full stops that end no sentence, or not always; own lists. Words of a class are parted by white space; `p.ex.` stands for `p. ex.` too. */
export const abbreviations = {
  /** Never at the end of a sentence. */
  never: `
    m. mm. mme. mmes. mlle. mlles. mr. mrs. dr. drs. pr. prof. me. mes. mgr. mgrs. st. ste. sts. cf. cfr. p.ex. par.ex. ex. c.-à-d. c.à.d. càd. i.e. e.g. env. av. apr. ap. apt.
    boul. bd. bld. bvd. pl. sq. fg. imp. rte. ch. tél. fax. cap. capt. col. cdt. cne. gén. gal. lt. lieut. lcl. adj. amb. ambass. prés. vice-prés. sec. secr. secrét. dir. dép.
    sén. min. max. moy. nb. nbre. qqch. qqn. qq. s.e. s.m. s.a.r. s.s. s.exc. ss. r.p. p.-d.g. h.c. n.d. réf. vs. éd. éds. trad. coll. dact. int. intern. internat. nat.
    univ. fac. inst. org. soc. assoc. ets. éts. dépt. dpt. arr. arrdt. prov. rég. gouv. adm. admin. fém. masc. sing. plur. litt. lat. angl. all. fr. esp. ital. syn. ant. abrév.
    loc. op. cit. ibid. id. suppl. compl. dest. exp. obj. conf. rem. ill. illustr. ind. inéd. introd. anc. auj. bibl. br. cat. circ. corr. cr. dim. doc. dr. écon. fasc. fig. hist. jur. litt.`,
  /** At the end of one when a capital follows. */
  beforeCapital: `
    etc. av.j.-c. apr.j.-c. n.b. p.-s. p.s. s.v.p. svp. r.s.v.p. a.m. p.m. hab. km. kg. cm. mm. mn. mds. md. mio. mia. janv. févr. fév. avr. juill. juil. sept. oct. nov. déc.
    c.q.f.d. e.a. et.al. al. éq. env. fr. frs. ttc. h.t. t.t.c. suiv. sqq. s.`,
  /** At the end of one only when an ordinary first word of a sentence follows. */
  beforeStarter: `
    s.a. s.a.s. s.a.r.l. sarl. s.p.a. s.n.c. s.c.i. cie. inc. ltd. ltée. co. corp. llc. plc. jr. sr. u.s. u.s.a. u.k. u.e. o.n.u. n.u. u.r.s.s. s.n.c.f. ph.d. b.a. m.a. d.c. n.v. b.v. asbl. a.s.b.l.
    é.-u. e.-u. r.-u. q.g. p.m.e. p.i.b. t.v.a. p.d.g. b.d. o.n.g. r.d.c. r.p.c. r.f.a. r.d.a. v.o.`,
  /** Abbreviations before a number or a single letter, words elsewhere. */
  beforeNumber: `
    no. nos. n. art. arts. al. par. para. §. chap. chapt. sect. tit. t. vol. fig. tab. tabl. pl. p. pp. pag. f. ff. l. v. vv. ann. app. add. livr. liv. num. lett. rés. réf. r. c. pt. alin. tel. tél. bte. b.p. c.p. c.s. lun. mar. mer. jeu. ven. sam. dim. rec. sér. éd. bull.`,
} as const

/** Small words between initials and a French or foreign surname. */
export const nameParticles =
  "de du des le la les d' l' van der den von zu di da dos del della el al bin ibn ben ould saint"

/** Words after which a single letter is a name and may end a sentence: `le plan B.` */
export const wordsBeforeLetter = `
  plan vitamine type groupe classe lettre hépatite influenza annexe appendice option catégorie niveau bloc bâtiment ligne section zone point
  variante série équipe modèle version partie salle réponse colonne formule facteur profil phase permis ligue porte hall quai ticket figure tableau`

/** Names with a mark at their end. */
export const shoutingNames = 'yahoo! jeopardy! joomla!'
