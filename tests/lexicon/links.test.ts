import { describe, expect, test } from 'vitest'
import type { AnalysedDocument, Entity, EntityKind, Link } from '../../src/core/types.ts'
import { dropImplied, impliedKeys, linkKeys } from '../../src/lexicon/links.ts'
import { linkPeople } from '../../src/lexicon/people.ts'
import { documentOf } from '../align/made.ts'

/** A document whose segments name the given things, `kind=key` or, for people, `person=name` without a key. */
function naming(...segments: readonly (readonly string[])[]): AnalysedDocument {
  const document = documentOf(segments)
  let at = 0
  const analyses = segments.map((names) => {
    const entities = names.map((name): Entity => {
      const [kind = '', value = ''] = name.split('=')
      const span = { start: at, end: at + name.length }
      at = span.end + 1
      return kind === 'person'
        ? { kind, span, form: value, by: 'made' }
        : { kind: kind as EntityKind, span, key: value, by: 'made' }
    })
    if (names.length === 0) at++
    return { entities, length: 10 }
  })
  return { ...document, analyses }
}

const keysOf = (links: readonly Link[]): readonly string[] => links.map((link) => link.key).sort()
const linked = (source: AnalysedDocument, target: AnalysedDocument): readonly Link[] =>
  dropImplied(linkKeys(source, target))

describe('things with a key', () => {
  test('are linked when both texts name them, with every mention', () => {
    const source = naming(['place=place:VN'], [], ['place=place:VN', 'treaty=treaty:unclos'])
    const target = naming(['treaty=treaty:unclos'], ['place=place:VN'])
    const links = linked(source, target)
    expect(keysOf(links)).toEqual(['place:VN', 'treaty:unclos'])
    expect(links.find((link) => link.key === 'place:VN')?.source.map((mention) => mention.segment)).toEqual([0, 2])
  })

  test('are not linked when only one text names them', () => {
    expect(linked(naming(['place=place:VN']), naming(['place=place:JP']))).toEqual([])
  })

  test('a day meets the month of the other text, and counts once where both name the day', () => {
    const day = ['date=date:2021-09-03']
    expect(keysOf(linked(naming(day), naming(['date=date:2021-09'])))).toEqual(['date:2021-09'])
    expect(keysOf(linked(naming(day), naming(day)))).toEqual(['date:2021-09-03'])
    expect(linked(naming(day), naming(['date=date:2021-08-03']))).toEqual([])
  })

  test('a sum meets its bare number', () => {
    expect(impliedKeys('money:JPY:1e11')).toEqual(['number:1e11'])
    expect(keysOf(linked(naming(['money=money:JPY:1e11']), naming(['number=number:1e11'])))).toEqual(['number:1e11'])
  })

  test('two days that only imply the same month are no link', () => {
    expect(linked(naming(['date=date:2021-09-03']), naming(['date=date:2021-09-07']))).toEqual([])
  })
})

describe('people', () => {
  test('are linked by their Latin names, in any order of the parts, with or without marks', () => {
    const links = linkPeople(
      naming(['person=Nobuo Kishi'], ['person=Phạm Minh Chính']),
      naming(['person=Pham Minh Chinh', 'person=KishiNobuo']),
    )
    expect(keysOf(links)).toEqual(['person:chinh-minh-pham', 'person:kishi-nobuo'])
  })

  test('are not linked by one part alone', () => {
    expect(linkPeople(naming(['person=Kishi']), naming(['person=Kishi']))).toEqual([])
  })
})
