/**
 * Writes Japanese family and given names, and readings of single characters in names, from the IPA dictionary (Debian
 * package `mecab-ipadic`) and Unihan (`unicode-data`):
 *
 *   node src/languages/ja/build/names.mjs /usr/share/mecab/dic/ipadic/Noun.name.csv /usr/share/unicode
 *
 * Lines are sorted by reading, so that a reading is found without reading all of them in. Characters stand in the form that `zh/variants.tsv` folds to, readings in Hepburn letters with long vowels short. The
 * readings of characters are learnt by aligning every name with its kana (expectation maximisation).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFolding, readUnihan } from '../../build/unihan.mjs'
import { lettersOf, moraeOf, shortened } from './romaji.mjs'

const [dictionary, unicode] = process.argv.slice(2)
if (unicode === undefined) {
  console.error('usage: names.mjs NOUN.NAME.CSV UNICODE_FOLDER')
  process.exit(2)
}
const folder = join(dirname(fileURLToPath(import.meta.url)), '..')
const notice = readFileSync(join(folder, 'ipadic-notice.txt'), 'utf8').trim().split('\n')
const header = (source) =>
  `# licence: ${source}; rebuilt by src/languages/ja/build/names.mjs\n${notice.map((line) => `# ${line}`.trim()).join('\n')}\n`

const fields = readUnihan(unicode)
const { fold } = readFolding(fields)
/** Characters that Chinese writes by another one than Unihan ties them to. */
const alsoWritten = new Map('芸艺 辻十 畑田 畠田 町町 弁辨 予豫'.split(' ').map((pair) => [...pair]))

const names = readNames()
const pieces = learnPieces(names)
writeNames(
  'surnames.tsv',
  names.filter(({ kind }) => kind === '姓'),
)
writeNames(
  'given-names.tsv',
  names.filter(({ kind }) => kind === '名'),
)
writePieces(pieces)

function readNames() {
  return [...readDictionary(), ...readOwn()]
}

/** The own list beside this file. */
function readOwn() {
  return readFileSync(join(folder, 'build', 'more-names.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind, reading, form] = line.split('\t')
      return { kind: kind === 'surname' ? '姓' : '名', reading, form: [...form].map(fold).join('') }
    })
}

function readDictionary() {
  const text = new TextDecoder('euc-jp').decode(readFileSync(dictionary))
  return text.split('\n').flatMap((line) => {
    const cells = line.split(',')
    const morae = moraeOf(cells[11] ?? '')
    const form = [...(cells[0] ?? '').replace(/[ノの]/gu, '之').replace(/(.)々/gu, '$1$1')].map(fold).join('')
    if (morae === undefined || morae.length === 0 || !/^\p{Script=Han}+$/u.test(form)) return []
    return [{ form, morae, reading: shortened(lettersOf(morae)), kind: cells[7] }]
  })
}

/** Character → reading → expected count. */
function learnPieces(all) {
  const known = unihanReadings()
  let chances = (character, piece) => (known.get(character)?.has(piece) ? 1 : 0.01 / 4 ** piece.length)
  let counts = new Map()
  for (let round = 0; round < 6; round++) {
    counts = new Map()
    for (const { form, morae } of all) if (morae !== undefined) countSplits([...form], morae, chances, counts)
    const totals = new Map([...counts].map(([c, row]) => [c, [...row.values()].reduce((a, b) => a + b, 0)]))
    const last = counts
    chances = (character, piece) =>
      ((last.get(character)?.get(piece) ?? 0) + (known.get(character)?.has(piece) ? 0.3 : 1e-4)) /
      ((totals.get(character) ?? 0) + 1)
  }
  for (const [character, readings] of known) {
    const row = counts.get(character) ?? new Map()
    const isSeen = [...row.values()].some((count) => count > 1)
    // Long native readings that no name shows are verbs and adjectives; they stand for characters that no name has
    for (const [reading, isNative] of readings) {
      const isVerb = isNative && (reading.length > 5 || /[ui]$/u.test(reading))
      if (row.has(reading) || (isSeen ? !isVerb : reading.length < 7)) row.set(reading, (row.get(reading) ?? 0) + 1.5)
    }
    counts.set(character, row)
  }
  return counts
}

