import type { Entity, Span } from '../../core/types.ts'

/** Finds things of one sort in a segment. */
export type EntityFinder = (text: string, span: Span) => readonly Entity[]

/** What a pack looks for, each sort by its own finder. */
export interface EntityFinders {
  readonly quantities: EntityFinder
  readonly gazetteer: EntityFinder
  readonly titles: EntityFinder
  readonly persons: EntityFinder
}

/**
 * Everything that a segment names, in order of start. Where finds overlap: a treaty that the gazetteer knows beats a
 * guessed title that is little longer, else the longer of the two stays; what stands inside the name of a known
 * treaty is part of it, but for dates, while a guessed title keeps what it names; a person's name is no place; a sum of money is no currency; a number in a proper name is none, nor a month in a person's.
 */
export function createEntityFinder(finders: EntityFinders): EntityFinder {
  return (text, span) => {
    const quantities = finders.quantities(text, span)
    const names = finders.gazetteer(text, span)
    const persons = finders.persons(text, span)
    const titles = finders.titles(text, span)
    if (names.length + persons.length + titles.length === 0) return quantities
    const keptTitles = titles.filter(
      (title) => !names.some((name) => isTreaty(name) && beatsTitle(name.span, title.span)),
    )
    const sums = quantities.filter(({ kind }) => kind === 'money')
    const outer = [...names.filter(isTreaty), ...persons, ...sums]
    const keptNames = names.filter((name) => !outer.some((other) => holds(other, name)))
    const keptQuantities = quantities.filter(
      (each) =>
        !keptNames.some((name) => isInside(each.span, name.span) && isPlain(each)) &&
        !persons.some((name) => isInside(each.span, name.span)),
    )
    return withoutOverlaps([...keptTitles, ...persons, ...keptNames, ...keptQuantities])
  }
}

/** Share of a guessed title that a known treaty must cover to stand for the whole. */
const enoughOfTitle = 0.6

function beatsTitle(treaty: Span, title: Span): boolean {
  if (!isInside(treaty, title)) return isInside(title, treaty)
  return treaty.start === title.start || treaty.end - treaty.start >= enoughOfTitle * (title.end - title.start)
}

/** True when a treaty, person or sum swallows the name; of two readings of one place both stay, unless it is a person. */
function holds(other: Entity, name: Entity): boolean {
  if (other === name || !isInside(name.span, other.span)) return false
  if (name.span.end - name.span.start === other.span.end - other.span.start) return other.kind === 'person'
  return true
}

function isTreaty({ kind }: Entity): boolean {
  return kind === 'treaty'
}

function isPlain({ kind }: Entity): boolean {
  return kind === 'number' || kind === 'ordinal'
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

/** In order of start, the longer first; of one kind only the first of those that overlap, and all readings of one place. */
function withoutOverlaps(entities: readonly Entity[]): readonly Entity[] {
  const sorted = [...entities].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const last = new Map<string, Span>()
  return sorted.filter(({ kind, span }) => {
    const before = last.get(kind)
    const isFree =
      before === undefined || span.start >= before.end || (span.start === before.start && span.end === before.end)
    if (isFree) last.set(kind, span)
    return isFree
  })
}
