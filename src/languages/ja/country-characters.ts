import type { CountryCharacters } from '../_shared/country-compounds.ts'

/** Countries that one character stands for in compounds (日越, 訪米, 米軍); own list of conventions of the press. */
export const countryCharacters: CountryCharacters = {
  certainCountries: '日JP 米US 中CN 韓KR 英GB 仏FR 独DE 露RU ロRU 越VN 豪AU 印IN 朝KP',
  possibleCountries:
    '伊IT 伊IR 加CA 比PH 泰TH 蘭NL 西ES 葡PT 土TR 希GR 墺AT 墨MX 台TW 馬MY 星SG 緬MM 柬KH 老LA 蒙MN 波PL 瑞CH 芬FI 白BE 北KP 欧EU',
  framedCountries: '',
  framesBefore: '訪駐対在反親来離知滞渡',
  sureFramesBefore: '訪駐',
  framesBehind:
    '軍 側 政府 大統領 政権 国務 国防 首相 外相 議会 上院 下院 当局 企業 紙 艦 海軍 空軍 陸軍 兵 兵士 国内 国民 大使 大使館 領 産 企業 財務 高官 報道官 中央銀行 連邦 海兵隊 ベトナム タイ インド フィリピン インドネシア ASEAN EU NATO ・ASEAN ・EU ・NATO ・ベトナム ・タイ ・インド',
  relationWords: `
    関係 両国 両政府 双方 首脳 外相 防衛 国防 同盟 安保 安全保障 貿易 経済 協力 友好 国交 共同 協定 条約 宣言 戦争 対立 摩擦 交渉 会談 会合 協議 対話 間 国境 合同
    演習 交流 文化 外交 軍事 合意 提携 連携 三国 3カ国 三カ国 4カ国 修好 通商 投資 平和 漁業 航空 租税 科学 原子力 EPA FTA 2プラス2 中間`,
  ordinaryWords: `
    日中|中日|朝日|中英|英独|独英|中西|西中|中比|中台|台中|北米|中北|北中|北西|西北|北欧|欧米|中欧|西欧|中米|日独|英日|日英|日朝|西日|中越|越中|日露|中露|朝中|来日中|対中
    |対比|対独|反比|反独|反中|在中|在米中|対西|対北|対台|在北|独中|白中|日北|日西|日白|土日|日土|中土|日加|加中|中加|印中|比中|中白|台北|北台|親英|親日中|来中|日日|対日中|対対`,
  ordinaryStarts: `
    日々 日程 日常 日時 日本 日付 日記 日光 日数 日没 日曜 日産 日経 日系 日刊 日銀 日立 日野 日向 日高 日田 日照 日用 日替 米国 米価 米作 米飯 米粒 米沢 米子 米俵 中国 中心 中央 中東 中止 中断 中間
    中学 中小 中旬 中立 中部 中核 中国 中古 中毒 中継 中堅 中途 中級 中世 中核 中身 中盤 中継 韓国 英国 英語 英雄 英訳 英文 英知 英才 仏教 仏像 仏壇 独立 独自 独特 独占 独身 独裁 独創 独学 独立 露出 露店
    露骨 印刷 印象 印鑑 印紙 朝鮮 朝食 朝刊 朝廷 朝夕 朝礼 越権 越境 越冬 越後 越前 越中 豪雨 豪州 豪雪 豪華 豪快 豪邸 比較 比率 比例 比重 加盟 加入 加速 加工 加害 加減 西部 西側 西洋 土地 希望 台風 台湾
    白書 北部 北朝 北海 星座 欧州 馬力 伊豆 伊勢 波及 蘭学`,
  notLastFramed: '中',
  separators: '',
}
