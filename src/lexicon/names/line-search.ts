import type { SoundChannel } from './channels.ts'
import { scoreWhole } from './lattice.ts'
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

/** Scores lines that are one name each as a whole. */
export function scoreLines(
  names: readonly ReadName[],
  sound: SoundName | undefined,
  channel: SoundChannel | undefined,
  lines: readonly NameLine[],
): readonly Candidate[] {
  return lines.flatMap((line): readonly Candidate[] => {
    const found = line.folded.includes(separator) || line.joined.length > longestReading ? [] : readLine(names, line)
    const score = sound === undefined ? 0 : soundOf(sound, line)
    return score > 0 && channel !== undefined
      ? [...found, candidate(line, channel.id, 'sound', score)]
      : found
  })
}

function readLine(names: readonly ReadName[], line: NameLine): readonly Candidate[] {
  return names.flatMap(({ channel, lattices }) => {
    let best = 0
    for (const lattice of lattices) {
      const score = scoreWhole(lattice, line.joined, channel.nearness) ?? 0
      best = Math.max(best, lattice.isComplete ? score : incompleteShare * score)
    }
    return best > 0 ? [candidate(line, channel.id, 'reading', best)] : []
  })
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
