import type { AnalysedDocument, Entity, Mention, Span } from '../../core/types.ts'

/** A word with a capital, or a small one between two such. */
interface CapitalWord {
  readonly span: Span
  readonly text: string
  /** Part of something that has a key: a place, an organisation, a date. */
  readonly isKeyed: boolean
}

/** Words with a capital that stand side by side. */
export interface CapitalRun {
  readonly segment: number
  readonly words: readonly CapitalWord[]
}

const word = /[\p{Script=Latin}\p{M}'’]+(?:[-\u2010\u2011][\p{Script=Latin}\p{M}'’]+)*\.?/gu
const capital = /^\p{Lu}/u
/** Small words inside names (`van der`, `bin`) have no more letters, and no more of them stand side by side. */
const longestParticle = 3
const mostParticles = 2

/** Runs of words with capitals in the segments of a document; words that the text also writes small start no run. */
export function findCapitalRuns(document: AnalysedDocument): readonly CapitalRun[] {
  const small = smallWords(document.text)
  return document.segments.flatMap(({ span, index }) => {
    const keyed = (document.analyses[index]?.entities ?? []).filter((each) => each.key !== undefined)
    return runsOf(document.text, span, keyed).flatMap((words) => {
      const start = words.findIndex(({ text }) => !small.has(text.toLowerCase()))
      return start < 0 ? [] : [{ segment: index, words: words.slice(start) }]
    })
  })
}

function smallWords(text: string): ReadonlySet<string> {
  const small = new Set<string>()
  for (const [found] of text.matchAll(word)) if (!capital.test(found)) small.add(found)
  return small
}

function runsOf(text: string, span: Span, keyed: readonly Entity[]): readonly (readonly CapitalWord[])[] {
  const runs: CapitalWord[][] = []
  let run: CapitalWord[] = []
  let particles: CapitalWord[] = []
  let last = span.start
  const close = (): void => {
    if (run.length > 0) runs.push(run)
    run = []
    particles = []
  }
  for (const match of text.slice(span.start, span.end).matchAll(word)) {
    const start = span.start + match.index
    // A full stop behind a longer word ends the sentence
    const isLast = match[0].endsWith('.') && match[0].length > longestParticle
    const end = start + match[0].length - (isLast ? 1 : 0)
    const isKeyed = keyed.some((each) => each.span.start < end && start < each.span.end)
    const found = { span: { start, end }, text: text.slice(start, end), isKeyed }
    if (!/^[ \u00a0]?$/u.test(text.slice(last, start))) close()
    last = start + match[0].length
    if (capital.test(found.text)) {
      run.push(...particles, found)
      particles = []
    } else if (run.length > 0 && found.text.length <= longestParticle && particles.length < mostParticles)
      particles.push(found)
    else close()
    if (isLast) close()
  }
  close()
  return runs
}

/** A part of a run that may be a name. */
export interface NamePart {
  /** First word and the word behind the last. */
  readonly from: number
  readonly to: number
  readonly name: string
}

/** Two to four capitalised words in a row, with what stands between them; not those that all are part of things with a key. */
export function namePartsOf({ words }: CapitalRun): readonly NamePart[] {
  const parts: NamePart[] = []
  for (let from = 0; from < words.length; from++) {
    if (!capital.test(words[from]?.text ?? '')) continue
    let capitals = 1
    for (let to = from + 2; to <= words.length && capitals < 4; to++) {
      if (!capital.test(words[to - 1]?.text ?? '')) continue
      capitals++
      const part = words.slice(from, to)
      if (!part.every((each) => each.isKeyed)) parts.push({ from, to, name: part.map(({ text }) => text).join(' ') })
    }
  }
  return parts
}

/** The place of some words of a run. */
export function mentionOf({ segment, words }: CapitalRun, from: number, to: number): Mention {
  return { segment, span: { start: words[from]?.span.start ?? 0, end: words[to - 1]?.span.end ?? 0 } }
}
