/**
 * Writes the readings of Han characters that names across scripts need, from the Unihan database:
 *
 *   node src/languages/build/name-readings.mjs /usr/share/unicode
 *
 * Written are `zh/variants.tsv` (the form all others are compared by, and the others), `zh/readings.tsv` (Mandarin),
 * `zh/cantonese.tsv` and `ko/readings.tsv` (a reading, its parts separated by dots, and the characters that have it), and
 * `vi/readings.tsv` (letters without marks, and for each reading with these letters its characters), which also holds the
 * own list of `vi/build/name-syllables.tsv`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFolding, readUnihan } from './unihan.mjs'

const languages = join(dirname(fileURLToPath(import.meta.url)), '..')
const licence = 'Unicode-3.0 (Unihan 15.0, © 2022 Unicode, Inc., notice in _shared/unicode-notice.txt)'

const folder = process.argv[2]
if (folder === undefined) {
  console.error('usage: name-readings.mjs FOLDER (with Unihan_Readings.txt.bz2)')
  process.exit(2)
}
const fields = readUnihan(folder)
const { fold, folded, standard } = readFolding(fields)
const scope = new Set()
for (const field of ['kGB0', 'kTGH', 'kJis0', 'kJinmeiyoKanji', 'kKoreanName'])
  for (const character of fields.get(field).keys()) if (character.length === 1) scope.add(fold(character))
for (const character of fields.get('kBigFive').keys()) if (standard.has(fold(character))) scope.add(fold(character))

writeVariants()
writeReadings('zh/readings.tsv', mandarin())
writeReadings('zh/cantonese.tsv', cantonese())
writeReadings('ko/readings.tsv', korean())
writeMarked('vi/readings.tsv', vietnamese())

function writeVariants() {
  const groups = new Map()
  for (const [character, target] of folded)
    if (character.length === 1 && scope.has(target) && character !== target)
      groups.set(target, (groups.get(target) ?? '') + character)
  write(
    'zh/variants.tsv',
    [...groups].sort().map(([target, forms]) => `${target}\t${forms}`),
  )
}

function mandarin() {
  const readings = readingsOf(['kMandarin', 'kTGHZ2013', 'kHanyuPinlu'], (value) =>
    value.split(' ').flatMap((entry) =>
      entry
        .replace(/^[\d.,]*:/u, '')
        .replace(/\(\d+\)/u, '')
        .split(','),
    ),
  )
  return mapReadings(readings, (reading) => {
    const letters = reading
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0304\u030c]/gu, '')
      .replace(/u\u0308/gu, 'v')
      .replace(/e\u0302/gu, 'e')
    const parts = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)([aeiouv][a-z]*)$/u.exec(letters)
    return parts === null ? undefined : `${parts[1]}.${parts[2]}`
  })
}

function cantonese() {
  const readings = readingsOf(['kCantonese'], (value) => value.split(' '))
  return mapReadings(readings, (reading) => {
    const parts = /^(gw|kw|ng|[bpmfdtnlgkhzcsjw]?)((?:aa?|eo|oe|yu|[eiou])[a-z]*|ng)[1-6]$/u.exec(reading)
    return parts === null ? undefined : `${parts[1]}.${parts[2]}`
  })
}

function korean() {
  const leads = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ').map((lead) => lead.replace('-', ''))
  const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
  const tails = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p h'.split(' ')
  const readings = readingsOf(['kHangul'], (value) => value.split(' ').map((entry) => entry.split(':')[0]))
  return mapReadings(readings, (reading) => {
    const code = reading.codePointAt(0) - 0xac00
    if (!(code >= 0 && code < 11172)) return undefined
    const lead = leads[Math.floor(code / 588)]
    return `${lead}.${vowels[Math.floor((code % 588) / 28)]}.${tails[code % 28].replace('-', '')}`
  })
}

function vietnamese() {
  const readings = readingsOf(['kVietnamese'], (value) => value.split(' '))
  for (const line of readFileSync(join(languages, 'vi/build/name-syllables.tsv'), 'utf8').split('\n')) {
    const [reading, characters] = line.split('\t')
    if (characters === undefined || line.startsWith('#')) continue
    for (const character of [...characters].map(fold))
      readings.set(character, (readings.get(character) ?? new Set()).add(reading))
  }
  return mapReadings(readings, (reading) => reading.normalize('NFC').toLowerCase())
}

/** Character → readings, of all forms of the character. */
function readingsOf(names, parse) {
  const readings = new Map()
  for (const name of names)
    for (const [character, value] of fields.get(name)) {
      const target = fold(character)
      if (!scope.has(target) || target.length > 1) continue
      const known = readings.get(target) ?? new Set()
      for (const reading of parse(value)) if (reading !== '') known.add(reading)
      readings.set(target, known)
    }
  return readings
}

/** Reading → characters. */
function mapReadings(readings, keyOf) {
  const byReading = new Map()
  for (const [character, known] of [...readings].sort())
    for (const key of new Set([...known].map(keyOf)))
      if (key !== undefined) byReading.set(key, (byReading.get(key) ?? '') + character)
  return byReading
}

function writeReadings(name, byReading) {
  write(
    name,
    [...byReading].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reading, characters]) => `${reading}\t${characters}`),
  )
}

/** One line for all readings with the same letters. */
function writeMarked(name, byReading) {
  const byLetters = new Map()
  for (const [reading, characters] of [...byReading].sort()) {
    const letters = reading
      .replaceAll('đ', 'd')
      .normalize('NFD')
      .replace(/[^a-z]/gu, '')
    byLetters.set(letters, [...(byLetters.get(letters) ?? []), `${reading}:${characters}`])
  }
  write(
    name,
    [...byLetters]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([letters, readings]) => `${letters}\t${readings.join(' ')}`),
    `${licence} and CC0-1.0 (own list)`,
  )
}

function write(name, lines, source = licence) {
  const path = join(languages, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `# licence: ${source}; rebuilt by src/languages/build/name-readings.mjs\n${lines.join('\n')}\n`)
  console.log(`${name}: ${lines.length} lines`)
}
