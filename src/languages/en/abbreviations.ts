/** English full stops that end no sentence, or not always; own lists. Words of a class are parted by white space. */
export const abbreviations = {
  /** Never at the end of a sentence. */
  never: `
    mr. mrs. ms. messrs. mmes. dr. drs. prof. rev. hon. fr. sr.-gen. st. ste. mt. gen. lt. col. capt. cpt. sgt. cpl. maj. cmdr. cdr. adm. gov.
    sen. sens. rep. reps. pres. supt. insp. amb. atty. asst. assoc. dept. det. brig. pvt. pfc. e.g. i.e. eg. ie. cf. viz. vs. ca. approx. esp.
    incl. excl. resp. est. aka. a.k.a. w.r.t. w.l.o.g. i.a. et. ibid. op. cit. trans. eds. comp. ret. pub. illus. mgr. msgr. fwd. lt.-col.
    lt.-gen. maj.-gen. brig.-gen. vice-adm. dir.-gen. sec.-gen. h.e. h.m. h.r.h. r.adm.`,
  /** At the end of one when a capital follows. */
  beforeCapital: `
    etc. b.c. a.d. b.c.e. c.e. jan. feb. febr. apr. jun. jul. aug. sep. sept. oct. nov. dec. lb. lbs. oz. km. cm. mm. kg. hr. hrs. mins.
    secs. yd. yds. gal. mph. rpm. approx.-. bn. mln. tn. a.s.a.p. r.s.v.p. n.b. q.v. s.v.`,
  /** At the end of one only when an ordinary first word of a sentence follows. */
  beforeStarter: `
    inc. ltd. co. corp. llc. plc. l.l.c. jr. sr. esq. u.s. u.s.a. u.k. u.n. e.u. d.c. ph.d. m.d. b.a. m.a. b.sc. m.sc. ll.b. ll.m. m.b.a. m.p.
    n.y. n.j. l.a. s.a. bros. ave. blvd. rd. ln. sq. hwy. dist. univ. assn. mfg. intl. natl. govt. calif. conn. mich. minn. fla. tex.
    ariz. colo. okla. penn. tenn. va. wis. al. a.m. p.m. mon. tue. tues. wed. thu. thur. thurs. fri. ft. min. sec. max.
    p.r.c. r.o.k. d.p.r.k. u.a.e. u.s.s.r. p.s. p.o. r.i.p. o.k.`,
  /** Abbreviations before a number or a single letter, words elsewhere. */
  beforeNumber: `
    no. nos. nr. p. pp. pg. pgs. fig. figs. art. arts. sect. sects. ch. chs. chap. chaps. vol. vols. par. para. paras. eq. eqs. ex. tab. app. pt.
    pts. v. vv. ver. ed. ext. tel. apt. rm. ref. refs. cl. div. r. reg. s. ss. add. bk. bks. c. ann. sched. mar. may. sat. sun. doc. res. l. n.`,
} as const

/** Small words between initials and a surname. */
export const nameParticles = "van de der den ten ter te von zu zur di da dos del della la le du el al bin ibn o'"

/** Words after which a single letter, or the letter behind the plus, may end a sentence: `plan B.`, `you and I.` */
export const wordsBeforeLetter = `
  plan vitamin type group class letter hepatitis influenza annex appendix exhibit schedule option category level block line section zone
  point variant series grade team model version part generation route ward room answer column formula factor profile
  and+i or+i than+i nor+i as+i`

/** Names with a mark at their end. */
export const shoutingNames = 'yahoo! jeopardy! yum! joomla!'
