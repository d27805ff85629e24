import type { SoundChannel } from './channels.ts'
import { charactersOf, type Lattice, scoreWhole } from './lattice.ts'
import type { NameLine } from './name-index.ts'
import { type SoundName, separator } from './sound.ts'
import type { ReadName } from './text-search.ts'
import type { Candidate } from './types.ts'

/** Longer names than this are transcriptions. */
const longestReading = 7
/** A word of the name cannot be read in the channel. */
const incompleteShare = 0.7
/** Only the last part of a name of several sounds so, or only an earlier one. */
const lastPartShare = 0.95
const otherPartShare = 0.6
/** So many lines are compared in full with one lattice: those with the most characters that it knows. */
const maxCompared = 48

/** Scores lines that are one name each as a whole. */
export function scoreLines(
  names: readonly ReadName[],
  sound: SoundName | undefined,
  channel: SoundChannel | undefined,
  lines: readonly NameLine[],
): readonly Candidate[] {
  const short = lines.filter((line) => line.joined.length <= longestReading && !line.folded.includes(separator))
  const found = names.flatMap((name) => readLines(name, short))
  if (sound === undefined || channel === undefined) return found
  for (const line of lines) {
    const score = line.isTranscription ? soundOf(sound, line) : 0
    if (score > 0) found.push(candidate(line, channel.id, 'sound', score))
  }
  return found
}

function readLines({ channel, lattices }: ReadName, lines: readonly NameLine[]): Candidate[] {
  const best = new Map<NameLine, number>()
  for (const lattice of lattices)
    for (const line of likeliest(lattice, lines)) {
      const score = (scoreWhole(lattice, line.joined, channel.nearness) ?? 0) * (lattice.isComplete ? 1 : incompleteShare)
      if (score > (best.get(line) ?? 0)) best.set(line, score)
    }
  return Array.from(best, ([line, score]) => candidate(line, channel.id, 'reading', score))
}

/** Lines by the share of their characters that a lattice knows; none without any. */
function likeliest(lattice: Lattice, lines: readonly NameLine[]): readonly NameLine[] {
  const known = charactersOf(lattice)
  const shares: { readonly line: NameLine; readonly share: number }[] = []
  for (const line of lines) {
    let count = 0
    for (let i = 0; i < line.joined.length; i++) count += known[line.joined.charCodeAt(i)] ?? 0
    if (count > 0) shares.push({ line, share: count / line.joined.length })
  }
  return shares
    .sort((a, b) => b.share - a.share)
    .slice(0, maxCompared)
    .map(({ line }) => line)
}

function soundOf(sound: SoundName, line: NameLine): number {
  const whole = sound.scoreWhole(line.folded)?.score ?? 0
  const parts = line.folded.split(separator)
  if (parts.length < 2) return whole
  const scores = parts.map((part, i) => {
    const share = i === parts.length - 1 ? lastPartShare : otherPartShare
    return part.length < 2 ? 0 : share * (sound.scoreWhole(part)?.score ?? 0)
  })
  return Math.max(whole, ...scores)
}

function candidate(line: NameLine, channel: string, kind: Candidate['kind'], score: number): Candidate {
  const { start, end } = line.span
  return { start, end, channel, kind, score, evidence: 0, isLoose: false, familyEnd: start }
}
