/** Vietnamese full stops that end no sentence, or not always; own lists. Words of a class are parted by white space. */
export const abbreviations = {
  /** Never at the end of a sentence. */
  never: `
    tp. tx. tt. q. p. h. x. kp. đ. ql. gs. pgs. ts. ths. th.s. bs. bsck. bscki. bsckii. ks. cn. ds. ls. lm. đd. gđ. pgđ. tgđ. pgs.ts. gs.ts. gs.tskh. tskh. pgs.tskh.
    ts.bs. pgs.ts.bs. ths.bs. gs.bs. gs.vs. nsnd. nsưt. ngnd. ngưt. tr. trđ. ct. cv. nxb. nhx. đt. sđt. tel. fax. vd. v.d. ví.dụ. vs. mr. mrs. ms. dr. prof. st. jr. col. gen.
    lt. maj. capt. sgt. adm. đ.c. đ/c. ô. b. ph. k.s. b.s. t.s. p.gs. hiệu.đính. cb. ch.b. bt. tbt. pct. pbt. tl. kt. tm. tuq. qđ. nđ. đhqg. ubnd. hđnd. thcs. thpt.
    tp.hồ tl. đvt. stt. mst. cmnd. cccd. xb. tb. tk. tcn. scn.`,
  /** At the end of one when a capital follows. */
  beforeCapital: `
    v.v. v.v.. vv. v.vv. v.v… s.v. co. inc. ltd. corp. jsc. tnhh. cp. a.m. p.m. km. kg. ha. đv.`,
  /** At the end of one only when an ordinary first word of a sentence follows. */
  beforeStarter: 'u.s. u.s.a. u.k. u.n. e.u. d.c.',
  /** Abbreviations before a number or a single letter, words elsewhere. */
  beforeNumber: 'điều khoản mục chương phần bài phụ no. nos. tr. t. c. ch. đ. kh. m. tập. q. p. h. art. vol. ql. tl.',
} as const

/** Small words between initials and a foreign surname. */
export const nameParticles = 'van de der den von zu da dos del della la le du el al bin ibn'

/** Words after which a single letter is a name and may end a sentence: `kế hoạch B.` */
export const wordsBeforeLetter =
  'hoạch b án loại nhóm lớp hạng khối vitamin gan tuýp chữ điểm mục bảng khu vùng tòa toà nhà phương hàng cột cấp đội lô'

/** Names with a mark at their end. */
export const shoutingNames = 'yahoo! jeopardy!'
