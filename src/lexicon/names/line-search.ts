import type { SoundChannel } from './channels.ts'
import { hasUnit, scoreWhole, type UnitSet } from './lattice.ts'
import type { NameLine } from './name-index.ts'
import { type SoundName, type SoundScore, separator } from './sound.ts'
import type { ReadName } from './text-search.ts'
import type { Candidate } from './types.ts'

/** Less than this is chance. */
const minReading = 0.2
/** Longer names than this are transcriptions. */
const longestReading = 7
/** A word of the name cannot be read in the channel. */
const incompleteShare = 0.7
/** Only the last part of a name of several sounds so, or only an earlier one. */
const lastPartShare = 0.95
const otherPartShare = 0.6
/** So many lines are compared in full with one lattice: those with the most characters that it knows. */
const maxCompared = 16
const maxUnlikely = 3
/** So many different lines are compared at all. */
const maxLines = 5000
/** What a character that is not known adds at most, and how far behind the best a line is not compared any more. */
const nearShare = 0.45
const hopeless = 0.3

/** Scores lines that are one name each as a whole; one candidate for each place of a line in each channel. */
export function scoreLines(
  names: readonly ReadName[],
  sound: SoundName | undefined,
  channel: SoundChannel | undefined,
  lines: readonly NameLine[],
): readonly Candidate[] {
  const compared = lines.slice(0, maxLines)
  const short = compared.filter((line) => line.joined.length <= longestReading && !line.folded.includes(separator))
  const found = short.length === 0 ? [] : names.flatMap((name) => readLines(name, short))
  if (sound === undefined || channel === undefined) return found
  for (const line of compared) {
    const heard = line.isTranscription ? soundOf(sound, line) : undefined
    if (heard === undefined || heard.score <= 0) continue
    const evidence = heard.evidence + preferenceOf(line, channel)
    for (const candidate of candidates(line, channel.id, 'sound', heard.score))
      found.push({ ...candidate, evidence, isLoose: heard.isPart })
  }
  return found
}

function readLines({ channel, lattices, known }: ReadName, lines: readonly NameLine[]): Candidate[] {
  const found: Candidate[] = []
  let top = 0
  for (const [i, { line, share }] of likeliest(known, lines).entries()) {
    // What the characters that are not known can add at most
    const isHopeless = share + (1 - share) * nearShare < top - hopeless
    if (isHopeless || (share < 0.5 && i >= maxUnlikely)) break
    let best = 0
    for (const lattice of lattices) {
      const score = scoreWhole(lattice, line.joined, share >= 0.5) ?? 0
      best = Math.max(best, lattice.isComplete ? score : incompleteShare * score)
    }
    top = Math.max(top, best)
    if (best >= minReading) found.push(...candidates(line, channel.id, 'reading', best))
  }
  return found
}

interface LikelyLine {
  readonly line: NameLine
  readonly share: number
}

/** Lines by the share of their characters that are known, to a tenth; none without any. */
function likeliest(known: UnitSet, lines: readonly NameLine[]): readonly LikelyLine[] {
  const tenths: LikelyLine[][] = Array.from({ length: 11 }, () => [])
  for (const line of lines) {
    const { joined } = line
    let count = 0
    for (let i = 0; i < joined.length; i++) if (hasUnit(known, joined.charCodeAt(i))) count++
    if (count > 0) tenths[Math.floor((10 * count) / joined.length)]?.push({ line, share: count / joined.length })
  }
  return tenths.reverse().flat().slice(0, maxCompared)
}

/** How a line sounds, and whether only a part of it does. */
function soundOf(sound: SoundName, line: NameLine): (SoundScore & { readonly isPart: boolean }) | undefined {
  const parts = line.folded.split(separator)
  const whole = sound.scoreWhole(line.folded)
  let best = whole === undefined ? undefined : { ...whole, isPart: false }
  if (parts.length < 2) return best
  for (const [i, part] of parts.entries()) {
    const heard = part.length < 2 ? undefined : sound.scoreWhole(part)
    if (heard === undefined) continue
    const score = (i === parts.length - 1 ? lastPartShare : otherPartShare) * heard.score
    if (best === undefined || score > best.score) best = { score, evidence: heard.evidence, isPart: true }
  }
  return best
}

function preferenceOf(line: NameLine, { preference }: SoundChannel): number {
  let sum = 0
  for (const character of line.joined) sum += preference(character) ?? 0
  return sum
}

function candidates(line: NameLine, channel: string, kind: Candidate['kind'], score: number): readonly Candidate[] {
  return line.spans.map(({ start, end }) => ({
    start,
    end,
    channel,
    kind,
    score,
    evidence: 0,
    chance: 0,
    isLoose: false,
    familyEnd: start,
  }))
}
