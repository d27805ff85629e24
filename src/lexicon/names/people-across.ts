import { textOf } from '../../core/text.ts'
import type { AnalysedDocument, Entity, Link, Mention, Segment, Span } from '../../core/types.ts'
import { createNameFinder, type NameHit, type NameKnowledge } from './finder.ts'
import { type CapitalRun, findCapitalRuns, mentionOf, type NamePart, namePartsOf } from './latin-mentions.ts'
import { orderlessKey, parseLatinName } from './latin-name.ts'

/** The text that names people in Latin letters. */
export interface LatinSide {
  readonly document: AnalysedDocument
  /** A word in lower case is an ordinary word of the language, as far as is known. */
  readonly isWord: (word: string) => boolean
}

/** So many different names of several words are looked up, and so many single words: the first of the text. */
const mostNames = 2000
const mostSingles = 600
/** Shorter words alone stand for nobody who is named in full elsewhere, and shorter ones are looked up for no one. */
const shortestAlone = 3
const shortestName = 4
/** A single word that sounds like a name needs this. */
const singleScore = 0.7
/** No name is looked for inside one that agrees so well. */
const sureScore = 0.95
/** What sounds alike is less sure than what is read so, however well it agrees. */
const soundTrust = { base: 0.5, share: 0.42 }

/** Different characters that stand for one name of the Latin side, and where. */
interface Person {
  readonly key: string
  readonly words: readonly string[]
  readonly latin: Map<number, Mention>
  readonly hits: readonly NameHit[]
}

/**
 * Links people that one side names in Latin letters and the other in Han characters: `source` of a link holds the mentions
 * of `latinSide`, `target` those of `hanSide`. Only accepted hits link, and none that is part of something else that has a
 * key (a city that has the name of a person). A family name alone counts where the whole name is linked. What either text
 * says in brackets is used, too.
 */
export function linkPeopleAcross(
  { document, isWord }: LatinSide,
  hanSide: AnalysedDocument,
  knowledge: NameKnowledge,
): readonly Link[] {
  const finder = createNameFinder(knowledge)
  finder.learn(document.text)
  const index = finder.index(hanSide.text)
  const isFree = createIsFree(hanSide)
  const look = (name: string): readonly NameHit[] =>
    finder.find(name, index).filter((hit) => hit.accepted && isFree(hit.span))
  const people = new Map<string, Person>()
  const lookUp = createLookUp(look, mostNames)
  noteEntities(document, lookUp, people)
  const rests = findCapitalRuns(document).flatMap((run) => noteRun(run, { lookUp, isWord, people }))
  noteSingles(rests, { lookUp: createLookUp(look, mostSingles), isWord, people })
  return linksOf([...people.values()], hanSide.segments)
}

type LookUp = (name: string) => readonly NameHit[]

interface Search {
  readonly lookUp: LookUp
  readonly isWord: LatinSide['isWord']
  readonly people: Map<string, Person>
}

/** Looks each name up once, as long as there are not too many. */
function createLookUp(look: LookUp, most: number): LookUp {
  const looked = new Map<string, readonly NameHit[]>()
  return (name) => {
    const key = name.toLowerCase()
    const known = looked.get(key)
    if (known !== undefined || looked.size >= most) return known ?? []
    const hits = look(name)
    looked.set(key, hits)
    return hits
  }
}

/** Things with a key are no people, whatever they sound like. */
const isKeyed = (entity: Entity): boolean => entity.key !== undefined && entity.kind !== 'person'

/** Says of a span that nothing with a key is all of it, or goes on beyond it; the 二 of 山崎幸二 may be a number. */
function createIsFree({ analyses }: AnalysedDocument): (span: Span) => boolean {
  const taken = new Map<number, Span>()
  for (const { entities } of analyses)
    for (const entity of entities)
      if (isKeyed(entity)) for (let at = entity.span.start; at < entity.span.end; at++) taken.set(at, entity.span)
  return ({ start, end }) => {
    for (let at = start; at < end; at++) {
      const other = taken.get(at)
      if (other === undefined) continue
      if (other.start < start || other.end > end || (other.start === start && other.end === end)) return false
    }
    return true
  }
}

/** Names that the pack of the language found; of `Poetin van Rusland` the part that is the name. */
function noteEntities(document: AnalysedDocument, lookUp: LookUp, people: Map<string, Person>): void {
  document.analyses.forEach((analysis, segment) => {
    for (const { kind, form, span } of analysis.entities) {
      if (kind !== 'person') continue
      const text = textOf(document.text, span)
      const whole = form ?? text
      const name = nameWithin(whole, lookUp)
      const end = name === whole || !text.startsWith(name) ? span.end : span.start + name.length
      notePerson(people, name, { segment, span: { start: span.start, end } }, lookUp(name))
    }
  })
}

/** What stands before a small word, when that alone agrees better than all does; else the whole. */
function nameWithin(whole: string, lookUp: LookUp): string {
  const short = /^(.*?) \p{Ll}/u.exec(whole)?.[1]
  const [best] = lookUp(whole)
  if (short === undefined || best === undefined) return whole
  return lookUp(short).some((hit) => isBetterThere(hit, best)) ? short : whole
}

/** A hit is at the place of another, or at part of it, and agrees better. */
const isBetterThere = (hit: NameHit, other: NameHit): boolean =>
  hit.score > other.score && hit.span.start < other.span.end && other.span.start < hit.span.end

