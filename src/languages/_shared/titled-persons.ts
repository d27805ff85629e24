import type { Entity, Span } from '../../core/types.ts'
import type { EntityFinder } from './entities.ts'

/**
 * Makes a finder of `name` followed by a title: 김정은 위원장, 岸信夫防衛相. The pattern has the name as its first group;
 * `isName` may say that it is none, and so does one of `names` in its place (이라크 총리). Kind `person`, `form` is the
 * name as it stands.
 */
export function createTitledPersonFinder(
  pattern: RegExp,
  isName: (name: string) => boolean,
  names: EntityFinder,
): EntityFinder {
  return (text, span) => {
    const people = findCandidates(text, span, pattern, isName)
    if (people.length === 0) return people
    const known = names(text, span)
    return people.filter((person) => !known.some((name) => replaces(name, person)))
  }
}

/** A country at the start, or a name that covers the whole. */
function replaces({ key, span }: Entity, person: Entity): boolean {
  if (span.start !== person.span.start) return false
  return span.end >= person.span.end || /^place:[A-Z]{2}$/u.test(key ?? '')
}

function findCandidates(
  text: string,
  span: Span,
  pattern: RegExp,
  isName: (name: string) => boolean,
): readonly Entity[] {
  return Array.from(text.slice(span.start, span.end).matchAll(pattern)).flatMap(({ index, 0: whole, 1: form = '' }) => {
    const start = span.start + index + whole.indexOf(form)
    return form !== '' && isName(form)
      ? [{ kind: 'person', span: { start, end: start + form.length }, form, by: 'title-word' } satisfies Entity]
      : []
  })
}
