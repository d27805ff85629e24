/**
 * Learns how Chinese transcription characters sound in Latin letters, from the pack's own place names and from
 * `transcriptions.tsv` beside this file, and writes `src/languages/zh/sounds.tsv`:
 *
 *   node src/languages/zh/build/sounds.mjs /usr/share/unicode
 *
 * A character stands for a chunk of letters: consonants, then a rime; either may be missing. Expectation maximisation
 * over all ways to cut each name, with three levels that back each other up: the character, its syllable, and its
 * initial and final apart. Numbers written are costs in tenths of nats (minus the natural logarithm of a probability).
 * The third column of a character is how much oftener it stands in transcriptions than in ordinary text (frequencies of
 * Unihan's kHanyuPinlu), in tenths of nats. The last line has the characters that are frequent in ordinary text and
 * stand in no transcription.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFolding, readUnihan } from '../../build/unihan.mjs'
import { finals, initials, tableCharacters } from './sound-priors.mjs'

const unicode = process.argv[2]
if (unicode === undefined) {
  console.error('usage: sounds.mjs UNICODE_FOLDER')
  process.exit(2)
}

const here = dirname(fileURLToPath(import.meta.url))
const languages = join(here, '..', '..')
const rounds = 8
const onsets = /^[bcdfghjklmnpqrstvwxyz]*$/u
const rimes = /^(?:[aeiouy][aeiouywj]{0,3}(?:n|m|ng|r|h|l|gh)?|n|m|ng)?$/u

const fold = foldingOf(readLines('zh/variants.tsv'))
const syllables = syllablesOf(readLines('zh/readings.tsv'))
let pairs = [...placePairs(), ...namePairs()].flatMap(splitPair)
let model = priorModel()
for (let round = 0; round < rounds; round++) {
  const { counts, kept } = expect(pairs, model)
  model = modelOf(counts)
  if (round === 3) pairs = kept
}
const { counts, kept } = expect(pairs, model)
model = modelOf(counts)
console.log(`${kept.length} pairs kept of ${pairs.length}`)
writeModel(model, counts)

function readLines(name) {
  return readFileSync(join(languages, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
}

function foldingOf(lines) {
  const folding = new Map()
  for (const line of lines) {
    const [target, forms] = line.split('\t')
    for (const form of forms) folding.set(form, target)
  }
  return (text) => [...text].map((c) => folding.get(c) ?? c).join('')
}

/** Character → its syllable in transcriptions: the first that a preference names, else the first listed. */
function syllablesOf(lines) {
  const preferred = new Map(
    Object.entries({
      阿: '.a',
      什: 'sh.i',
      贾: 'j.ia',
      万: 'w.an',
      塞: 's.ai',
      色: 's.e',
      勒: 'l.e',
      那: 'n.a',
      佛: 'f.o',
      娜: 'n.a',
      若: 'r.uo',
      约: 'y.ue',
      柏: 'b.o',
      伯: 'b.o',
      泽: 'z.e',
      车: 'ch.e',
      都: 'd.u',
      尔: '.er',
      莎: 'sh.a',
      雅: 'y.a',
      茜: 'x.i',
      弗: 'f.u',
      亚: 'y.a',
      谷: 'g.u',
      曼: 'm.an',
      隆: 'l.ong',
      宁: 'n.ing',
      乐: 'l.e',
      扎: 'zh.a',
      佐: 'z.uo',
      厄: '.e',
      俄: '.e',
      齐: 'q.i',
      契: 'q.i',
      单: 'd.an',
      重: 'zh.ong',
      薄: 'b.o',
      夏: 'x.ia',
      会: 'h.ui',
      摩: 'm.o',
      波: 'b.o',
      科: 'k.e',
      克: 'k.e',
      蒂: 'd.i',
      提: 't.i',
      杜: 'd.u',
      丹: 'd.an',
      汗: 'h.an',
      桑: 's.ang',
      蒙: 'm.eng',
      鲁: 'l.u',
      里: 'l.i',
      切: 'q.ie',
      奇: 'q.i',
      秘: 'm.i',
      干: 'g.an',
      贝: 'b.ei',
      拉: 'l.a',
      马: 'm.a',
      布: 'b.u',
      巴: 'b.a',
      卡: 'k.a',
      哈: 'h.a',
      达: 'd.a',
      洛: 'l.uo',
      得: 'd.e',
      的: 'd.e',
      地: 'd.i',
      了: 'l.e',
      沙: 'sh.a',
      大: 'd.a',
      曲: 'q.u',
      朝: 'ch.ao',
      纳: 'n.a',
      朴: 'p.u',
      邦: 'b.ang',
      林: 'l.in',
      和: 'h.e',
      龙: 'l.ong',
      长: 'ch.ang',
      白: 'b.ai',
      北: 'b.ei',
      合: 'h.e',
    }),
  )
  const found = new Map()
  for (const line of lines) {
    const [reading, characters] = line.split('\t')
    for (const c of characters) if (!found.has(c)) found.set(c, reading)
  }
  for (const [c, reading] of preferred) found.set(c, reading)
  return found
}

