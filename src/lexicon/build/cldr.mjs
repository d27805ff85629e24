/**
 * Rebuilds `src/lexicon/cldr/keywords.tsv` from the npm packages `cldr-annotations-full` and
 * `cldr-annotations-derived-full` (48.2), unpacked into one folder each:
 *
 *     npx tsx src/lexicon/build/cldr.mjs FULL/package DERIVED/package
 *
 * The spoken name of an emoji is the same concept in every language. Its keywords are a bag: one is taken to render
 * another only where the two describe the same emojis, more than one.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const languages = ['nl', 'zh', 'en', 'de', 'fr', 'es', 'vi', 'ja', 'ko']
/** Dice coefficient of the emojis of two keywords, and how many both describe at least. */
const leastDice = 0.75
const leastShared = 2
/** More words make a description, not a term. */
const longestName = 3

const [full, derived] = process.argv.slice(2)
const annotations = new Map(languages.map((language) => [language, readLanguage(language)]))

function readLanguage(language) {
  const read = (folder, root) =>
    JSON.parse(readFileSync(join(folder, root, language, 'annotations.json'), 'utf8'))[root].annotations
  return { ...read(full, 'annotations'), ...read(derived, 'annotationsDerived') }
}

/** Skin tones, flags and signs are no words. */
const isTerm = (form) => form !== undefined && /^[\p{L}\p{M}' -]+$/u.test(form) && form.split(' ').length <= longestName
const isUnspaced = (language) => ['zh', 'ja'].includes(language)
const isForm = (language, form) =>
  isTerm(form) &&
  (!isUnspaced(language) ||
    (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(form) && form.length <= 8))

function nameRows() {
  const rows = []
  for (const emoji of Object.keys(annotations.get('nl'))) {
    const cells = languages.map((language) => {
      const name = annotations.get(language)[emoji]?.tts?.[0]
      return isForm(language, name) ? fold(language, name) : ''
    })
    if (cells[0] !== '' && cells[1] !== '') rows.push(cells)
  }
  return rows
}

function keywordRows() {
  const places = new Map(languages.map((language) => [language, placesOf(language)]))
  const dutch = places.get('nl')
  return [...dutch].flatMap(([keyword, emojis]) => {
    if (emojis.size < leastShared) return []
    const cells = languages.map((language) =>
      language === 'nl' ? keyword : bestPartner(emojis, language, places.get(language)),
    )
    // The partner must choose this keyword too.
    const back = cells[1] === '' ? '' : bestPartner(places.get('zh').get(cells[1]), 'nl', dutch)
    return back === keyword ? [cells] : []
  })
}

/** Emojis that each keyword of a language describes; skin tones of one gesture count once. */
function placesOf(language) {
  const places = new Map()
  for (const [emoji, { default: keywords = [] }] of Object.entries(annotations.get(language)))
    for (const keyword of keywords) {
      if (!isForm(language, keyword)) continue
      const form = fold(language, keyword)
      const set = places.get(form) ?? new Set()
      set.add(emoji.replace(/[\u{1f3fb}-\u{1f3ff}\ufe0f]|\u200d[♀♂]/gu, ''))
      places.set(form, set)
    }
  return places
}

function bestPartner(emojis, language, places) {
  const shared = new Map()
  for (const emoji of emojis)
    for (const form of keywordsOf(language, emoji)) shared.set(form, (shared.get(form) ?? 0) + 1)
  const scored = [...shared]
    .map(([form, count]) => ({ form, count, dice: (2 * count) / (emojis.size + (places.get(form)?.size ?? 0)) }))
    .filter(({ count, dice }) => count >= leastShared && dice >= leastDice)
    .sort((a, b) => b.dice - a.dice || b.count - a.count || (a.form < b.form ? -1 : 1))
  // Two that describe the same emojis equally well cannot be told apart.
  return scored.length === 0 || scored[0].dice === scored[1]?.dice ? '' : scored[0].form
}

const keywordsOf = (language, emoji) =>
  (annotations.get(language)[emoji]?.default ?? [])
    .filter((form) => isForm(language, form))
    .map((form) => fold(language, form))

/** German nouns have capitals; in other languages they are names. */
const fold = (language, form) => (language === 'de' ? form : form.toLowerCase())

/** One row a pair of Dutch and Chinese, with all that other languages say for it. */
function merged(rows) {
  const byPair = new Map()
  for (const cells of rows) {
    const key = `${cells[0]}\t${cells[1]}`
    const sets = byPair.get(key) ?? cells.map(() => new Set())
    for (const [i, cell] of cells.entries()) if (cell !== '') sets[i].add(cell)
    byPair.set(key, sets)
  }
  return [...byPair.values()].map((sets) => `x\t${sets.map((set) => [...set].join(';')).join('\t')}`)
}

const rows = merged([...nameRows(), ...keywordRows()]).sort()
const head = [
  '# Copyright © 1991-2026 Unicode, Inc. Names and keywords of emojis, from CLDR 48.2; rebuilt by src/lexicon/build/cldr.mjs',
  '# licence: Unicode-3.0, https://www.unicode.org/license.txt. The data are provided "as is", without warranty of any kind.',
  `pos\t${languages.join('\t')}`,
]
writeFileSync(new URL('../cldr/keywords.tsv', import.meta.url), `${[...head, ...rows].join('\n')}\n`)
