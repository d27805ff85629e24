/**
 * Rebuilds `src/lexicon/libreoffice/nl-zh.tsv` from the Debian packages libreoffice-l10n-nl, libreoffice-l10n-zh-cn,
 * libreoffice-help-nl and libreoffice-help-zh-cn (7.4.7), all unpacked into one folder:
 *
 *     npx tsx src/lexicon/build/libreoffice.mjs FOLDER
 *
 * Messages are joined by their id, paragraphs of the help by file and element id. IBM model 1 in both directions gives
 * p(zh|nl) and p(nl|zh); kept are pairs of √(p·q) ≥ 0.25; lower ones cost precision in comparable texts. Brown et al., The Mathematics of Statistical Machine
 * Translation, Computational Linguistics 19 (1993).
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack } from '../../languages/index.ts'
import { indexColumn } from '../column.ts'
import { coreConcepts } from '../concepts.ts'
import { termFinder } from '../terms.ts'

const rounds = 6
const leastProbability = 0.25
/** Longer segments teach little and cost their square. */
const longest = 40
/** Words that stand in fewer segments are paired by chance. */
const leastCount = 3

const [folder] = process.argv.slice(2)
const said = new Set()
const core = coreConcepts()
const dutch = await sideOf('nl')
const chinese = await sideOf('zh')
const pairs = [...messagePairs(), ...helpPairs()]
const segments = pairs.map(([nl, zh]) => [dutch.words(nl), chinese.words(zh)])
const named = nameIds(segments)
const forward = learn(named.segments, ([nl, zh]) => [nl, zh])
const backward = learn(named.segments, ([nl, zh]) => [zh, nl])
write()

