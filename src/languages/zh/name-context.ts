import { wordsOf } from '../_shared/lists.ts'
import { wordsBeforeNames } from './names.ts'

/** What may stand right behind a name beside the offices that also stand before one; own list, parted by white space. */
const wordsAfterNames = `
  先生 女士 夫人 小姐 同志 博士 教授 总统 總統 总理 總理 首相 主席 总书记 總書記 部长 部長 外长 外長 防长 防長 大臣 国务卿 國務卿 秘书长 祕書長 秘書長 大使 公使 特使 参赞 代表 议员 議員 议长
  議長 省长 省長 市长 市長 州长 州長 知事 书记 書記 校长 校長 院长 院長 会长 會長 社长 社長 董事长 董事長 总裁 總裁 上将 上將 中将 中將 少将 少將 大将 大將 将军 將軍 元帅 元帥 上校 女王 国王 國王 天皇
  皇后 王储 王儲 亲王 親王 公主 殿下 陛下 阁下 閣下 委员长 委員長 发言人 發言人 教练 教練 选手 選手 君 氏 老师 老師 医生 醫生 律师 律師 法官 神父 主教 教皇 教宗 一行 本人`

/** Words that support a name: before it and behind it, in all their forms. */
export const nameContext = {
  before: wordsOf(wordsBeforeNames).filter((word) => word.length > 1),
  after: wordsOf(wordsAfterNames),
}
