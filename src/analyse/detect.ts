import { francAll } from 'franc'
import type { Context } from '../core/contracts.ts'
import { canonicalTag, undetermined } from '../core/tags.ts'
import { placeAt, textOf } from '../core/text.ts'
import type { Document, LanguageGuess, LanguageTag } from '../core/types.ts'
import { commonWords, hanLanguages, scriptLanguages, simplifiedOnly, traditionalOnly } from '../languages/detection.ts'
import { languageTags } from '../languages/index.ts'
import { countScripts, mainScript } from './scripts.ts'

/** franc looks at no more than this many characters, so a document is sampled in windows of this size. */
const windowLength = 2048
const windowCount = 6
/** Under this many letters no method is reliable on Latin-script text (measured on headings and menu lines). */
const enoughLetters = 80
/** Between languages as alike as Dutch and Afrikaans, one with a pack of its own is the likelier guess by this much. */
const knownGain = 0.02
/** A stretch in another script or language is reported from this share of the letters on. */
const foreignShare = 0.1

/**
 * Tells the language of a document: the script first, then trigrams over windows from the whole text, then the
 * commonest words where trigrams are close. Never fails: text without letters is `und`. Close calls and mixed
 * documents are reported.
 */
export function detectLanguage(document: Document, override: LanguageTag | undefined, context: Context): LanguageGuess {
  if (override !== undefined) return { tag: override, by: 'user' }
  if (document.language !== undefined) return document.language
  const sample = sampleOf(document)
  const guess = guessFrom(sample)
  if (guess.tag === undetermined)
    report(context, document, 'DETECT_UNKNOWN', `The language of ${document.id} is not clear.`)
  else if (guess.runnerUp !== undefined)
    report(context, document, 'DETECT_CLOSE', `${document.id} looks like ${guess.tag}, but could be ${guess.runnerUp}.`)
  reportMixture(document, guess.tag, context)
  return guess
}

function report(context: Context, document: Document, code: string, message: string): void {
  context.report({
    code,
    level: 'warning',
    message,
    document: document.id,
    hint: 'Say which it is with --source-lang or --target-lang.',
  })
}

/** Up to six windows spread over the document, taken from its longest lines' surroundings first. */
function sampleOf(document: Document): readonly string[] {
  const { text } = document
  if (text.length <= windowLength * windowCount) return windows(text)
  const step = Math.floor((text.length - windowLength) / (windowCount - 1))
  return Array.from({ length: windowCount }, (_, i) => text.slice(i * step, i * step + windowLength))
}
function windows(text: string): readonly string[] {
  const count = Math.max(1, Math.ceil(text.length / windowLength))
  const size = Math.ceil(text.length / count)
  return Array.from({ length: count }, (_, i) => text.slice(i * size, (i + 1) * size))
}

function guessFrom(sample: readonly string[]): LanguageGuess {
  const joined = sample.join('\n')
  const counts = countScripts(joined)
  const script = mainScript(counts)
  if (script === undefined) return { tag: undetermined, by: 'default' }
  const byScript = languageOfScript(script, counts, joined)
  if (byScript !== undefined) return byScript
  return guessByTrigrams(sample, joined)
}

function languageOfScript(
  script: string,
  counts: ReadonlyMap<string, number>,
  text: string,
): LanguageGuess | undefined {
  const kana = (counts.get('Hira') ?? 0) + (counts.get('Kana') ?? 0)
  const han = counts.get('Hani') ?? 0
  const isKana = script === 'Hira' || script === 'Kana'
  // Japanese news is about one third kana; a Chinese text that quotes a Japanese name stays far below this share.
  if (isKana || (script === 'Hani' && kana > 0.1 * (han + kana))) return found(scriptLanguages.get('Kana'))
  if (script === 'Hani') return found(hanVariant(text))
  return found(scriptLanguages.get(script))
}
const found = (tag: LanguageTag | undefined): LanguageGuess | undefined =>
  tag === undefined ? undefined : { tag, by: 'script' }