/** Own place names: every Dutch or English form with every Chinese form, without the words for state, island and so on. */
function placePairs() {
  const column = (name) =>
    new Map(
      readLines(name).flatMap((line) => {
        const [key, forms] = line.split('\t')
        return key.startsWith('place:') ? [[key, forms.split(';')]] : []
      }),
    )
  const latin = [column('nl/gazetteer.tsv'), column('en/gazetteer.tsv')]
  const han = [column('zh/gazetteer.tsv'), column('zh/gazetteer-hant.tsv')]
  const pairs = []
  for (const key of han[0].keys()) {
    const left = new Set(
      latin.flatMap((names) => names.get(key) ?? []).filter((form) => /^\p{Lu}[^\s]+(?: \p{Lu}[^\s]+)?$/u.test(form)),
    )
    const right = new Set(
      han
        .flatMap((names) => names.get(key) ?? [])
        .map((form) =>
          fold(form).replace(/(?<=..)(?:自治州|共和国|半岛|群岛|海峡|火山|沙漠|[州省县市岛河湖山海港区郡])$/u, ''),
        ),
    )
    for (const a of left) for (const b of right) pairs.push([a, b, 1 / (left.size * right.size) ** 0.5])
  }
  return pairs
}

function namePairs() {
  return readFileSync(join(here, 'transcriptions.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [...line.split('\t').map((cell, i) => (i === 1 ? fold(cell) : cell)), 1])
}

/** One pair a part where both sides have as many parts. */
function splitPair([latin, han, weight]) {
  const left = latin.split(/[\s-]+/u)
  const right = han.split(/[·-]/u)
  const whole =
    left.length === right.length ? left.map((part, i) => [part, right[i]]) : [[left.join(''), right.join('')]]
  return whole
    .map(([a, b]) => ({ letters: lettersOf(a), characters: [...b], weight }))
    .filter(({ letters, characters }) => letters.length > 1 && characters.every((c) => syllables.has(c)))
}

/** Keep in step with `soundLetters` of src/languages/zh/sounds.ts. */
function lettersOf(name) {
  const special = {
    š: 'sh',
    č: 'ch',
    ć: 'ch',
    ž: 'zh',
    ş: 'sh',
    ș: 'sh',
    ţ: 'ts',
    ț: 'ts',
    ğ: '',
    ı: 'i',
    ł: 'w',
    ñ: 'ny',
    ø: 'o',
    å: 'o',
    æ: 'ae',
    ß: 'ss',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    œ: 'oe',
  }
  return [...name.normalize('NFC').toLowerCase()]
    .map((c) => special[c] ?? c)
    .join('')
    .normalize('NFD')
    .replace(/[^a-z]/gu, '')
    .replace(/([bcdfghjklmnpqrstvwxz])\1/gu, '$1')
}

function partsOf(character) {
  const [initial, final] = syllables.get(character).split('.')
  return { initial, final: final === 'i' && /^(?:zh|ch|sh|[rzcs])$/u.test(initial) ? 'ii' : final }
}

function priorModel() {
  return modelOf({ character: new Map(), syllable: new Map(), onset: new Map(), rime: new Map() })
}

/** Smoothed probabilities out of expected counts. */
function modelOf(counts) {
  const total = (row) => (row === undefined ? 0 : [...row.values()].reduce((a, b) => a + b, 0))
  const totals = Object.fromEntries(
    Object.entries(counts).map(([level, rows]) => [level, new Map([...rows].map(([k, row]) => [k, total(row)]))]),
  )
  const smooth = (level, key, value, strength, below) =>
    ((counts[level].get(key)?.get(value) ?? 0) + strength * below) / ((totals[level].get(key) ?? 0) + strength)
  const prior = (list, value, base) => {
    const at = list.indexOf(value)
    return at < 0 ? base * 0.12 ** value.length : (0.7 ** at * 0.9) / 3.4
  }
  const onset = (initial, value) =>
    smooth('onset', initial, value, 4, prior(initials[initial] ?? [initial], value, 0.02))
  const rime = (final, value) => smooth('rime', final, value, 4, prior(finals[final] ?? [final], value, 0.02))
  const apart = (initial, final, chunk) => onset(initial, chunk.onset) * rime(final, chunk.rime)
  const ofSyllable = (parts, syllable, chunk) =>
    smooth('syllable', syllable, chunk.text, 3, apart(parts.initial, parts.final, chunk))
  const ofCharacter = (character, chunk) => {
    const parts = partsOf(character)
    return smooth('character', character, chunk.text, 2, ofSyllable(parts, syllables.get(character), chunk))
  }
  return { ofCharacter, onset, rime, ofSyllable }
}

function chunksAt(letters, from) {
  const chunks = []
  for (let a = from; a <= Math.min(letters.length, from + 4); a++) {
    const onset = letters.slice(from, a)
    if (!onsets.test(onset)) break
    for (let b = a; b <= Math.min(letters.length, a + 5); b++) {
      const rime = letters.slice(a, b)
      if (b > from && rimes.test(rime)) chunks.push({ to: b, onset, rime, text: `${onset}.${rime}` })
    }
  }
  return chunks
}

/** Expected counts of one round, and the pairs that are transcriptions at all. */
function expect(all, current) {
  const counts = { character: new Map(), syllable: new Map(), onset: new Map(), rime: new Map() }
  const kept = []
  for (const pair of all) {
    const { letters, characters, weight } = pair
    const n = characters.length
    const m = letters.length
    const chunks = Array.from({ length: m + 1 }, (_, from) => chunksAt(letters, from))
    const ahead = Array.from({ length: n + 1 }, () => new Float64Array(m + 1))
    const behind = Array.from({ length: n + 1 }, () => new Float64Array(m + 1))
    ahead[0][0] = 1
    behind[n][m] = 1
    const edges = []
    for (let i = 0; i < n; i++)
      for (let from = 0; from < m; from++)
        for (const chunk of chunks[from]) edges.push({ i, from, chunk, p: current.ofCharacter(characters[i], chunk) })
    for (const { i, from, chunk, p } of edges) ahead[i + 1][chunk.to] += ahead[i][from] * p
    for (const { i, from, chunk, p } of [...edges].reverse()) behind[i][from] += behind[i + 1][chunk.to] * p
    const chance = ahead[n][m]
    // Less than this a letter is a translation (North for 北), not a transcription
    if (!(chance > Math.exp(-1.9 * m - 1))) continue
    kept.push(pair)
    for (const { i, from, chunk, p } of edges) {
      const share = (weight * ahead[i][from] * p * behind[i + 1][chunk.to]) / chance
      if (share < 1e-3) continue
      const { initial, final } = partsOf(characters[i])
      add(counts.character, characters[i], chunk.text, share)
      add(counts.syllable, syllables.get(characters[i]), chunk.text, share)
      add(counts.onset, initial, chunk.onset, share)
      add(counts.rime, final, chunk.rime, share)
    }
  }
  return { counts, kept }
}

function add(rows, key, value, share) {
  const row = rows.get(key) ?? new Map()
  row.set(value, (row.get(value) ?? 0) + share)
  rows.set(key, row)
}

/** Character → occurrences in ordinary text. */
function readFrequencies() {
  const fields = readUnihan(unicode)
  const { fold: foldCharacter } = readFolding(fields)
  const frequencies = new Map()
  for (const [character, value] of fields.get('kHanyuPinlu')) {
    const sum = [...value.matchAll(/\((\d+)\)/gu)].reduce((total, match) => total + Number(match[1]), 0)
    const target = foldCharacter(character)
    frequencies.set(target, (frequencies.get(target) ?? 0) + sum)
  }
  return frequencies
}

function writeModel(learnt, counts) {
  const tenths = (p) => Math.round(-10 * Math.log(p))
  const cheapest = (entries, most, count) =>
    entries
      .filter(([, cost]) => cost <= most)
      .sort(([x, a], [y, b]) => a - b || (x < y ? -1 : 1))
      .slice(0, count)
      .map(([value, cost]) => `${value}:${cost}`)
      .join(' ')
  const lines = []
  for (const [initial, list] of Object.entries(initials)) {
    const values = new Set([...list, ...(counts.onset.get(initial)?.keys() ?? [])])
    lines.push(
      `onset\t${initial}\t${cheapest(
        [...values].map((value) => [value, tenths(learnt.onset(initial, value))]),
        75,
        24,
      )}`,
    )
  }
  for (const [final, list] of Object.entries(finals)) {
    const values = new Set([...list, ...(counts.rime.get(final)?.keys() ?? [])])
    lines.push(
      `rime\t${final}\t${cheapest(
        [...values].map((value) => [value, tenths(learnt.rime(final, value))]),
        75,
        32,
      )}`,
    )
  }
  const total = (row) => [...row.values()].reduce((a, b) => a + b, 0)
  const inventory = new Set([...fold(tableCharacters)].filter((c) => syllables.has(c)))
  for (const [character, row] of counts.character) if (total(row) >= 1.5) inventory.add(character)
  const frequencies = readFrequencies()
  const sumOf = (values) => [...values].reduce((a, b) => a + b, 0)
  const allText = sumOf(frequencies.values())
  const allNames = sumOf([...counts.character.values()].map(total))
  for (const character of [...inventory].sort()) {
    const row = counts.character.get(character) ?? new Map()
    const inNames = (total(row) + 0.3) / (allNames + 0.3 * inventory.size)
    const inText = ((frequencies.get(character) ?? 0) + 3) / (allText + 3 * frequencies.size)
    const { initial, final } = partsOf(character)
    const chunks = [...row.keys()].map((text) => {
      const [onset, rime] = text.split('.')
      const chunk = { onset, rime, text }
      return {
        text,
        cost: tenths(learnt.ofCharacter(character, chunk)),
        apart: tenths(learnt.onset(initial, onset) * learnt.rime(final, rime)),
      }
    })
    const kept = chunks
      .filter(({ cost, apart }) => cost <= 60 && Math.abs(cost - apart) >= 4)
      .map(({ text, cost }) => [text, cost])
    lines.push(
      `character\t${character}\t${initial}.${final}\t${Math.round(10 * Math.log(inNames / inText))}\t${cheapest(kept, 60, 14)}`,
    )
  }
  const common = [...frequencies].filter(
    ([character, count]) => !inventory.has(character) && count / allText > 2e-5 && character.length === 1,
  )
  lines.push(
    `common\t${common
      .map(([character]) => character)
      .sort()
      .join('')}`,
  )
  const header = '# licence: CC0-1.0; costs learnt from own lists by src/languages/zh/build/sounds.mjs'
  writeFileSync(join(here, '..', 'sounds.tsv'), `${header}\n${lines.join('\n')}\n`)
  console.log(`${inventory.size} characters`)
}
