import type { Span } from '../../../core/types.ts'
import type { FindingPlace, Mended, UnitCheck } from '../finding.ts'
import { mapTexts, type Side, type Subject, withVariants } from '../subject.ts'

/** Spaces and tabs that stand double; line ends and no-break spaces are somebody's intention. */
const double = /[ \t]{2,}/gu
const sentenceEnd = /[.!?…。！？][”"’')\]」』）]*$/u

/** Double spaces inside, and spaces around whole sentences, that one side alone has. */
export const whiteSpaceCheck: UnitCheck = {
  id: 'white-space',
  kind: 'unit',
  title: 'spaces too many on one side',
  fix: 'repair',
  isSafe: true,
  needs: [],
  find: (subject) => {
    const places = subject.sides.flatMap((side) => placesIn(side, subject.sides))
    if (places.length === 0) return undefined
    return { severity: 'info', message: `spaces too many in ${languagesOf(subject, places)}`, places }
  },
  mend,
}

function languagesOf({ sides }: Subject, places: readonly FindingPlace[]): string {
  const variants = new Set(places.map(({ variant }) => variant))
  return [...new Set(sides.filter(({ index }) => variants.has(index)).map(({ language }) => language))].join(', ')
}

function placesIn(side: Side, sides: readonly Side[]): readonly FindingPlace[] {
  return spansOf(side, sides).map((span) => ({ variant: side.index, span }))
}

/** Spaces too many. Where all sides have such spaces, they are wanted: columns of a table, a text that is joined to others. */
function spansOf(side: Side, sides: readonly Side[]): readonly Span[] {
  const others = sides.filter((other) => other !== side && other.text.trim() !== '')
  if (others.length === 0 || !mayHold(side.text)) return []
  const isShared = (has: (text: string) => boolean): boolean => others.some(({ text }) => has(text))
  const { text } = side
  const spans: Span[] = []
  const start = text.length - text.replace(/^[ \t]+/u, '').length
  const end = trimmedEnd(text)
  if (end <= start) return []
  const isSentence = sentenceEnd.test(text.slice(start, end))
  if (start > 0 && isSentence && !isShared((other) => /^\s/u.test(other))) spans.push({ start: 0, end: start })
  if (!isShared((other) => /\S[ \t]{2,}\S/u.test(other)))
    for (const { index, 0: spaces } of text.slice(0, end).matchAll(double))
      if (index >= start && isInSentence(text, index, spaces.length) && !hasCodeAt(side, index + 1))
        spans.push({ start: index, end: index + spaces.length })
  if (end < text.length && isSentence && !isShared((other) => /\s$/u.test(other)))
    spans.push({ start: end, end: text.length })
  return spans
}

const mayHold = (text: string): boolean =>
  text.includes('  ') || text.includes('\t') || text.startsWith(' ') || text.endsWith(' ')

function trimmedEnd(text: string): number {
  let end = text.length
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--
  return end
}

/** True when an inline code stands at this place of the text: spaces on both sides of it are no double one. */
function hasCodeAt({ content }: Side, at: number): boolean {
  let place = 0
  for (const run of content) {
    if (run.kind === 'text') place += run.text.length
    else if (place === at) return true
  }
  return false
}

/** Three spaces or a tab make a column, and so does a line of its own. */
const isInSentence = (text: string, at: number, length: number): boolean =>
  length === 2 && !text.slice(at, at + length).includes('\t') && text[at - 1] !== '\n' && text[at + length] !== '\n'

function mend({ unit, sides }: Subject): Mended | undefined {
  const spans = sides.map((side) => spansOf(side, sides))
  if (spans.every((each) => each.length === 0)) return undefined
  return withVariants(
    unit,
    unit.variants.map((variant, i) => {
      const { text = '' } = sides[i] ?? {}
      const gone = goneUnits(spans[i] ?? [], text)
      let at = 0
      const content = mapTexts(variant.content, (run) => {
        const from = at
        at += run.length
        return [...run.split('').keys()].some((k) => gone.has(from + k))
          ? run
              .split('')
              .filter((_, k) => !gone.has(from + k))
              .join('')
          : run
      })
      return { ...variant, content: content.filter((run) => run.kind === 'code' || run.text !== '') }
    }),
  )
}

/** Offsets of the spaces that go: all at the ends, all but the first inside. */
function goneUnits(spans: readonly Span[], text: string): ReadonlySet<number> {
  return new Set(
    spans.flatMap(({ start, end }) => {
      const isEdge = start === 0 || end === text.length
      const from = isEdge ? start : start + 1
      return Array.from({ length: end - from }, (_, i) => from + i)
    }),
  )
}
