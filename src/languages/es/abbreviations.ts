/** Spanish full stops that end no sentence, or not always; own lists. Words of a class are parted by white space. */
export const abbreviations = {
  /** Never at the end of a sentence. */
  never: `
    sr. sra. srta. sres. sras. srtas. d. dª. dña. d.ª dr. dra. dres. dras. prof. profa. prof.ª lic. licdo. licda. ldo. lda. ing. arq. abg. abog. mtro. mtra. mons. fr. sor. p. pbro.
    rvdo. rvda. hno. hna. sto. sta. s.s. s.m. ss.mm. s.a.r. ss.aa.rr. s.e. excmo. excma. ilmo. ilma. hon. magdo. gral. gral.div. tte. cnel. cap. cmdte. cte. sgto. alte. valm. calm. pdte. pdta.
    pte. vicepdte. dir. dtor. dtora. secr. min. ud. uds. vd. vds. v.gr. v.g. p.ej. p.e. ej. i.e. e.g. cf. cfr. vid. ca. aprox. incl. excl. avda. av. avd. c/. ctra. pza. plza. pl. pº. urb. edif. depto. dpto.
    dep. prov. tfno. tlf. tel. fax. apdo. gob. admón. adm. col. colab. coord. trad. ed. eds. edit. comp. dtos. dcho. dcha. izq. izqda. gta. gtas. bco. cía. mr. mrs. ms. st. jr.
    ej.: rel. ref. supl. ss. ib. ibíd. íd. op. loc. máx. mín. vto. n.b. q.e.p.d. q.d.e.p. s.f. a.i. adj. art.º nacl. intl. int. ext. fdo. f.do. d.n.i. d.o. b.o.e. r.d. l.o. f.c. c.f. c.d. u.d. c.p. c.s.i.c.
    k.o. m.n.`,
  /** At the end of one when a capital follows. */
  beforeCapital: `
    etc. etcét. ene. feb. mar. abr. jun. jul. ago. sept. sep. set. oct. nov. dic. mill. mlls. km. kg. cm. mm. ha. hab. a.m. p.m. m. a. c. d.c. a.c. a.d. a.n.e. d.n.e. h. hrs. min. seg. pts. ptas. dls. cts. cénts. % tm.
    ptos. pta. lb. uds. aa. vv. mdd.`,
  /** At the end of one only when an ordinary first word of a sentence follows. */
  beforeStarter: `
    s.a. s.l. s.a.u. s.l.u. s.c. s.r.l. s.a.s. s.coop. cía. inc. ltd. co. corp. hnos. ee.uu. uu. ee. ff. aa. rr. cc. oo. jj. nn. u.s. u.s.a. u.k. e.u. e.u.a. u.e. o.n.u. r.u. d.f. n.y. c.a. a.c. c.v. d.c. p.d. ph.d. m.a. b.a. jr. sr. sdad.
    ltda. g.c. p.p. n.ª s.a.b.`,
  /** Abbreviations before a number or a single letter, words elsewhere. */
  beforeNumber: `
    artículo cláusula disposición capítulo art. arts. n. núm. núms. nro. nros. no. pág. págs. p. pp. cap. caps. vol. vols. t. tít. párr. párrs. apdo. apdos. ap. sec. secc. fig. figs. tab. ed. fol. f. lám. inc. lib. cl. disp. exp. expte. reg. res. dec. km.
    s. ss. ley. rs. sent. aptdo. anex. mod. lín.`,
} as const

/** Small words between initials and a surname. */
export const nameParticles = 'de del la las los y e i da dos di van von der den du le al bin ibn san santa'

/** Words after which a single letter is a name and may end a sentence: `plan B.` */
export const wordsBeforeLetter = `
  plan vitamina tipo grupo clase letra hepatitis gripe influenza anexo opción categoría nivel bloque línea sección zona punto variante serie fase equipo modelo versión
  parte sala respuesta aula edificio columna fórmula tarifa factor perfil turno puerta inciso`

/** Names with a mark at their end. */
export const shoutingNames = 'yahoo! jeopardy! ¡hola! hola! yum! joomla!'
