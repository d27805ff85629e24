import { plainText, unitIdOf } from './core/content.ts'
import { textOf } from './core/text.ts'
import type {
  Alignment,
  AnalysedDocument,
  Bead,
  Relation,
  SegmentRange,
  TranslationUnit,
  Variant,
} from './core/types.ts'
import { joinerOf } from './languages/index.ts'

/** Which beads leave an alignment. A human decision wins: accepted and edited ones always do, rejected ones never. */
export interface Selection {
  readonly relations: readonly Relation[]
  /** Probability 0..1. */
  readonly minConfidence: number
  /** All targets of a repeated source, the preferred last, instead of the preferred one alone. */
  readonly allTargets: boolean
}

export const defaultSelection: Selection = {
  relations: ['translation', 'partial'],
  minConfidence: 0,
  allTargets: false,
}

/** Ids of the beads that a selection lets out; beads with an empty side never leave. */
export function exportedBeads(alignment: Alignment, selection: Selection): ReadonlySet<string> {
  return new Set(alignment.beads.filter((bead) => isExported(bead, selection)).map((bead) => bead.id))
}

function isExported(bead: Bead, selection: Selection): boolean {
  if (bead.source.from === bead.source.to || bead.target.from === bead.target.to) return false
  if (bead.decision.state === 'rejected') return false
  if (bead.decision.state !== 'proposed') return true
  return selection.relations.includes(bead.relation) && bead.confidence >= selection.minConfidence
}

/**
 * Translation units of the beads that leave an alignment, in document order. Segments of a bead are joined by what joins
 * sentences in their language, and inner white space becomes one space. Of several targets for one source text only the
 * preferred one stays (decided by a person, then most confident, then first); the others are named in its notes. A text that a
 * person wrote for a side stands in the place of that of the segments.
 */
export function toUnits(alignment: Alignment, selection: Selection = defaultSelection): readonly TranslationUnit[] {
  const exported = exportedBeads(alignment, selection)
  const units = alignment.beads.filter((bead) => exported.has(bead.id)).flatMap((bead) => unitOf(alignment, bead))
  return preferOneTarget(units, selection.allTargets)
}

/** So many beads are made units of before others get their turn. */
const beadsAtOnce = 500

/** The same, while others get their turn. */
export async function toUnitsInTurns(
  alignment: Alignment,
  selection: Selection = defaultSelection,
): Promise<readonly TranslationUnit[]> {
  const units: TranslationUnit[] = []
  for (const [k, bead] of alignment.beads.entries()) {
    if (k % beadsAtOnce === beadsAtOnce - 1) await new Promise((resolve) => setImmediate(resolve))
    if (isExported(bead, selection)) units.push(...unitOf(alignment, bead))
  }
  return preferOneTarget(units, selection.allTargets)
}

function unitOf(alignment: Alignment, bead: Bead): readonly TranslationUnit[] {
  const { source, target } = alignment
  const texts = [sideText(alignment, bead, 'source'), sideText(alignment, bead, 'target')] as const
  // A decided bead may cover nothing but white space; a unit with an empty side harms every client.
  if (texts[0] === '' || texts[1] === '') return []
  const languages = [source.language.tag, target.language.tag] as const
  const variants: readonly Variant[] = [
    { language: languages[0], content: [{ kind: 'text', text: texts[0] }] },
    { language: languages[1], content: [{ kind: 'text', text: texts[1] }] },
  ]
  const reason = bead.decision.state === 'proposed' ? undefined : bead.decision.comment
  return [
    {
      id: unitIdOf(variants),
      sourceLanguage: languages[0],
      variants,
      relation: bead.relation,
      confidence: bead.confidence,
      decision: bead.decision,
      origin: {
        sourceFile: source.id,
        targetFile: target.id,
        sourceSegments: rangeText(bead.source),
        targetSegments: rangeText(bead.target),
        shape: `${bead.source.to - bead.source.from}:${bead.target.to - bead.target.from}`,
        evidence: evidenceKeys(bead),
        signature: alignment.signature,
      },
      notes: [reason, bead.comment].filter((note) => note !== undefined),
      props: {},
    },
  ]
}

const rangeText = ({ from, to }: SegmentRange): string => (to - from === 1 ? String(from) : `${from}-${to - 1}`)

/** Text of a side of a bead as it is exported: what a person wrote in its place, or that of its segments. */
export function sideText(alignment: Alignment, bead: Bead, side: 'source' | 'target'): string {
  const own = bead.text?.[side]
  return own === undefined ? joinedText(alignment[side], bead[side]) : onOneLine(own)
}

/** Text of a range of segments as it is exported. */
export function joinedText(document: AnalysedDocument, range: SegmentRange): string {
  return document.segments
    .slice(range.from, range.to)
    .map((segment) => onOneLine(textOf(document.text, segment.span)))
    .filter((text) => text !== '')
    .join(joinerOf(document.language.tag))
}

const onOneLine = (text: string): string => text.replace(/[\t\n\v\f\r \u2028\u2029]+/gu, ' ').trim()

/** At most this many ids of evidence travel with a unit. */
const maxEvidence = 12
function evidenceKeys(bead: Bead): readonly string[] {
  const keys = bead.evidence.flatMap((item) => (item.score > 0 && item.key !== undefined ? [item.key] : []))
  return [...new Set(keys)].slice(0, maxEvidence)
}

function preferOneTarget(units: readonly TranslationUnit[], keepAll: boolean): readonly TranslationUnit[] {
  const groups = new Map<string, TranslationUnit[]>()
  for (const unit of units) {
    const key = plainText(unit.variants[0]?.content ?? [])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [unit])
    else if (!group.some((other) => other.id === unit.id)) group.push(unit)
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length === 1) return group
    // A stable sort: the first of equals stays last, where clients that keep the last unit find it.
    const ranked = [...group].reverse().sort((a, b) => rank(a) - rank(b))
    if (keepAll) return ranked
    const preferred = ranked.at(-1)
    const others = ranked.slice(0, -1).map((unit) => `Also aligned with: ${plainText(unit.variants[1]?.content ?? [])}`)
    return preferred === undefined ? [] : [{ ...preferred, notes: [...preferred.notes, ...others] }]
  })
}
const rank = (unit: TranslationUnit): number => (unit.decision.state === 'proposed' ? 0 : 2) + (unit.confidence ?? 0)