async function sideOf(language) {
  const pack = await loadPack(language)
  const column = indexColumn(core, language, pack)
  const terms = termFinder(column, pack)
  const raw = (text) => {
    const span = { start: 0, end: text.length }
    const found = []
    const visit = (_start, _end, norm) => found.push(norm)
    pack.words(text, span, visit)
    if (pack.joiner === '') terms(text, span, visit)
    return found.filter((norm) => !pack.functionWords.has(norm) && /^[\p{L}\p{M}'-]+$/u.test(norm))
  }
  return { pack, column, raw, words: raw }
}

function* messagePairs() {
  const resource = (language) => join(folder, `usr/lib/libreoffice/program/resource/${language}/LC_MESSAGES`)
  for (const file of readdirSync(resource('nl')).sort()) {
    if (!existsSync(join(resource('zh_CN'), file))) continue
    const other = readCatalogue(join(resource('zh_CN'), file))
    for (const [id, text] of readCatalogue(join(resource('nl'), file))) {
      const zh = other.get(id)
      if (zh !== undefined && id !== '') yield* plainPair(text, zh)
    }
  }
}

/** A GNU message catalogue: text by id with its context. */
function readCatalogue(path) {
  const bytes = readFileSync(path)
  const texts = new Map()
  const stringAt = (table, i) => {
    const length = bytes.readUInt32LE(table + 8 * i)
    const start = bytes.readUInt32LE(table + 8 * i + 4)
    return bytes.toString('utf8', start, start + length)
  }
  for (let i = 0; i < bytes.readUInt32LE(8); i++)
    texts.set(stringAt(bytes.readUInt32LE(12), i), stringAt(bytes.readUInt32LE(16), i))
  return texts
}

function* helpPairs() {
  const help = (language) => join(folder, 'usr/share/libreoffice/help', language, 'text')
  for (const file of readdirSync(help('nl'), { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.html') || !existsSync(join(help('zh-CN'), file))) continue
    const other = readParagraphs(join(help('zh-CN'), file))
    for (const [id, text] of readParagraphs(join(help('nl'), file))) {
      const zh = other.get(id)
      if (zh !== undefined) yield* plainPair(text, zh)
    }
  }
}

function readParagraphs(path) {
  const text = readFileSync(path, 'utf8')
  const element = /<(p|h[1-6]|td|li)\b[^>]*\bid="((?:par|hd)_id[^"]*)"[^>]*>(.*?)<\/\1>/gsu
  return new Map([...text.matchAll(element)].map(([, , id, inner]) => [id, inner.replace(/<[^>]*>/gu, ' ')]))
}

/** Both texts without markup and marks of keys; none where the translation is missing or was seen before. */
function* plainPair(nl, zh) {
  const plain = (text) =>
    text
      .split('\0')[0]
      .replace(/<[^>]*>|&[a-z]+;|%[A-Z_]+|\$\w+|\(?~[A-Z]\)/gu, ' ')
      .replace(/[~_]/gu, '')
      .trim()
  const [a, b] = [plain(nl), plain(zh)]
  const key = `${a}\t${b}`
  if (a === '' || !/\p{Script=Han}/u.test(b) || /\p{Script=Han}/u.test(a) || said.has(key)) return
  said.add(key)
  yield [a, b]
}

/** Dutch words become dictionary forms that the texts or the vocabulary know; then words become numbers. */
function nameIds(texts) {
  const counts = new Map()
  for (const [nl] of texts) for (const word of nl) counts.set(word, (counts.get(word) ?? 0) + 1)
  const lemmaOf = (word) => {
    if (dutch.column.exact.has(word)) return word
    const lemmas = dutch.pack.lemmas(word)
    const known = lemmas.find((lemma) => dutch.column.exact.has(lemma))
    return known ?? lemmas.find((lemma) => (counts.get(lemma) ?? 0) > (counts.get(word) ?? 0) / 2) ?? word
  }
  const sides = [new Map(), new Map()]
  const idsOf = (side, words) => {
    const ids = sides[side]
    return [...new Set(words)].map((word) => {
      if (!ids.has(word)) ids.set(word, ids.size)
      return ids.get(word)
    })
  }
  const numbered = texts
    .map(([nl, zh]) => [idsOf(0, nl.map(lemmaOf)), idsOf(1, zh)])
    .filter(([nl, zh]) => nl.length > 0 && zh.length > 0 && nl.length <= longest && zh.length <= 2 * longest)
  const frequency = [0, 1].map((side) => {
    const total = new Uint32Array(sides[side].size)
    for (const segment of numbered) for (const id of segment[side]) total[id]++
    return total
  })
  return { segments: numbered, words: sides.map((ids) => [...ids.keys()]), frequency }
}

/** p(target | source) by expectation maximisation; an empty word takes what nothing explains. */
function learn(numbered, direct) {
  const empty = -1
  let table = new Map()
  const keyOf = (s, t) => (s + 1) * 1_000_000 + t
  for (let round = 0; round < rounds; round++) {
    const counts = new Map()
    const totals = new Map()
    for (const segment of numbered) {
      const [source, target] = direct(segment)
      const sources = [empty, ...source]
      for (const t of target) {
        let sum = 0
        for (const s of sources) sum += table.get(keyOf(s, t)) ?? (round === 0 ? 1 : 0)
        if (sum === 0) continue
        for (const s of sources) {
          const share = (table.get(keyOf(s, t)) ?? (round === 0 ? 1 : 0)) / sum
          if (share < 1e-6) continue
          counts.set(keyOf(s, t), (counts.get(keyOf(s, t)) ?? 0) + share)
          totals.set(s, (totals.get(s) ?? 0) + share)
        }
      }
    }
    table = new Map()
    for (const [key, count] of counts) {
      const p = count / totals.get(Math.floor(key / 1_000_000) - 1)
      if (p > 1e-4) table.set(key, p)
    }
  }
  return (s, t) => table.get(keyOf(s, t)) ?? 0
}

function write() {
  const together = new Map()
  for (const [nl, zh] of named.segments)
    for (const s of nl) for (const t of zh) together.set(s * 1_000_000 + t, (together.get(s * 1_000_000 + t) ?? 0) + 1)
  const rows = []
  for (const [key, count] of together) {
    const [s, t] = [Math.floor(key / 1_000_000), key % 1_000_000]
    if (count < 2 || named.frequency[0][s] < leastCount) continue
    const probability = Math.sqrt(forward(s, t) * backward(t, s))
    const [nl, zh] = [named.words[0][s], named.words[1][t]]
    if (probability < leastProbability || nl.length < 2 || !/^\p{Script=Han}+$/u.test(zh)) continue
    rows.push([nl, zh, probability.toFixed(2)])
  }
  rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : b[2] - a[2] || (a[1] < b[1] ? -1 : 1)))
  const head = [
    '# Word pairs learnt from the Dutch and Chinese texts of LibreOffice 7.4.7, © LibreOffice contributors; rebuilt by src/lexicon/build/libreoffice.mjs',
    '# licence: MPL-2.0. This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.',
    'nl\tzh\tprobability',
  ]
  writeFileSync(
    new URL('../libreoffice/nl-zh.tsv', import.meta.url),
    `${[...head, ...rows.map((row) => row.join('\t'))].join('\n')}\n`,
  )
  process.stdout.write(`${pairs.length} texts, ${rows.length} pairs\n`)
}
