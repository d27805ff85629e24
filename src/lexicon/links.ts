import type { AnalysedDocument, Entity, EntityKind, Link, Mention } from '../core/types.ts'

interface Keyed {
  readonly kind: EntityKind
  readonly mentions: Mention[]
  isExplicit: boolean
}

/** A link over what is only implied (a date that names the same month) is less sure. */
const impliedTrust = 0.7

/** Links of everything that both texts name under the same key, or under a key that one of them implies. */
export function linkKeys(source: AnalysedDocument, target: AnalysedDocument): readonly Link[] {
  const left = mentionsByKey(source)
  const right = mentionsByKey(target)
  const links: Link[] = []
  for (const [key, a] of [...left].sort(([x], [y]) => (x < y ? -1 : 1))) {
    const b = right.get(key)
    if (b === undefined || !(a.isExplicit || b.isExplicit)) continue
    const confidence = a.isExplicit && b.isExplicit ? 1 : impliedTrust
    links.push({ key, kind: a.kind, confidence, by: 'key', source: a.mentions, target: b.mentions })
  }
  return links
}

function mentionsByKey(document: AnalysedDocument): ReadonlyMap<string, Keyed> {
  const found = new Map<string, Keyed>()
  document.analyses.forEach((analysis, segment) => {
    for (const entity of analysis.entities) {
      if (entity.key === undefined) continue
      note(found, entity.key, entity, segment, true)
      for (const key of impliedKeys(entity.key)) note(found, key, entity, segment, false)
    }
  })
  return found
}

function note(found: Map<string, Keyed>, key: string, entity: Entity, segment: number, isExplicit: boolean): void {
  const mention = { segment, span: entity.span }
  const known = found.get(key)
  if (known === undefined) found.set(key, { kind: entity.kind, mentions: [mention], isExplicit })
  else {
    known.mentions.push(mention)
    known.isExplicit ||= isExplicit
  }
}

/** What a key says beside itself: a day names its month, its year and its place in the year, an amount its number. */
export function impliedKeys(key: string): readonly string[] {
  const date = /^date:(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(key)
  if (date !== null) {
    const [, year, month, day] = date
    return day === undefined ? [`date:${year}`] : [`date:${year}-${month}`, `date:${year}`, `date:--${month}-${day}`]
  }
  const money = /^money:[A-Z]{3}:(.+)$/.exec(key)
  return money === null ? [] : [`number:${money[1]}`]
}

/**
 * Drops from a link every mention that a stronger link covers on both sides already, so that one date does not count as
 * three; links left without mentions go.
 */
export function dropImplied(links: readonly Link[]): readonly Link[] {
  const keys = new Set(links.map((link) => link.key))
  const covering = new Map<string, Link[]>()
  for (const link of links)
    for (const key of impliedKeys(link.key)) if (keys.has(key)) covering.set(key, [...(covering.get(key) ?? []), link])
  return links.flatMap((link) => {
    const stronger = covering.get(link.key) ?? []
    if (stronger.length === 0) return [link]
    const isFree = (side: 'source' | 'target') => (mention: Mention) =>
      !stronger.some((other) => other[side].some((m) => m.span.start === mention.span.start))
    const source = link.source.filter(isFree('source'))
    const target = link.target.filter(isFree('target'))
    return source.length > 0 && target.length > 0 ? [{ ...link, source, target }] : []
  })
}
