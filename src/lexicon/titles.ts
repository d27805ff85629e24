import type { LanguagePack } from '../core/contracts.ts'
import { textOf } from '../core/text.ts'
import type { AnalysedDocument, Entity, Link, Span } from '../core/types.ts'
import type { Column, WordKnowledge } from './column.ts'
import { meaningsOf } from './meanings.ts'
import { termFinder } from './terms.ts'

/** Finds what a text names, as its pack does. */
export type NameFinder = LanguagePack['entities']

/** One side of a pair for the comparison of titles. */
export interface TitleSide {
  readonly document: AnalysedDocument
  readonly words: WordKnowledge
  readonly names: NameFinder
  readonly column: Column | undefined
}

/** Two titles are the same when their words cover each other to this degree (F-measure); tried on invented agreements. */
const enough = 0.45

interface Title {
  readonly segment: number
  readonly entity: Entity
  readonly words: readonly Word[]
  /** What its words may mean, together. */
  readonly concepts: ReadonlySet<number | string>
}
/** A content word or name, how much of the title it is, and the concepts or the key it may mean. */
interface Word {
  readonly start: number
  readonly end: number
  readonly concepts: ReadonlySet<number | string>
}

/**
 * Links titles that no list knows by what they are composed of: *Overeenkomst inzake de overdracht van
 * defensiematerieel* and 《防务设备转让协议》 share agreement, transfer, defence and equipment. Best match in both directions.
 */
export function linkTitles(source: TitleSide, target: TitleSide): readonly Link[] {
  const left = titlesOf(source)
  const right = titlesOf(target)
  if (left.length === 0 || right.length === 0) return []
  const { bestRight, bestLeft } = bestMatches(left, right)
  return [...bestRight].flatMap(([i, { at: j, score }]): readonly Link[] => {
    const [a, b] = [left[i], right[j]]
    if (a === undefined || b === undefined || score < enough || bestLeft.get(j)?.at !== i) return []
    const key = `title:${slugOf(a.entity.form ?? textOf(source.document.text, a.entity.span))}`
    const mention = (title: Title) => [{ segment: title.segment, span: title.entity.span }]
    const kind = a.entity.kind === 'treaty' || b.entity.kind === 'treaty' ? 'treaty' : 'title'
    return [
      { key, kind, confidence: Math.min(1, score + 0.3), by: 'composition', source: mention(a), target: mention(b) },
    ]
  })
}

interface Best {
  readonly at: number
  readonly score: number
}

/** The likest title of the other side for each that shares a concept with any; the first of equals. */
function bestMatches(
  left: readonly Title[],
  right: readonly Title[],
): { readonly bestRight: ReadonlyMap<number, Best>; readonly bestLeft: ReadonlyMap<number, Best> } {
  const byConcept = new Map<number | string, number[]>()
  right.forEach(({ concepts }, j) => {
    for (const concept of concepts) {
      const list = byConcept.get(concept)
      if (list === undefined) byConcept.set(concept, [j])
      else list.push(j)
    }
  })
  const bestRight = new Map<number, Best>()
  const bestLeft = new Map<number, Best>()
  left.forEach((a, i) => {
    const sharing = new Set([...a.concepts].flatMap((concept) => byConcept.get(concept) ?? []))
    for (const j of [...sharing].sort((x, y) => x - y)) {
      const b = right[j]
      const score = b === undefined ? 0 : similarity(a, b)
      if (score > (bestRight.get(i)?.score ?? 0)) bestRight.set(i, { at: j, score })
      if (score > (bestLeft.get(j)?.score ?? 0)) bestLeft.set(j, { at: i, score })
    }
  })
  return { bestRight, bestLeft }
}

/** Titles of one side, each where it stands first. */
function titlesOf(side: TitleSide): readonly Title[] {
  if (side.column === undefined) return []
  const column = side.column
  const titles = new Map<string, Title>()
  side.document.analyses.forEach((analysis, segment) => {
    for (const entity of analysis.entities) {
      if (entity.key !== undefined || (entity.kind !== 'title' && entity.kind !== 'treaty')) continue
      const text = entity.form ?? textOf(side.document.text, entity.span)
      if (titles.has(text)) continue
      const words = [...wordsOf(text, column, side.words), ...namesOf(text, side.names)]
      titles.set(text, { segment, entity, words, concepts: new Set(words.flatMap((word) => [...word.concepts])) })
    }
  })
  return [...titles.values()]
}

function wordsOf(text: string, column: Column, words: WordKnowledge): readonly Word[] {
  const span: Span = { start: 0, end: text.length }
  const found: Word[] = []
  const visit = (start: number, end: number, norm: string): void => {
    if (words.functionWords.has(norm)) return
    const concepts = new Set(meaningsOf(column, norm, words).map((meaning) => meaning.concept))
    found.push({ start, end, concepts })
  }
  words.words(text, span, visit)
  termFinder(column, words)(text, span, visit)
  return found
}

/** Countries, dates and the like inside a title; a title that stands for itself says nothing about its parts. */
function namesOf(text: string, names: NameFinder): readonly Word[] {
  const inner = text.replace(/[《》〈〉「」『』“”‘’"]/gu, ' ')
  return names(inner, { start: 0, end: inner.length }).flatMap((entity) =>
    entity.key === undefined || entity.span.end - entity.span.start === text.length
      ? []
      : [{ ...entity.span, concepts: new Set([entity.key]) }],
  )
}

/** F-measure of how much of each title is covered by words that share a concept with the other. */
function similarity(a: Title, b: Title): number {
  const p = coverage(a.words, b.concepts)
  const r = coverage(b.words, a.concepts)
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

function coverage(words: readonly Word[], concepts: ReadonlySet<number | string>): number {
  const all = new Set<number>()
  const hit = new Set<number>()
  for (const word of words) {
    const isHit = [...word.concepts].some((concept) => concepts.has(concept))
    for (let at = word.start; at < word.end; at++) {
      all.add(at)
      if (isHit) hit.add(at)
    }
  }
  return all.size === 0 ? 0 : hit.size / all.size
}

function slugOf(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-')
      .slice(0, 60) ?? ''
  )
}
