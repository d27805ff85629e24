import type { Channels, ListChannel, ReadingChannel } from './channels.ts'
import { type LatinName, orderlessKey } from './latin-name.ts'
import { scoreLines } from './line-search.ts'
import type { NameIndex } from './name-index.ts'
import { type SoundName, separator } from './sound.ts'
import { placesOf, searchSounds } from './sound-search.ts'
import { isTitleAt, type NameContext } from './support.ts'
import { type ReadName, readName, searchReadings } from './text-search.ts'
import type { Candidate, NameHit } from './types.ts'
import { isAccepted, isInsideWord, type VerdictBasis } from './verdict.ts'

/** One name, opened in every channel. */
export interface OpenName {
  readonly name: LatinName
  readonly readings: readonly ReadName[]
  readonly sound: SoundName | undefined
  /** It is a name of some channel that reads, so that its sound proves little. */
  readonly isRead: boolean
  /** The only channel that its letters leave open. */
  readonly ownChannel: string | undefined
}

/** Reads a name in every channel, or in the one that its letters leave open if it can be read there. */
export function openName(name: LatinName, channels: Channels): OpenName {
  const all = channels.readings()
  const isOwn = ({ ownMarks }: ReadingChannel): boolean =>
    name.words.some((word) => ownMarks?.test(word.marked) === true)
  const own = all.find(isOwn)
  const ownReading = own === undefined ? undefined : readName(name, own)
  const isOwnAlone = ownReading?.lattices.some((lattice) => lattice.isNative) === true
  const readings =
    ownReading !== undefined && isOwnAlone ? [ownReading] : all.flatMap((channel) => readName(name, channel) ?? [])
  const isCertain = readings.some(({ lattices }) => lattices.some((each) => !each.isLoose && each.isCertain))
  return {
    name,
    readings,
    sound: isOwnAlone ? undefined : channels.sound()?.read(name),
    ownChannel: own?.id,
    isRead: name.words.length > 1 && isCertain,
  }
}

/** What a search needs to know beside the name and the text. */
export interface SearchKnowledge {
  readonly channels: Channels
  readonly context: NameContext
  /** Folded forms that were learnt for a name. */
  readonly learnt: (name: LatinName, index: NameIndex) => readonly string[]
}

const bracketScore = 0.99
const familyScore = 0.95
/** The first words of the name are not in the list. */
const listedPartScore = 0.97
/** Of a name of several words the last one is found as it is listed; and what that tells, in nats. */
const lastWordScore = 0.96
const listedEvidence = 40
/** The family name alone stands for the whole. */
const familyShare = 0.94
const foreignShare = 0.8
const partShare = 0.85
/** So many hits that are not accepted are kept. */
const maxUnsure = 20

/** All hits of a name in a text, the best first, the longest on a tie. */
export function findName(opened: OpenName, index: NameIndex, knowledge: SearchKnowledge): readonly NameHit[] {
  const { channels, context, learnt } = knowledge
  const sound = channels.sound()
  const sounds =
    opened.sound === undefined || sound === undefined || opened.isRead ? [] : searchSounds(opened.sound, index, sound)
  const listed = opened.isRead ? [] : listedSounds(opened.name, channels, index)
  const inText = [
    ...searchReadings(opened.readings, index),
    ...[...withoutOverlong(sounds), ...listed].filter((each) => index.lineAt(each.start) === undefined),
    ...bracketCandidates(learnt(opened.name, index), index),
    ...listCandidates(opened.name, channels.list(), index),
  ]
  const whole = [
    ...scoreLines(opened.readings, opened.sound, sound, index.lines),
    ...firstWordLines(opened, inText, index),
  ]
  const verdicts = judge(
    [...inText, ...whole].map((each) => weigh(each, opened, index)),
    opened,
    index,
    knowledge,
  )
  const families = familyMentions(verdicts, opened, index, context)
  return resolve([...verdicts, ...families], index.text)
}

/** What sounds worse than its own beginning, or as well with less that speaks for it, goes on too long. */
function withoutOverlong(sounds: readonly Candidate[]): readonly Candidate[] {
  const isBetter = (a: Candidate, b: Candidate): boolean =>
    a.score > b.score || (a.score === b.score && a.evidence > b.evidence)
  const best = new Map<number, Candidate>()
  for (const each of sounds) {
    const known = best.get(each.start)
    if (known === undefined || isBetter(each, known)) best.set(each.start, each)
  }
  return sounds.filter((each) => {
    const known = best.get(each.start)
    return known === undefined || known.end >= each.end || !isBetter(known, each)
  })
}

/** Letters of one language speak against the other channels, and a name of several words against the last part of a longer one. */
function weigh(candidate: Candidate, { ownChannel, name }: OpenName, { folded }: NameIndex): Candidate {
  if (candidate.kind === 'bracket') return candidate
  const isForeign = ownChannel !== undefined && candidate.channel !== ownChannel
  const isPart = name.words.length > 1 && folded.charAt(candidate.start - 1) === separator
  const share = (isForeign ? foreignShare : 1) * (isPart ? partShare : 1)
  return share < 1 ? { ...candidate, score: share * candidate.score } : candidate
}

interface Verdict extends Candidate {
  readonly accepted: boolean
}

