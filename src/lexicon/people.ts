import { textOf } from '../core/text.ts'
import type { AnalysedDocument, Link, Mention } from '../core/types.ts'
import { foldLetters } from './letters.ts'

/** Links people whose names stand in Latin letters on both sides, whatever the order of the parts: 岸信夫(Nobuo Kishi) and Nobuo Kishi. */
export function linkPeople(source: AnalysedDocument, target: AnalysedDocument): readonly Link[] {
  const left = peopleOf(source)
  const right = peopleOf(target)
  return [...left].flatMap(([name, mentions]): readonly Link[] => {
    const others = right.get(name)
    if (others === undefined) return []
    const key = `person:${name.replaceAll(' ', '-')}`
    return [{ key, kind: 'person', confidence: 1, by: 'latin-name', source: mentions, target: others }]
  })
}

/** Links with one key as one: the surest of them, with the mentions of all. */
export function mergeLinks(links: readonly Link[]): readonly Link[] {
  const byKey = new Map<string, Link>()
  for (const link of links) {
    const known = byKey.get(link.key)
    const surer = known === undefined || link.confidence > known.confidence ? link : known
    const side = (name: 'source' | 'target'): readonly Mention[] => joinMentions(known?.[name] ?? [], link[name])
    byKey.set(link.key, { ...surer, source: side('source'), target: side('target') })
  }
  return [...byKey.values()]
}

function joinMentions(a: readonly Mention[], b: readonly Mention[]): readonly Mention[] {
  const byStart = new Map([...a, ...b].map((mention) => [mention.span.start, mention]))
  return [...byStart.values()].sort((x, y) => x.span.start - y.span.start)
}

function peopleOf(document: AnalysedDocument): ReadonlyMap<string, readonly Mention[]> {
  const people = new Map<string, Mention[]>()
  document.analyses.forEach((analysis, segment) => {
    for (const entity of analysis.entities) {
      if (entity.kind !== 'person') continue
      const name = canonicalName(entity.form ?? textOf(document.text, entity.span))
      if (name === undefined) continue
      const mention = { segment, span: entity.span }
      const list = people.get(name)
      if (list === undefined) people.set(name, [mention])
      else list.push(mention)
    }
  })
  return people
}

/** Parts of a Latin name, folded and sorted; undefined for fewer than two parts or other scripts. */
function canonicalName(name: string): string | undefined {
  const parts = foldLetters(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase()).match(/[a-z]+/g) ?? []
  return parts.length < 2 ? undefined : [...parts].sort().join(' ')
}
