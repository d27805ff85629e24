import type { ColumnPart } from './column.ts'
import { indexForms } from './form-index.ts'
import { formAt, type PackedColumn } from './packed-column.ts'

/** A concept that another one reaches through a word of a third language, and how sure that is, 0..1. */
export interface Reached {
  readonly concept: number
  readonly trust: number
}

/** The ways from concepts of sources that know the source language to those of sources that know the target language. */
export type Bridge = (concept: number) => readonly Reached[]

/** That two words mean the same because both are rendered by the same word of a third language, when it has no other use. */
const pivotTrust = 0.8
/**
 * A word of the third language with many ways says little. The chance falls with the square root of their number: against the
 * pairs that an own vocabulary lists directly, this gives about the share of pairs that are right, the number itself far less.
 */
const evidenceOf = (ways: number): number => pivotTrust / Math.sqrt(ways)
/** A word of the third language with more ways from concepts of one source to concepts of the other says nothing. */
const mostWays = 60
/** No concept reaches more than this many. */
const mostReached = 80
/** How much less each rank of a rendering says. */
const rankLoss = 0.15

/** Two sources with their columns of the third language. */
export interface BridgeEnds {
  readonly left: ColumnPart
  readonly right: ColumnPart
}

/** Opens the ways between sources; what a concept reaches is worked out when it is asked for. */
export function openBridge(ends: readonly BridgeEnds[]): Bridge {
  const spans = ends.map(openSpan)
  return (concept) => {
    const reached = spans.flatMap((span) => span(concept))
    return reached.length <= mostReached ? reached : reached.sort((a, b) => b.trust - a.trust).slice(0, mostReached)
  }
}

function openSpan({ left, right }: BridgeEnds): Bridge {
  const forms = formsByConcept(left.packed)
  const find = meetingForms(left.packed, right.packed)
  return (concept) => {
    const reached: Reached[] = []
    for (const { form, rank } of forms(concept - left.firstConcept)) {
      const other = find(form)
      if (other < 0) continue
      const ways = sensesOf(left.packed, form) * sensesOf(right.packed, other)
      if (ways > mostWays) continue
      for (let k = firstSense(right.packed, other); k < (right.packed.senseEnds[other] ?? 0); k++) {
        const sense = right.packed.senses[k] ?? 0
        const ranks = (1 + rankLoss * rank) * (1 + rankLoss * (sense & 255))
        reached.push({ concept: right.firstConcept + (sense >>> 8), trust: evidenceOf(ways) / ranks })
      }
    }
    return reached
  }
}

const firstSense = (column: PackedColumn, form: number): number => (form === 0 ? 0 : (column.senseEnds[form - 1] ?? 0))
const sensesOf = (column: PackedColumn, form: number): number =>
  (column.senseEnds[form] ?? 0) - firstSense(column, form)

/** A rendering of a concept by the number of its form. */
interface Rendering {
  readonly form: number
  readonly rank: number
}

/** Renderings of each concept: the senses of a column the other way round. */
function formsByConcept(column: PackedColumn): (concept: number) => readonly Rendering[] {
  const concepts = column.senses.reduce((most, sense) => Math.max(most, (sense >>> 8) + 1), 0)
  const starts = new Uint32Array(concepts + 1)
  for (const sense of column.senses) starts[(sense >>> 8) + 1] = (starts[(sense >>> 8) + 1] ?? 0) + 1
  for (let c = 0; c < concepts; c++) starts[c + 1] = (starts[c + 1] ?? 0) + (starts[c] ?? 0)
  const next = starts.slice()
  const forms = new Uint32Array(column.senses.length)
  const ranks = new Uint8Array(column.senses.length)
  let k = 0
  for (let form = 0; form < column.ends.length; form++)
    for (; k < (column.senseEnds[form] ?? 0); k++) {
      const sense = column.senses[k] ?? 0
      const place = next[sense >>> 8] ?? 0
      next[sense >>> 8] = place + 1
      forms[place] = form
      ranks[place] = sense & 255
    }
  return (concept) => {
    if (concept < 0 || concept >= concepts) return []
    const found: Rendering[] = []
    for (let at = starts[concept] ?? 0; at < (starts[concept + 1] ?? 0); at++)
      found.push({ form: forms[at] ?? 0, rank: ranks[at] ?? 0 })
    return found
  }
}

/** The same form in another column; -1 for function words, which lead everywhere. */
function meetingForms(left: PackedColumn, right: PackedColumn): (form: number) => number {
  const index = indexForms(right)
  const idle = new Set(left.functionForms)
  const known = new Map<number, number>()
  return (form) => {
    const found = known.get(form)
    if (found !== undefined) return found
    const text = formAt(left, form)
    const other = idle.has(form) ? -1 : index.find(text, 0, text.length)
    known.set(form, other)
    return other
  }
}