/** Simplified or traditional, by the characters that only one of the two has; simplified when nothing tells. */
function hanVariant(text: string): LanguageTag {
  const simplified = new Set(simplifiedOnly)
  const traditional = new Set(traditionalOnly)
  let balance = 0
  for (const character of text) {
    if (simplified.has(character)) balance--
    else if (traditional.has(character)) balance++
  }
  return balance > 0 ? hanLanguages.traditional : hanLanguages.simplified
}

function guessByTrigrams(sample: readonly string[], joined: string): LanguageGuess {
  const totals = new Map<LanguageTag, number>()
  for (const part of sample)
    for (const [code, score] of francAll(part, { minLength: 10 }).slice(0, 12)) {
      const tag = canonicalTag(code)
      if (tag !== undefined && code !== undetermined) totals.set(tag, (totals.get(tag) ?? 0) + score * part.length)
    }
  const words = wordShares(joined)
  const known = new Set(languageTags)
  const length = Math.max(1, joined.length)
  const scored = [...totals]
    .map(([tag, total]) => ({ tag, score: total / length + (words.get(tag) ?? 0) + (known.has(tag) ? knownGain : 0) }))
    .concat([...words].filter(([tag]) => !totals.has(tag)).map(([tag, share]) => ({ tag, score: 0.6 + share })))
    .sort((a, b) => b.score - a.score || (a.tag < b.tag ? -1 : 1))
  const [best, second] = scored
  const letters = joined.match(/\p{L}/gu)?.length ?? 0
  if (best === undefined || letters < 3) return { tag: undetermined, by: 'default' }
  const isClose = second !== undefined && (best.score - second.score < 0.02 || letters < enoughLetters)
  return isClose ? { tag: best.tag, by: 'detector', runnerUp: second.tag } : { tag: best.tag, by: 'detector' }
}

/** Share of a text's words that are among the commonest of each language, 0..1. */
function wordShares(text: string): ReadonlyMap<LanguageTag, number> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const shares = new Map<LanguageTag, number>()
  if (words.length === 0) return shares
  for (const [tag, list] of commonWords) {
    const common = new Set(list.split(' '))
    let hits = 0
    for (const word of words) if (common.has(word)) hits++
    if (hits > 0) shares.set(tag, hits / words.length)
  }
  return shares
}

/** Reports long lines whose script differs from the document's, with the first place. */
function reportMixture(document: Document, tag: LanguageTag, context: Context): void {
  const main = mainScript(countScripts(document.text.slice(0, windowLength * windowCount)))
  if (main === undefined || tag === undetermined) return
  let letters = 0
  let foreign = 0
  let first: number | undefined
  for (const block of document.blocks.slice(0, 5000)) {
    const text = textOf(document.text, block.span).slice(0, windowLength)
    const counts = countScripts(text)
    const count = [...counts.values()].reduce((sum, n) => sum + n, 0)
    letters += count
    if (count < 20 || sameWriting(mainScript(counts), main, counts)) continue
    foreign += count
    first ??= block.span.start
  }
  if (first === undefined || foreign < foreignShare * letters) return
  context.report({
    code: 'DETECT_MIXED',
    level: 'warning',
    message: `${document.id} mixes scripts: ${Math.round((100 * foreign) / letters)} % of its letters stand in lines of another script than the rest.`,
    document: document.id,
    place: placeAt(document.text, first),
    hint: 'Check that the file holds one language; put each language in a file of its own.',
  })
}

/** Han with kana are one way of writing; so are a script and a few letters of another inside it. */
function sameWriting(script: string | undefined, main: string, counts: ReadonlyMap<string, number>): boolean {
  if (script === undefined || script === main) return true
  const wide = ['Hani', 'Hira', 'Kana']
  return (wide.includes(script) && wide.includes(main)) || (counts.get(main) ?? 0) > 10
}
