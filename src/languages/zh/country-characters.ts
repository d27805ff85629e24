import type { CountryCharacters } from '../_shared/country-compounds.ts'

/** Countries that one Chinese character stands for in compounds; own list of conventions of the press. */
export const countryCharacters: CountryCharacters = {
  certainCountries: `
  中CN 日JP 越VN 美US 俄RU 韩KR 韓KR 法FR 英GB 德DE 印IN 澳AU 柬KH 缅MM 緬MM 菲PH 泰TH 朝KP 荷NL`,
  possibleCountries: `
  老LA 寮LA 古CU 新SG 新NZ 紐NZ 纽NZ 马MY 馬MY 加CA 巴PK 巴BR 巴PS 以IL 伊IR 伊IQ 乌UA 烏UA 乌UZ 烏UZ 意IT 西ES 葡PT 比BE 蒙MN 瑞CH 瑞SE
  挪NO 丹DK 芬FI 波PL 捷CZ 匈HU 希GR 土TR 埃EG 沙SA 叙SY 敘SY 黎LB 哈KZ 吉KG 塔TJ 墨MX 智CL 委VE 秘PE 阿AR 阿AF 阿AE 孟BD 尼NP 尼NG 斯LK
  白BY 塞RS 保BG 罗RO 羅RO 奥AT 奧AT`,
  framesBefore: '访訪驻駐对對赴旅抵援涉留反亲親侨僑来來',
  sureFramesBefore: '访訪驻駐赴旅抵',
  framesBehind: '方 军 軍 媒 籍 裔 企 资 資 侨 僑 政府',
  relationWords: `
  关系 關係 两国 兩國 双边 雙邊 两党 兩黨 两军 兩軍 三国 三國 四国 四國 之间 之間 边境 邊境 边界 邊界 贸易 貿易 合作 友好 建交 战争 戰爭
  首脑 首腦 外长 外長 防务 防務 联合 聯合 声明 聲明 协定 協定 条约 條約 友谊 友誼 交流 混血 同盟 安保`,
  ordinaryWords:
    '美德|英德|中古|西方|比方|土方|中意|中波|中土|加以|对比|對比|反比|对白|對白|留意|来意|來意|来日|來日|旅日行|对中|對中',
  ordinaryStarts: `
  日后 日後 日前 日常 日益 日用 日期 日子 日光 日报 日報 日志 日誌 日程 日内 日內 美好 美丽 美麗 美味 美妙 美观 美觀 美女 美容 美术 美術 美食 中心
  中间 中間 中部 中午 中小 中期 中等 中学 中學 中年 中央 法律 法院 法制 法官 法规 法規 法治 英雄 英勇 印象 印刷 德育 以后 以後 以前 以外 以内 以來
  以来 以上 以下 以及 加强 加強 加入 加快 新的 新型 新生 新闻 新聞 老人 老年 老师 老師 意见 意見 意义 意義 阿姨 马上 馬上 比赛 比賽 比较 比較`,
  framedCountries: '华CN 華CN',
  separators: '',
}
