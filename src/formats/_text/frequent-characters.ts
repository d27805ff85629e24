/**
 * Characters that running Chinese text is full of, simplified and traditional, and what Japanese text cannot do without.
 * Our own list: it only has to tell real text from the rare characters that a wrong encoding yields.
 */
export const frequentHan: ReadonlySet<string> = new Set(
  `的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里
用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与
长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西
斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四
神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听
白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争
运这進來國個們時說會對發後經為過還學樣關點業間問應戰頭體見產話內給門兒東聲義員處條題爾變總電數報實開長機動無與軍現當
種從將兩請選檔錯誤設編輯項檢視開關新增資訊網頁連線使用者执行文件错误选项请无法命令参数显示系统输入输出名称语言译句段越日美
中兴新闻记者总统政府部长会议协议安全合作双方访问表示认为今天昨天以及其中之间对于关于由于因此如果`,
)

/** True for kana, for marks and full-width forms of East Asian text, and for frequent characters. */
export function isFrequentEastAsian(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return (code >= 0x3000 && code <= 0x30ff) || (code >= 0xff01 && code <= 0xff60) || frequentHan.has(character)
}
