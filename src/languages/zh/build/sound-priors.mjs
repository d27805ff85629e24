/**
 * What the initials and finals of Mandarin stand for in transcriptions of Western, Slavic, Semitic and South-East Asian
 * names, the likeliest first (own list); where nothing is learnt, this holds. A final `ii` is the one of 斯 and 什.
 */
export const initials = {
  '': ['', 'h'],
  b: 'b p v bh bj'.split(' '),
  p: 'p b ph f pj'.split(' '),
  m: 'm mj n'.split(' '),
  f: 'f v ph w h pf'.split(' '),
  d: 'd t th dj dh'.split(' '),
  t: 't th d dt'.split(' '),
  n: 'n ny gn nj kn l'.split(' '),
  l: 'l r rh lj wr lh'.split(' '),
  g: 'g gh k gu c j q'.split(' '),
  k: 'k c q ch ck kh g cq qu'.split(' '),
  h: 'h ch kh g j gh x k wh'.split(' '),
  j: 'j g k c z dz gh ts ky dj ch d'.split(' '),
  q: 'ch c tch k tsj g j ts cz tj t q'.split(' '),
  x: 's sh x h c ch sch sj z hs kh'.split(' '),
  zh: 'j g zh dj zj dzh z ch'.split(' '),
  ch: 'ch tch tsj c tsch tj'.split(' '),
  sh: 'sh sch s sj ch x sz c'.split(' '),
  r: 'r zh j g y zj'.split(' '),
  z: 'z ds dz ts s tz c th j'.split(' '),
  c: 'ts tz z c cz s'.split(' '),
  s: 's c z th x sc ps ks'.split(' '),
  y: ['y', 'j', '', 'h', 'i', 'g', 'll'],
  w: ['w', 'v', '', 'hu', 'wh', 'u', 'gu', 'b', 'ou'],
}

export const finals = {
  a: ['a', 'ar', 'ah', 'aa', 'e', 'u', 'o', 'al', 'ha'],
  o: ['o', 'a', 'au', 'or', 'ou', 'aw', 'u', 'oh'],
  e: ['e', '', 'er', 'o', 'u', 'eu', 'oe', 'a', 'ur', 'ir'],
  ii: ['', 'e', 'i', 'u', 'y'],
  i: ['i', 'y', 'e', 'ie', 'ee', 'ij', 'ea', 'j', '', 'iy', 'ei'],
  u: ['u', '', 'oe', 'oo', 'o', 'ou', 'w', 'ul'],
  v: ['u', 'y', 'i'],
  ai: ['ai', 'i', 'ay', 'e', 'y', 'ei', 'ij', 'aj', 'ae', 'ey', 'a', 'ie'],
  ei: ['e', 'ei', 'ay', 'ai', 'a', 'ey', 'ee', 'ae', 'ej'],
  ao: ['o', 'au', 'ao', 'ow', 'ou', 'aw'],
  ou: ['o', 'ou', 'au', 'ow', 'u', 'oe'],
  ia: ['ia', 'ya', 'ja', 'a', 'ea', 'ha'],
  ie: ['e', 'ie', 'ye', 'je'],
  iao: ['io', 'iao', 'eo', 'yo', 'iau', 'o'],
  iu: ['iu', 'ew', 'u', 'ieu', 'you', 'eu'],
  ua: ['ua', 'wa', 'oa', 'a', 'hua'],
  uo: ['o', 'ua', 'uo', 'au', 'oa', 'or', 'a', 'u', 'ou'],
  uai: ['wai', 'hi', 'i', 'ui'],
  ui: ['ui', 'uy', 'ue', 'wi', 'ei'],
  ue: ['yo', 'o', 'jo', 'io', 'ue', 'ou'],
  ve: ['ue', 'e'],
  er: ['r', 'l', 'er', 're', 'le', 'el', '', 'al', 'ar', 'lle'],
  an: ['an', 'am', 'en', 'un', 'on', 'a', 'ain', 'ane', 'em', 'ahn', 'aan'],
  en: ['en', 'in', 'un', 'an', 'on', 'em', 'om', 'ern', 'um'],
  ang: ['an', 'ang', 'on', 'am', 'en', 'aun', 'om', 'oun'],
  eng: ['on', 'eng', 'en', 'ong', 'un', 'om', 'ung', 'an'],
  ong: ['on', 'ong', 'om', 'un', 'ung', 'um', 'oan'],
  in: ['in', 'ine', 'im', 'en', 'een', 'yn', 'ean', 'ijn', 'ing'],
  ing: ['ing', 'in', 'yn', 'ein', 'ine', 'im', 'eng'],
  ian: ['en', 'ian', 'yan', 'an', 'ain', 'ien', 'ane', 'enn', 'em', 'jan', 'aine'],
  iang: ['yan', 'ian', 'jan', 'iang'],
  iong: ['ion', 'iong', 'yon'],
  uan: ['uan', 'wan', 'on', 'oan', 'uen'],
  uang: ['uan', 'wan', 'uang'],
  un: ['un', 'on', 'en', 'oon', 'oun', 'uen', 'um'],
}

/** Characters of the transcription tables in use by Chinese news agencies, beside those that the lists show (own list). */
export const tableCharacters =
  '阿艾埃爱安昂奥澳巴芭白拜班邦包鲍保葆贝北本比彼别宾滨波玻博伯勃卜布查柴昌钱彻陈茨慈楚次聪达大代戴丹当道德得登邓迪狄蒂地典丁东杜都多' +
  '顿厄俄额恩尔法凡范方菲费芬丰冯佛夫弗福富盖甘干冈高戈哥格葛根贡古瓜关圭郭果哈海汉汗杭豪赫黑亨洪侯胡华怀惠霍基吉季济加佳贾简江' +
  '杰捷金津京久居均卡凯坎康考科柯克肯孔寇库夸奎昆拉腊莱赖兰朗劳勒雷蕾黎里理利立莉丽连莲良廖列林琳灵凌留刘柳龙隆卢鲁路露吕略' +
  '伦罗洛马玛迈麦曼芒毛茅梅门蒙孟米密苗明摩莫墨默穆姆木纳娜奈南瑙内嫩能尼妮年涅宁牛纽农努诺女欧帕派潘庞泡佩彭蓬皮平珀泼普蒲奇齐' +
  '契恰乔切钦琴青琼丘冉让热任日荣茹儒若萨塞赛三桑瑟森沙莎山尚邵绍舍申深神生圣盛施史什士朔舒顺斯丝司思松宋苏素孙索塔台泰坦汤唐' +
  '陶特滕提蒂廷通图托瓦万旺威韦维伟魏温文翁沃乌伍武西希锡熙夏香肖萧谢辛欣星兴休修须许叙雪逊亚雅延扬杨尧耶叶伊依易因英永尤优于约' +
  '越云扎泽曾詹张章赵哲真珍芝治智忠朱兹孜宗祖佐甫菈妲黛蒂菲芙歌涵荷嘉姬婕珂琪茜珊诗淑丝娃薇维雯霞娅妍伊茵瑛瑜贞珍芷川柯普丁贾契' +
  '喀朱刚耿厅苗泉川赤迭钮鼎朵芬绥崔窦窝渥渊苑兆仲纵尊佑祐岳晃浩勋奎魁凱杜邱裘龚'
