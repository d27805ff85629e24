/** Reads the Unihan database as Debian's package `unicode-data` installs it (Unihan_*.txt.bz2; `bzcat` must be there). */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Field name → character → value, of the files Readings, Variants and OtherMappings in `folder`. */
export function readUnihan(folder) {
  const fields = new Map()
  for (const name of ['Readings', 'Variants', 'OtherMappings']) {
    const text = execFileSync('bzcat', [join(folder, `Unihan_${name}.txt.bz2`)], { maxBuffer: 1 << 30 }).toString()
    for (const line of text.split('\n')) {
      if (!line.startsWith('U+')) continue
      const [code, field, value] = line.split('\t')
      const values = fields.get(field) ?? new Map()
      values.set(characterOf(code), value)
      fields.set(field, values)
    }
  }
  return fields
}

/** `U+6F58<kMatthews` gives 潘. */
export const characterOf = (code) => String.fromCodePoint(Number.parseInt(code.split('<')[0].slice(2), 16))

/**
 * One character for all forms of it: the simplified form where there is one. Japanese forms that Unihan does not tie to
 * a simplified one are listed below (own list).
 */
export function readFolding(fields) {
  const values = (field) => fields.get(field) ?? new Map()
  const standard = new Set([...values('kGB0').keys(), ...values('kTGH').keys()])
  const folded = new Map()
  for (const [character, value] of values('kSimplifiedVariant')) {
    const targets = value.split(' ').map(characterOf)
    const target = targets.find((other) => other !== character && standard.has(other))
    if (target !== undefined && !targets.includes(character)) folded.set(character, target)
  }
  const fold = (character) => folded.get(character) ?? character
  for (const [older, value] of values('kJinmeiyoKanji')) {
    const code = /U\+[0-9A-F]+/u.exec(value)?.[0]
    if (code === undefined) continue
    const today = characterOf(code)
    if (!standard.has(fold(today))) folded.set(today, fold(older))
    else if (!standard.has(fold(older))) folded.set(older, fold(today))
  }
  for (const pair of ownForms.split(/\s+/u).filter(Boolean)) {
    const [target, ...forms] = [...pair]
    for (const form of forms) folded.set(form, target)
  }
  for (const [character, target] of folded) if (folded.has(target)) folded.set(character, folded.get(target))
  return { fold, folded, standard }
}

/** The form to fold to, then the forms that fold to it. */
const ownForms = `
一壱 乃廼迺 勋勲 娘嬢 吊弔 疏疎 胁脇 棱稜 泄洩 回廻 筱篠 熙煕凞 两両 丰豊 举挙 乡郷鄕 二弐 产産 仇讐讎 众衆 侄姪 俱倶 值値 假仮 兔兎 关関 冢塚 冰氷 净浄 凄淒 凶兇 剂剤 劝勧 劳労 升昇 占佔 卧臥 压圧 发発 变変 台坮 叹歎
向嚮 吞呑 启啓 吴呉 周週 咒呪 啮噛 囊嚢 围囲 国圀 图図 壤壌 壳殻 壶壷 处処 奖奨 妆粧 妒妬 姐姉 姬姫 娱娯 对対 尽侭 岁歳 岛嶌嶹 岩巌巖 岳嶽 崎﨑碕嵜 布佈 幸倖
床牀 废廃 弦絃 强彊 归帰 征徴徵 总総惣 恼悩 愈癒 户戸 戾戻 托託 扩拡 择択 据拠 插挿 搅撹 搔掻 效効 敕勅 斋斎 斗闘 暗闇 权権 枪鎗 柏栢 查査 栈桟 桥槗 梁樑 欢歓
污汚汙 泛汎 泼溌 泽沢 济済 涌湧 涩渋 清淸 渊渕 渎涜 游遊 溪渓 溯遡 满満 滨浜濵 灌潅 灵霊 灶竃 炮砲 炼錬 焰焔 牺犠 猎猟 琉瑠 痴癡 皂皁 皋皐 盐塩 睹覩 睿叡
矿砿鉱 硷鹸 碰踫 磷燐 秋穐龝 秘祕 稳穏 窗窓 竖竪 笼篭 系繋 经経 绘絵 绝絶 绣繍 继継 续続 绳縄 羡羨 群羣 聪聡 肃粛 脑脳 舍舎 船舩 艳艶 莺鴬 萤蛍 营営 藤籐 蜡蝋
蝇蝿 蝎蠍 裸臝 观観 觉覚 证証 译訳 说説 读読 谏諌 贱賎 赞讃賛讚 轻軽 边辺邉 迟遅 迹蹟 递逓 邻隣 郁欝 酱醤 释釈 里裡裏 釜釡 鉴鑑 钱銭 钵鉢 铁鉄銕 铺舗 锐鋭
锤鎚 镰鎌 阅閲 隐隠 隶隷 雇僱 雕彫 霸覇 青靑 面麺 韧靭 颈頚 颊頬 颖頴 颜顔 馆舘 驮駄 驱駈駆 驿駅 髓髄 高髙 鲹鯵 鸡鶏 鸥鴎 鹅鵞 鹤靍 齿歯 龄齢 龟亀`
