import { wordsOf } from '../_shared/lists.ts'

/** What ends right before a name: offices, ranks, callings, meeting someone; own list, parted by white space. */
const wordsBeforeNames = `
  总统 總統 总理 總理 首相 主席 委员长 委員長 议长 議長 国王 國王 女王 天皇 皇帝 王储 王儲 亲王 親王 公主 王子 教皇 教宗 总书记 總書記 书记 書記 省长 省長 市长 市長 州长 州長 知事 部长 部長 外长 外長
  防长 防長 财长 財長 大臣 外相 防相 国务卿 國務卿 国务委员 秘书长 秘書長 祕書長 大使 公使 领事 領事 特使 参赞 代表 团长 團長 发言人 發言人 局长 局長 司长 司長 院长 院長 校长 校長 所长 所長 会长 會長
  理事长 理事長 行长 行長 董事长 董事長 总裁 總裁 执行官 執行官 总经理 總經理 经理 經理 主任 参谋长 參謀長 总长 總長 司令 司令员 司令員 指挥官 指揮官 元帅 元帥 大将 大將 上将 上將 中将 中將 少将 少將
  将军 將軍 上校 中校 少校 上尉 教授 博士 医生 醫生 律师 律師 法官 检察官 檢察官 记者 記者 作家 诗人 詩人 导演 導演 演员 演員 歌手 科学家 科學家 学者 學者 专家 專家 先生 女士 小姐 同志 夫人 议员 議員
  领导人 領導人 领袖 領袖 领队 領隊 教练 教練 选手 選手 画家 畫家 哲学家 哲學家 物理学家 数学家 建筑师 作曲家 候选人 候選人 创始人 創始人 得主 冠军 冠軍 球星 球员 球員 前锋 门将 沙皇 独裁者 革命家 烈士
  会见 會見 会晤 會晤 接见 接見 拜会 拜會 致电 致電 邀请 邀請 迎接 采访 採訪`
/** What starts right behind a name: offices, forms of address, verbs of speaking; own list, parted by white space. */
const wordsAfterNames = `
  先生 女士 夫人 小姐 同志 博士 教授 总统 總統 总理 總理 首相 主席 总书记 總書記 部长 部長 外长 外長 防长 防長 大臣 国务卿 國務卿 秘书长 祕書長 秘書長 大使 公使 特使 参赞 代表 议员 議員 议长
  議長 省长 省長 市长 市長 州长 州長 知事 书记 書記 校长 校長 院长 院長 会长 會長 社长 社長 董事长 董事長 总裁 總裁 上将 上將 中将 中將 少将 少將 大将 大將 将军 將軍 元帅 元帥 上校 女王 国王 國王 天皇
  皇后 王储 王儲 亲王 親王 公主 殿下 陛下 阁下 閣下 委员长 委員長 发言人 發言人 教练 教練 选手 選手 老师 老師 医生 醫生 律师 律師 法官 神父 主教 教皇 教宗 一行 本人
  表示 指出 强调 強調 认为 認為 宣布 透露 称赞 坦言 呼吁 呼籲 重申 声称 聲稱 致辞 致辭 出席 访问 訪問 抵达 抵達 会见 會見 会晤 會晤`

/** Words that support a name: before it and behind it, simplified and traditional. */
export const nameContext = {
  before: wordsOf(wordsBeforeNames),
  after: wordsOf(wordsAfterNames),
}
