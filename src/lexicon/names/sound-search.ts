import type { SoundChannel } from './channels.ts'
import type { NameIndex } from './name-index.ts'
import { type SoundName, type SoundState, separatorCode } from './sound.ts'
import type { Candidate } from './types.ts'

/** What a text spells that sounds like a name. */
interface Spelling {
  readonly text: string
  readonly score: number
  readonly evidence: number
}

const minScore = 0.4
/** So many different spellings of a name are enough. */
const maxSpellings = 16

/** Places of a text that sound like a name: the best spellings, wherever they stand. */
export function searchSounds(name: SoundName, index: NameIndex, channel: SoundChannel): readonly Candidate[] {
  const spellings = walkRuns(name, index, channel)
    .sort((a, b) => b.score - a.score || b.evidence - a.evidence || (a.text < b.text ? -1 : 1))
    .slice(0, maxSpellings)
  return spellings.flatMap(({ text, score, evidence }) =>
    placesOf(text, index).map((start) => ({
      start,
      end: start + text.length,
      channel: channel.id,
      score,
      kind: 'sound' as const,
      evidence,
      chance: 0,
      isLoose: false,
      familyEnd: start,
    })),
  )
}

/** Walks the tree of what the text spells, as long as the name goes along. */
function walkRuns(name: SoundName, index: NameIndex, channel: SoundChannel): Spelling[] {
  const { firstChild, next, codes } = index.runs()
  const found: Spelling[] = []
  const walk = (node: number, states: readonly SoundState[], depth: number, text: string, preference: number): void => {
    for (let child = firstChild[node] ?? 0; child !== 0; child = next[child] ?? 0) {
      const code = codes[child] ?? 0
      const isSeparator = code === separatorCode
      const deeper = isSeparator ? depth : depth + 1
      const reached = name.advance(states, code, deeper)
      if (reached.length === 0) continue
      const character = String.fromCharCode(code)
      const spelt = text + character
      const preferred = preference + (isSeparator ? separatorPreference : (channel.preference(character) ?? 0))
      if (deeper > 1 && !isSeparator) {
        const sound = name.finish(reached)
        if (sound !== undefined && sound.score >= minScore)
          found.push({ text: spelt, score: sound.score, evidence: sound.evidence + preferred })
      }
      walk(child, reached, deeper, spelt, preferred)
    }
  }
  walk(0, name.starts, 0, '', 0)
  return found
}

/** A separator between two characters says that they are a name, in nats. */
const separatorPreference = 6

/** Offsets at which a folded string stands. */
export function placesOf(text: string, index: NameIndex): readonly number[] {
  const places: number[] = []
  for (const start of index.offsetsOf(text.charAt(0))) if (index.folded.startsWith(text, start)) places.push(start)
  return places
}