/** Adds what every way to split the morae over the characters is worth. */
function countSplits(characters, morae, chances, counts) {
  const n = characters.length
  const m = morae.length
  if (n > m || n > 6) return
  const ahead = Array.from({ length: n + 1 }, () => new Float64Array(m + 1))
  const behind = Array.from({ length: n + 1 }, () => new Float64Array(m + 1))
  ahead[0][0] = 1
  behind[n][m] = 1
  const edges = []
  for (let i = 0; i < n; i++)
    for (let from = i; from < m; from++)
      for (let to = from + 1; to <= Math.min(m, from + 5); to++) {
        // A piece starts with a mora of its own: no n, no doubled consonant
        if (morae[from] === 'n' || morae[from] === 'q') continue
        const piece = morae.slice(from, to).join('')
        edges.push({ i, from, to, piece, chance: chances(characters[i], piece) })
      }
  for (const { i, from, to, chance } of edges) ahead[i + 1][to] += ahead[i][from] * chance
  for (const { i, from, to, chance } of [...edges].reverse()) behind[i][from] += behind[i + 1][to] * chance
  const total = ahead[n][m]
  if (!(total > 0)) return
  for (const { i, from, to, piece, chance } of edges) {
    const share = (ahead[i][from] * chance * behind[i + 1][to]) / total
    if (share < 0.02) continue
    const row = counts.get(characters[i]) ?? new Map()
    row.set(piece, (row.get(piece) ?? 0) + share)
    counts.set(characters[i], row)
  }
}

/** Character → reading → it is a native one. */
function unihanReadings() {
  const readings = new Map()
  for (const field of ['kJapaneseOn', 'kJapaneseKun'])
    for (const [character, value] of fields.get(field)) {
      if (!fields.get('kJis0').has(character)) continue
      const row = readings.get(fold(character)) ?? new Map()
      for (const reading of value.toLowerCase().split(' '))
        if (/^[a-z]+$/u.test(reading) && row.get(reading) !== false) row.set(reading, field === 'kJapaneseKun')
      readings.set(fold(character), row)
    }
  return readings
}

function writeNames(name, rows) {
  const byReading = new Map()
  for (const { form, reading } of rows) {
    const forms = byReading.get(reading) ?? new Set()
    forms.add(form)
    const other = [...form].map((c) => alsoWritten.get(c) ?? c).join('')
    if (other !== form) forms.add(other)
    byReading.set(reading, forms)
  }
  const lines = [...byReading]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, forms]) => `${key}\t${[...forms].sort().join(' ')}`)
  writeFileSync(join(folder, name), `${header('IPADIC (notice below) and CC0-1.0 (own list)')}${lines.join('\n')}\n`)
  console.log(`${name}: ${lines.length} readings, ${rows.length} names`)
}

function writePieces(counts) {
  const byReading = new Map()
  for (const [character, row] of [...counts].sort()) {
    const pieces = [...row]
      .filter(([, count]) => count >= 1.4 && character.length === 1)
      .map(([piece]) => shortened(piece))
    for (const piece of new Set(pieces)) byReading.set(piece, (byReading.get(piece) ?? '') + character)
  }
  const lines = [...byReading].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, characters]) => `${key}\t${characters}`)
  writeFileSync(
    join(folder, 'readings.tsv'),
    `${header('IPADIC (notice below), Unicode-3.0 (Unihan 15.0, © 2022 Unicode, Inc., notice in _shared/unicode-notice.txt)')}${lines.join('\n')}\n`,
  )
  console.log(`readings.tsv: ${lines.length} readings`)
}