/** Accepts what the place itself supports, then the same characters wherever they stand. */
function judge(
  candidates: readonly Candidate[],
  opened: OpenName,
  index: NameIndex,
  { channels, context }: SearchKnowledge,
): readonly Verdict[] {
  const { folded } = index
  const basis: VerdictBasis = {
    index,
    context,
    preference: (character) => channels.sound()?.preference(character),
    wordCount: opened.name.words.length,
    isRead: opened.isRead,
    isFamilyName: channels.isFamilyName,
    countOf: (text) => placesOf(text, index).length,
  }
  const sure = new Set<string>()
  for (const each of candidates) {
    const text = folded.slice(each.start, each.end)
    if (sure.has(text) || (!isAccepted(each, basis) && !isFamilyOfFullName(each, opened, folded))) continue
    sure.add(text)
    // 泽连斯基 stands for 弗拉基米尔·泽连斯基
    if (each.kind === 'sound' && text.includes(separator)) sure.add(text.slice(text.lastIndexOf(separator) + 1))
  }
  return candidates.map((each) => ({
    ...each,
    accepted: sure.has(folded.slice(each.start, each.end)) && !isInsideWord(each, basis),
  }))
}

/** The only word of a name is a family name, and in the text a given name that is known stands behind it. */
function isFamilyOfFullName(
  { kind, channel, start, end, score }: Candidate,
  { name, readings }: OpenName,
  folded: string,
): boolean {
  if (kind !== 'reading' || name.words.length > 1 || end - start < 2 || score < familyScore) return false
  const reader = readings.find((each) => each.channel.id === channel)?.channel
  return reader?.startsGivenName?.(folded, end) === true
}

function bracketCandidates(forms: readonly string[], index: NameIndex): readonly Candidate[] {
  return forms.flatMap((han) =>
    placesOf(han, index).map((start) => ({
      start,
      end: start + han.length,
      channel: 'bracket',
      kind: 'bracket' as const,
      score: bracketScore,
      evidence: 0,
      chance: 0,
      isLoose: false,
      familyEnd: start,
    })),
  )
}

/** Places of the forms that are listed for the last word of a name; like all that sounds so, they need support. */
function listedSounds({ words }: LatinName, { list, sound }: Channels, index: NameIndex): readonly Candidate[] {
  const channel = sound()?.id
  if (channel === undefined) return []
  const forms = list()?.parts(words.at(-1)?.letters ?? '') ?? []
  return forms
    .filter((form) => form.length > 1)
    .flatMap((form) =>
      placesOf(form, index).map((start) => ({
        start,
        end: start + form.length,
        channel,
        kind: 'sound' as const,
        score: words.length === 1 ? 1 : lastWordScore,
        evidence: listedEvidence,
        chance: 0,
        isLoose: false,
        familyEnd: start,
      })),
    )
}

/** Places of the forms that are listed for a person, or for the last words of the name: `Le Pen` for `Marine Le Pen`. */
function listCandidates({ words }: LatinName, list: ListChannel | undefined, index: NameIndex): readonly Candidate[] {
  if (list === undefined) return []
  return words.slice(1).flatMap((_, from) => {
    const part = words.slice(from)
    return list.persons(orderlessKey({ words: part, key: '' })).flatMap((form) =>
      placesOf(form, index).map((start) => ({
        start,
        end: start + form.length,
        channel: list.id,
        kind: 'reading' as const,
        score: from === 0 ? 1 : listedPartScore,
        evidence: 0,
        chance: 0,
        isLoose: from > 0,
        familyEnd: start,
      })),
    )
  })
}

/** Lines that start with the only word of a name: `Kishida` for 岸田文雄. */
function firstWordLines(opened: OpenName, candidates: readonly Candidate[], index: NameIndex): readonly Candidate[] {
  if (opened.name.words.length > 1) return []
  return candidates.flatMap((each) => {
    const line = each.kind === 'reading' ? index.lineAt(each.start) : undefined
    return line === undefined || line.start < each.start || line.end <= each.end
      ? []
      : [{ ...each, ...line, isLoose: true }]
  })
}

/** Family names that stand alone where the whole name is in the text; those of one character before an office only. */
function familyMentions(
  verdicts: readonly Verdict[],
  opened: OpenName,
  index: NameIndex,
  context: NameContext,
): readonly Verdict[] {
  const { folded } = index
  const families = new Map<string, Verdict>()
  for (const each of verdicts) {
    const family = folded.slice(each.start, each.familyEnd)
    if (each.accepted && family !== '' && each.familyEnd < each.end && !families.has(family)) families.set(family, each)
  }
  return [...families].flatMap(([family, full]) => {
    const reader = opened.readings.find(({ channel }) => channel.id === full.channel)?.channel
    return placesOf(family, index).flatMap((start) => {
      const end = start + family.length
      if (index.lineAt(start) !== undefined) return []
      const stands =
        family.length > 1
          ? reader?.startsGivenName?.(folded, end) !== true
          : isTitleAt(folded, end, context) && !/\p{Script=Han}/u.test(folded.charAt(start - 1))
      return stands ? [{ ...full, start, end, score: familyShare * full.score, familyEnd: start }] : []
    })
  })
}

/** The best of all that overlap: what is accepted before what is not, then by score and length. */
function resolve(verdicts: readonly Verdict[], text: string): readonly NameHit[] {
  const taken = new Set<number>()
  const kept: Verdict[] = []
  let unsure = 0
  for (const each of [...verdicts].sort((a, b) => Number(b.accepted) - Number(a.accepted) || compare(a, b))) {
    if (!each.accepted && unsure >= maxUnsure) break
    let isFree = true
    for (let at = each.start; at < each.end && isFree; at++) isFree = !taken.has(at)
    if (!isFree) continue
    for (let at = each.start; at < each.end; at++) taken.add(at)
    kept.push(each)
    if (!each.accepted) unsure++
  }
  return kept.sort(compare).map(({ start, end, channel, score, accepted }) => ({
    text: text.slice(start, end),
    span: { start, end },
    channel,
    score,
    accepted,
  }))
}

const compare = (a: Candidate, b: Candidate): number =>
  b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start || (a.channel < b.channel ? -1 : 1)