/** Takes the names of a run that agree best, as long as they do not overlap; what comes back are the words left over. */
function noteRun(run: CapitalRun, { lookUp, isWord, people }: Search): readonly CapitalRun[] {
  const isOrdinary = (at: number): boolean => isWord(run.words[at]?.text.toLowerCase() ?? '')
  const words = ({ from, to }: NamePart): readonly string[] =>
    run.words.slice(from, to).flatMap(({ text, isKeyed }, i) => (isKeyed || isOrdinary(from + i) ? [] : [text]))
  const sure: NamePart[] = []
  const parts = [...namePartsOf(run)].sort((a, b) => b.to - b.from - (a.to - a.from))
  const found = parts.flatMap((part) => {
    if (sure.some(({ from, to }) => from <= part.from && part.to <= to)) return []
    const [best] = lookUp(part.name)
    if (best === undefined || isNamedWithout(words(part), best, lookUp)) return []
    const isLate = isOrdinary(part.from)
    if (best.score >= sureScore && !isLate) sure.push(part)
    return [{ ...part, score: best.score, isLate, ordinary: part.to - part.from - words(part).length }]
  })
  found.sort(
    (a, b) =>
      Number(a.isLate) - Number(b.isLate) ||
      b.score - a.score ||
      a.ordinary - b.ordinary ||
      b.to - b.from - (a.to - a.from),
  )
  const taken: NamePart[] = []
  for (const part of found) {
    if (taken.some(({ from, to }) => part.from < to && from < part.to)) continue
    taken.push(part)
    notePerson(people, part.name, mentionOf(run, part.from, part.to), lookUp(part.name))
  }
  return run.words.flatMap((word, at) =>
    word.isKeyed || isOrdinary(at) || taken.some(({ from, to }) => from <= at && at < to)
      ? []
      : [{ segment: run.segment, words: [word] }],
  )
}

/** The words of a name that are neither ordinary nor part of something else agree better alone. */
function isNamedWithout(own: readonly string[], best: NameHit, lookUp: LookUp): boolean {
  const name = own.join(' ')
  return name !== '' && lookUp(name).some((hit) => isBetterThere(hit, best))
}

function notePerson(people: Map<string, Person>, name: string, mention: Mention, hits: readonly NameHit[]): void {
  if (hits.length === 0) return
  const parsed = parseLatinName(name)
  const key = orderlessKey(parsed).replaceAll(' ', '-')
  let person = people.get(key)
  if (person === undefined) {
    person = { key, words: parsed.words.map((word) => word.letters), latin: new Map(), hits }
    people.set(key, person)
  }
  person.latin.set(mention.span.start, mention)
}

/** Words with a capital that stand alone: the first or last word of one person's name, and of one only, or a name themselves. */
function noteSingles(runs: readonly CapitalRun[], { lookUp, people }: Search): void {
  const named = new Map<string, readonly Person[]>()
  for (const person of people.values())
    for (const word of new Set([person.words[0] ?? '', person.words.at(-1) ?? '']))
      if (person.words.length > 1) named.set(word, [...(named.get(word) ?? []), person])
  for (const run of runs) {
    const name = (run.words[0]?.text ?? '').replace(/['’]s?$|\.$/u, '')
    const letters = parseLatinName(name)
      .words.map((word) => word.letters)
      .join('')
    if (letters.length < shortestAlone) continue
    const mention = mentionOf(run, 0, 1)
    const [person, ...others] = named.get(letters) ?? []
    if (person !== undefined && others.length === 0) person.latin.set(mention.span.start, mention)
    else if (person === undefined && letters.length >= shortestName) {
      const hits = lookUp(name)
      if ((hits[0]?.score ?? 0) >= singleScore) notePerson(people, name, mention, hits)
    }
  }
}

/** One link for each person that keeps a place in the Han text: a place belongs to the name that agrees with it best. */
function linksOf(people: readonly Person[], segments: readonly Segment[]): readonly Link[] {
  const owners = new Map<number, { readonly person: Person; readonly hit: NameHit }>()
  for (const person of people)
    for (const hit of person.hits) {
      const owner = owners.get(hit.span.start)
      if (owner === undefined || isBetter(hit, person, owner)) owners.set(hit.span.start, { person, hit })
    }
  return people.flatMap((person) => {
    const own = person.hits.filter((hit) => owners.get(hit.span.start)?.person === person)
    const target = own.flatMap(({ span }) => {
      const segment = segmentAt(span, segments)
      return segment === undefined ? [] : [{ segment, span }]
    })
    const [best] = own
    return best === undefined || target.length === 0 ? [] : [linkOf(person, best, target)]
  })
}

function isBetter(hit: NameHit, person: Person, owner: { readonly person: Person; readonly hit: NameHit }): boolean {
  if (hit.score !== owner.hit.score) return hit.score > owner.hit.score
  return person.words.length > owner.person.words.length
}

function linkOf({ key, latin }: Person, { channel, score }: NameHit, target: readonly Mention[]): Link {
  return {
    key: `person:${key}`,
    kind: 'person',
    confidence: channel === 'sound' ? soundTrust.base + soundTrust.share * score : score,
    by: `name-${channel}`,
    source: inOrder([...latin.values()]),
    target: inOrder(target),
  }
}

const inOrder = (mentions: readonly Mention[]): readonly Mention[] =>
  [...mentions].sort((a, b) => a.span.start - b.span.start)

/** Index of the segment that holds a span whole. */
function segmentAt(span: Span, segments: readonly Segment[]): number | undefined {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle]?.span.start ?? 0) <= span.start) low = middle + 1
    else high = middle
  }
  const segment = segments[low - 1]
  return segment !== undefined && span.end <= segment.span.end ? segment.index : undefined
}
