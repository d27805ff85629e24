import type { Alignment, Bead, Evidence } from '../../src/core/types.ts'
import { madeAlignment, madeBead, madeDocument } from '../made-alignment.ts'
import { randomFrom } from '../random.ts'
import { madeUnits } from './made-memory.ts'

/** Segments of both sides in one bead, and how often that comes in a hundred. */
const shapes: readonly (readonly [source: number, target: number, upTo: number])[] = [
  [1, 1, 80],
  [1, 2, 88],
  [2, 1, 94],
  [1, 0, 97],
  [0, 1, 100],
]

/** An alignment of so many beads over made texts: mostly pairs, some of other shapes, one in fifty across its neighbour. */
export function madeLongAlignment(count: number, seed: number): Alignment {
  const random = randomFrom(seed)
  const units = madeUnits(seed)
  const [here, there]: [string[], string[]] = [[], []]
  const beads: Bead[] = []
  const shapeOf = (): readonly [number, number] => {
    const at = 100 * random()
    const [source, target] = shapes.find(([, , upTo]) => at < upTo) ?? [1, 1]
    return [source, target]
  }
  while (beads.length < count) {
    const [sources, targets] = shapeOf()
    const [from, to] = [here.length, there.length]
    for (let at = 0; at < Math.max(sources, targets); at++) {
      const [nl, zh] = units.next().value ?? ['', '']
      if (at < sources) here.push(nl)
      if (at < targets) there.push(zh)
    }
    const isLone = sources === 0 || targets === 0
    const relation = isLone ? 'unaligned' : random() < 0.85 ? 'translation' : 'partial'
    beads.push(
      madeBead([from, here.length], [to, there.length], relation, isLone ? 0 : random() ** 0.3, isLone ? [] : reasons),
    )
  }
  return madeAlignment(
    madeDocument('made.nl.txt', 'nl', here),
    madeDocument('made.zh.txt', 'zh', there),
    crossed(beads),
  )
}

const reasons: readonly Evidence[] = [
  { scorer: 'ratio', score: 0.7, note: 'the lengths fit' },
  { scorer: 'lexical', score: 3.1, note: '5 of 8 known words here and 5 of 9 there have a counterpart' },
]

/** One pair in fifty changes its target with the next one. */
function crossed(beads: readonly Bead[]): readonly Bead[] {
  const placed = [...beads]
  for (let at = 0; at + 1 < placed.length; at += 50) {
    const [one, other] = [placed[at], placed[at + 1]]
    if (one === undefined || other === undefined || [one, other].some(isLone)) continue
    placed[at] = withTarget(one, other.target)
    placed[at + 1] = withTarget(other, one.target)
  }
  return placed
}

const isLone = ({ source, target }: Bead): boolean => source.from === source.to || target.from === target.to

const withTarget = ({ source, relation, confidence, evidence }: Bead, target: Bead['target']): Bead =>
  madeBead([source.from, source.to], [target.from, target.to], relation, confidence, evidence)
