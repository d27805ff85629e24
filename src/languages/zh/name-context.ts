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
  说 說 称 稱 表示 指出 强调 強調 认为 認為 宣布 透露 称赞 坦言 呼吁 呼籲 重申 声称 聲稱 致辞 致辭 出席 访问 訪問 抵达 抵達 会见 會見 会晤 會晤`

/**
 * Ordinary words that end in a character of transcriptions and may stand right before a name, or start with one and stand
 * right behind it: they say that the name starts or ends there, and nothing more; own list.
 */
const edgesBefore = `
  因 即 除 都 将 各 今日 昨日 近日 当日 次日 同日 每日 俄罗斯 乌克兰 白俄罗斯 越南 日本 印尼 印度尼西亚 加拿大 新西兰 澳大利亚 土耳其 伊朗 以色列 古巴 老挝 柬埔寨 菲律宾 马来西亚
  新加坡 西班牙 荷兰 英格兰 苏格兰 波兰 芬兰 爱尔兰 巴西 墨西哥 阿根廷 比利时 葡萄牙 意大利 匈牙利 保加利亚 塞尔维亚 叙利亚 沙特 埃及 南非 尼日利亚 缅甸 泰国 巴基斯坦 阿富汗 哈萨克斯坦
  台湾 香港 北京 南京 东京 连 包括 特别 以及`
const edgesBehind = `
  因 都 各 将 周一 周二 周三 周四 周五 周六 周日 星期 上午 下午 今天 昨天 日前 今日 昨日 近日 当日 次日 同日 多次 多年 多数 因此 因为 本周 本月 本届 本次 内阁 内部 内政 各自 明确 明天 那 那时 何时 何以 第 提出 提到 提议 提名 提及 提供 提醒 提交
  保证 保持 支持 通过 通知 通电 通话 通了 通报 连任 连同 连续 路经 原定 原本 原则 高度 深感 深表 达成 加强 加入 加以 加快 列举 列席 切实 查明 图谋 特别 特意 马上 安排 利用 约定 约见 比较 广受 广泛
  政府 当局 里面 里的 法庭 法律 法案 土地 包括 史上 东道 清楚 清晨 万分 立即 立场 世界 平时 门下 果然 次子 思想 派出 派遣 治下 理解 理念 建议 历来 西装 西方 南下 北上 海外 基本 基于 根据 科学
  格外 素来 素有 温和 山上 什么`

/** Characters that are mostly words of their own: no name goes on over them, not even beside a separator; own list. */
const particles = `
  的 了 在 是 和 与 及 或 对 向 将 把 被 从 由 于 以 为 称 说 也 就 还 已 都 等 其 之 这 那 个 们 并 但 而 且 跟 给 让 使 则 所 有 不 会 要 能 曾 后 前 当 到 又 再 称 表 总 部 长 国`

/** Words that support a name, before it and behind it, simplified and traditional; and ordinary words that end it. */
export const nameContext = {
  before: wordsOf(wordsBeforeNames),
  after: wordsOf(wordsAfterNames),
  edgesBefore: wordsOf(edgesBefore),
  edgesBehind: wordsOf(edgesBehind),
  particles: wordsOf(particles),
}
