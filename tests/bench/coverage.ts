import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineSpans } from '../../src/core/text.ts'
import type { Span } from '../../src/core/types.ts'
import { languages } from '../../src/languages/index.ts'
import { indexColumn } from '../../src/lexicon/column.ts'
import { joinTables } from '../../src/lexicon/concepts.ts'
import { meaningsOf } from '../../src/lexicon/meanings.ts'
import { shippedRows, shippedTable } from '../../src/lexicon/shipped.ts'
import { termFinder } from '../../src/lexicon/terms.ts'
import { sharedFolder } from './shared.ts'

/** Texts to look words up for, by name. `isTest`: its missing words stay unsaid, so that nobody writes them into the lexicon. */
interface Sample {
  readonly name: string
  readonly texts: readonly string[]
  readonly isTest: boolean
}

interface Count {
  words: number
  known: number
  readonly missing: Map<string, number>
}

/** How many missing words `--missing` lists of each sample. */
const listed = 80

/**
 * Share of the content words of Dutch texts that the lexicon knows, by form, dictionary form, stem, parts, or as a part of a
 * term. Function words, numbers and names are left out; a capital inside a sentence makes an unknown word a name.
 */
export async function coverage(options: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const count = await createCounter('nl')
  const figures: Record<string, number> = {}
  for (const sample of samples()) {
    const total: Count = { words: 0, known: 0, missing: new Map() }
    for (const text of sample.texts) count(text, total)
    const share = total.known / Math.max(1, total.words)
    figures[sample.name] = share
    process.stdout.write(
      `${sample.name.padEnd(24)} ${(100 * share).toFixed(1).padStart(6)} % of ${total.words} words\n`,
    )
    if (options.includes('--missing')) process.stdout.write(`${sample.isTest ? classesOf(total) : wordsOf(total)}\n`)
  }
  return figures
}

const ownFolder = new URL('coverage/', import.meta.url)

function samples(): readonly Sample[] {
  const articles = readdirSync(ownFolder).sort()
  const texts = articles.map((file) => readFileSync(new URL(file, ownFolder), 'utf8'))
  const own = [
    { name: 'articles', texts, isTest: true },
    ...articles.map((file, i) => ({ name: `  ${file.replace('.txt', '')}`, texts: [texts[i] ?? ''], isTest: true })),
  ]
  const shared = sharedFolder()
  if (shared === undefined) return own
  const inGold = (set: string): readonly string[] =>
    readdirSync(join(shared, 'gold', set))
      .filter((document) => document !== '_book')
      .map((document) => readFileSync(join(shared, 'gold', set, document, 'src.nl.txt'), 'utf8'))
  const gold = ['udhr', 'di-guide', 'faq', 'gnome-help'].map((name) => ({ name, texts: inGold(name), isTest: false }))
  const seeds = readdirSync(join(shared, 'seeds')).filter((file) => file.endsWith('.nl.txt'))
  const seedTexts = seeds.map((file) => readFileSync(join(shared, 'seeds', file), 'utf8'))
  return [...own, { name: 'seed', texts: seedTexts, isTest: false }, ...gold]
}

async function createCounter(language: string): Promise<(text: string, total: Count) => void> {
  const pack = await languages.find((row) => row.tag === language)?.load()
  if (pack === undefined) throw new Error(`no pack for ${language}`)
  const column = indexColumn(joinTables(shippedRows.map(shippedTable)), language, pack)
  if (column === undefined) throw new Error(`the lexicon has no column for ${language}`)
  const terms = termFinder(column, pack)
  return (text, total) => {
    for (const span of lineSpans(text)) {
      const names = pack.entities(text, span).filter((entity) => entity.kind !== 'title')
      const inTerms: Span[] = names.map((entity) => entity.span)
      const known: Span[] = []
      terms(text, span, (start, end) => known.push({ start, end }))
      pack.words(text, span, (start, end, norm) => {
        const isIn = (spans: readonly Span[]): boolean => spans.some((each) => each.start <= start && each.end >= end)
        if (pack.functionWords.has(norm) || !/^\p{L}[\p{L}'-]+$/u.test(norm) || isIn(inTerms)) return
        const isKnown = isIn(known) || meaningsOf(column, norm, pack).length > 0
        if (!isKnown && isName(text, span, start)) return
        total.words++
        if (isKnown) total.known++
        else total.missing.set(norm, (total.missing.get(norm) ?? 0) + 1)
      })
    }
  }
}

/** A capital that no start of a sentence asks for. */
function isName(text: string, line: Span, start: number): boolean {
  const before = text.slice(line.start, start)
  return /^\p{Lu}/u.test(text.slice(start, start + 2)) && before !== '' && !/[.:!?“"'”»]\s*$/u.test(before)
}

function wordsOf({ missing }: Count): string {
  const ranked = [...missing].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, listed)
  return `  ${ranked.map(([word, times]) => (times > 1 ? `${word} ${times}` : word)).join(', ')}`
}

/** What the missing words look like, by the first pattern that fits. */
const shapes: readonly (readonly [string, RegExp])[] = [
  ['long, perhaps compounds', /^.{12,}$/u],
  ['past tenses and participles', /(?:[dt]e|[dt]en|^ge.*[dt]|^.{2,4}ge.*(?:[dt]|en))$/u],
  ['adjectives', /(?:[^e]e|ig|isch|lijk|aal|eel|ief|baar)$/u],
  ['plurals and infinitives', /(?:en|s)$/u],
  ['other', /./u],
]

function classesOf({ missing }: Count): string {
  const counts = new Map<string, number>()
  for (const [word, times] of missing) {
    const shape = shapes.find(([, pattern]) => pattern.test(word))?.[0] ?? 'other'
    counts.set(shape, (counts.get(shape) ?? 0) + times)
  }
  return `    ${[...counts].map(([shape, times]) => `${shape}: ${times}`).join(', ')}`
}
