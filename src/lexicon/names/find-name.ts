import { type LearntName, orderlessKey } from './brackets.ts'
import type { Channels } from './channels.ts'
import type { LatinName } from './latin-name.ts'
import { isNative } from './lattice.ts'
import { scoreLines } from './line-search.ts'
import type { NameIndex, NameLine } from './name-index.ts'
import { type SoundName, separator } from './sound.ts'
import { placesOf, searchSounds } from './sound-search.ts'
import { isTitleAt, type NameContext } from './support.ts'
import { type ReadName, searchReadings } from './text-search.ts'
import type { Candidate, NameHit } from './types.ts'
import { isAccepted, type VerdictBasis } from './verdict.ts'

/** One name, opened in every channel. */
export interface OpenName {
  readonly name: LatinName
  readonly readings: readonly ReadName[]
  readonly sound: SoundName | undefined
  /** It can be read in full in some channel, family name first. */
  readonly isNative: boolean
}

/** Reads a name in every channel. */
export function openName(name: LatinName, channels: Channels): OpenName {
  const readings = channels.readings().map((channel) => ({ channel, lattices: channel.lattices(name) }))
  return {
    name,
    readings,
    sound: channels.sound()?.read(name),
    isNative: name.words.length > 1 && readings.some(({ lattices }) => lattices.some((each) => !each.isLoose && isNative(each))),
  }
}

/** What a search needs to know beside the name and the text. */
export interface SearchKnowledge {
  readonly channels: Channels
  readonly context: NameContext
  readonly learnt: readonly LearntName[]
}

const bracketScore = 0.99
/** The family name alone stands for the whole. */
const familyShare = 0.94
/** A line whose first characters are the only word of the name. */
const firstWordShare = 0.95
/** So many lines are compared as a whole. */
const maxLines = 3000
/** So many hits that are not accepted are kept. */
const maxUnsure = 20

/** All hits of a name in a text, the best first, the longest on a tie. */
export function findName(opened: OpenName, index: NameIndex, knowledge: SearchKnowledge): readonly NameHit[] {
  const { channels, context, learnt } = knowledge
  const sound = channels.sound()
  const isInLine = createLineTest(index.lines)
  const sounds = opened.sound === undefined || sound === undefined ? [] : searchSounds(opened.sound, index, sound)
  const inText = [
    ...searchReadings(opened.readings, index),
    ...sounds.filter((each) => !isInLine(each.start)),
    ...bracketCandidates(opened.name, index, learnt),
  ]
  const whole = [...lineCandidates(opened, index.lines, channels), ...firstWordLines(opened, inText, index)]
  const verdicts = judge([...inText, ...whole], opened, index, knowledge)
  const families = familyMentions(verdicts, opened, index, context).filter((each) => !isInLine(each.start))
  return resolve([...verdicts, ...families], index.text)
}

/** True for offsets inside a line that is one name. */
function createLineTest(lines: readonly NameLine[]): (at: number) => boolean {
  return (at) => {
    let low = 0
    let high = lines.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((lines[middle]?.span.start ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return (lines[low - 1]?.span.end ?? 0) > at
  }
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
    isNative: opened.isNative,
    countOf: (text) => placesOf(text, index).length,
  }
  const sure = new Set<string>()
  for (const each of candidates) {
    if (!isAccepted(each, basis)) continue
    const text = folded.slice(each.start, each.end)
    sure.add(text)
    // 泽连斯基 stands for 弗拉基米尔·泽连斯基
    if (each.kind === 'sound' && text.includes(separator)) sure.add(text.slice(text.lastIndexOf(separator) + 1))
  }
  return candidates.map((each) => ({ ...each, accepted: sure.has(folded.slice(each.start, each.end)) }))
}

function bracketCandidates(name: LatinName, index: NameIndex, learnt: readonly LearntName[]): readonly Candidate[] {
  const key = orderlessKey(name)
  const forms = new Set(learnt.filter((each) => each.key === key).map((each) => each.han))
  return [...forms].flatMap((han) =>
    placesOf(han, index).map((start) => ({
      start,
      end: start + han.length,
      channel: 'bracket',
      kind: 'bracket' as const,
      score: bracketScore,
      evidence: 0,
      isLoose: false,
      familyEnd: start,
    })),
  )
}

/** Whole lines; equal ones are compared once. */
export function lineCandidates(
  opened: OpenName,
  lines: readonly NameLine[],
  channels: Channels,
): readonly Candidate[] {
  const places = new Map<string, NameLine[]>()
  for (const line of lines) {
    const same = places.get(line.folded)
    if (same !== undefined) same.push(line)
    else if (places.size < maxLines) places.set(line.folded, [line])
  }
  const first = [...places.values()].flatMap((same) => same.slice(0, 1))
  return scoreLines(opened.readings, opened.sound, channels.sound(), first).flatMap((found) => {
    const same = places.get(first.find((line) => line.span.start === found.start)?.folded ?? '') ?? []
    return same.map(({ span }) => ({ ...found, ...span, familyEnd: span.start }))
  })
}

/** Lines that start with the only word of a name: `Kishida` for 岸田文雄. */
function firstWordLines(opened: OpenName, candidates: readonly Candidate[], index: NameIndex): readonly Candidate[] {
  if (opened.name.words.length > 1) return []
  const lines = new Map(index.lines.map((line) => [line.span.start, line]))
  return candidates.flatMap((each) => {
    const line = each.kind === 'reading' ? lines.get(each.start) : undefined
    return line === undefined || line.span.end <= each.end
      ? []
      : [{ ...each, ...line.span, score: firstWordShare * each.score, isLoose: true }]
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
