import type { Span } from '../../core/types.ts'
import { type NameChannel, hanNameContext, nameChannels, readHanVariants } from '../../languages/names.ts'
import { type LatinName, parseLatinName } from './latin-name.ts'
import { scoreWhole } from './lattice.ts'
import { createFold, type Fold, indexNames, type NameIndex, type NameLine } from './name-index.ts'
import { createSoundReader, type SoundName, separator } from './sound.ts'
import { createSyllableReader, type NameReader } from './syllables.ts'
import { createWholeNameReader } from './whole-names.ts'

export type { NameIndex } from './name-index.ts'

export interface NameHit {
  readonly text: string
  readonly span: Span
  readonly channel: string
  readonly score: number
  readonly accepted: boolean
}
export interface Candidate {
  readonly start: number
  readonly end: number
  readonly channel: string
  readonly score: number
  readonly evidence?: number
}
export function createNameFinder(options: {debug?: boolean, only?: readonly string[]} = {}) {
  const fold: Fold = createFold(readHanVariants())
  const readers: { id: string; reader: NameReader }[] = []
  let sound: ((name: LatinName) => SoundName | undefined) | undefined
  for (const c of nameChannels) {
    if (options.only && !options.only.includes(c.id)) continue
    if (c.kind === 'syllables') readers.push({ id: c.id, reader: createSyllableReader(c.load()) })
    else if (c.kind === 'whole-names') readers.push({ id: c.id, reader: createWholeNameReader(c.load()) })
    else sound = createSoundReader(c.load())
  }
  const lineScores = (name: LatinName, lines: readonly NameLine[]): Candidate[] => {
    const out: Candidate[] = []
    const s = sound?.(name)
    const all = readers.map(({id,reader})=>({id,reader,lattices:reader.lattices(name)}))
    for (const line of lines) {
    if (!line.folded.includes(separator)&&line.joined.length<7) for (const { id, reader,lattices } of all) {
      for (const lattice of lattices) {
        const score = scoreWhole(lattice, line.joined, reader.nearness)
        if (score !== undefined) out.push({ ...line.span, channel: id, score: lattice.isComplete?score:score*0.7 })
      }
    }
    if (s) {
      let score = s.scoreWhole(line.folded)?.score ?? 0
      for (const part of line.folded.split(separator)) if (part.length > 1 && part !== line.folded) score = Math.max(score, 0.95 * (s.scoreWhole(part)?.score ?? 0))
      if (score > 0) out.push({ ...line.span, channel: 'sound', score })
    }
    }
    return out
  }
  return { index: (text: string): NameIndex => indexNames(text, fold), lineScores, readers }
}
