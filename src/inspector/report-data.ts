import type { EntityKind, Evidence, EvidenceLink } from '../editing.ts'
import type { BeadDetail, CheckList, Sheet } from './protocol.ts'

/** What a report holds in its element of the id `report`: all but the evidence. */
export interface ReportData {
  readonly sheet: Sheet
  readonly failed: CheckList['failed']
}

/** So many beads share an element of the class `reasons`, in order: a page decodes those that it shows. */
export const beadsInBlock = 200

/** A detail without its id, as short lists. */
export type PackedDetail = readonly [
  evidence: readonly PackedEvidence[],
  checks: BeadDetail['checks'],
  known: number,
  all: number,
]

/** Offsets: four for each link, those of the source before those of the target. */
type PackedEvidence = readonly [
  scorer: string,
  score: number,
  note: string,
  kind: EntityKind | 'word' | 0,
  key: string | 0,
  ...offsets: readonly number[],
]

/** A detail as short lists; scores are rounded to hundredths. */
export function packDetail({ evidence, checks, words }: BeadDetail): PackedDetail {
  return [evidence.map(packEvidence), checks, words.known, words.all]
}

function packEvidence({ scorer, score, note, kind, key, links = [] }: Evidence): PackedEvidence {
  const offsets = links.flatMap(({ source, target }) => [source.start, source.end, target.start, target.end])
  return [scorer, Math.round(score * 100) / 100, note, kind ?? 0, key ?? 0, ...offsets]
}

/** What `packDetail` packed. */
export function unpackDetail(id: string, [evidence, checks, known, all]: PackedDetail): BeadDetail {
  return { id, evidence: evidence.map(unpackEvidence), checks, words: { known, all } }
}

function unpackEvidence([scorer, score, note, kind, key, ...offsets]: PackedEvidence): Evidence {
  const links = linksOf(offsets)
  return {
    scorer,
    score,
    note,
    ...(kind === 0 ? {} : { kind }),
    ...(key === 0 ? {} : { key }),
    ...(links.length === 0 ? {} : { links }),
  }
}

function linksOf(offsets: readonly number[]): readonly EvidenceLink[] {
  const links: EvidenceLink[] = []
  for (let at = 0; at + 3 < offsets.length; at += 4) {
    const [start = 0, end = 0, targetStart = 0, targetEnd = 0] = offsets.slice(at, at + 4)
    links.push({ source: { start, end }, target: { start: targetStart, end: targetEnd } })
  }
  return links
}
