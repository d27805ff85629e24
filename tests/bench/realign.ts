import type { Alignment, Pin, SegmentRange } from '../../src/core/types.ts'
import { createAligner } from '../../src/pipeline.ts'
import { randomFrom } from '../random.ts'
import { madePair } from './made-pair.ts'

const segments = 10_000
const pins = 200
/** A person who drags a pair should not notice that anything is searched. */
const reachMilliseconds = 100
const quiet = { report: () => undefined }

/**
 * Milliseconds of a realign around one pin at a random place of a long text, around one far from where its segments were
 * aligned, around one more after all others, and in an alignment that was opened again.
 */
export async function realign(): Promise<Readonly<Record<string, number>>> {
  const [source, target] = madePair(segments, 0.03, 11)
  const aligner = createAligner({
    sourceLanguage: source.id.split('.')[1] ?? '',
    targetLanguage: target.id.split('.')[1] ?? '',
  })
  const started = performance.now()
  const open = await aligner.open(source, target, quiet)
  process.stdout.write(`${open.alignment.source.segments.length} segments aligned in ${seconds(started)}\n`)
  const random = randomFrom(12)
  const drawn = Array.from({ length: pins }, () => pinNear(open.alignment, random))
  const alone: number[] = []
  const changed: number[] = []
  const before = new Set(open.alignment.beads)
  for (const pin of drawn) {
    const start = performance.now()
    const { alignment } = open.realign([pin])
    alone.push(performance.now() - start)
    changed.push(alignment.beads.filter((bead) => !before.has(bead)).length)
  }
  const far = timesOf(
    Array.from({ length: pins }, () => pinNear(open.alignment, random, 60)),
    (pin) => open.realign([pin]),
  )
  const together: number[] = []
  let last = open
  for (const pin of drawn) {
    const start = performance.now()
    last = last.realign([pin])
    together.push(performance.now() - start)
  }
  const reopened = performance.now()
  const again = await aligner.reopen(last.alignment, quiet)
  process.stdout.write(`an alignment with ${pins} pins opened again in ${seconds(reopened)}\n`)
  const later = timesOf(drawn.slice(0, 50), (pin) => again.realign([{ ...pin, target: { from: 0, to: 0 } }]))
  return {
    ...row('one pin', alone),
    ...row('a far pin', far),
    ...row('one more pin', together),
    ...row('opened again', later),
    changedBeads: quantile(changed, 0.5),
  }
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

function timesOf(drawn: readonly Pin[], act: (pin: Pin) => unknown): readonly number[] {
  return drawn.map((pin) => {
    const start = performance.now()
    act(pin)
    return performance.now() - start
  })
}

/** A pin at a random bead, up to so many segments beside where it was aligned. */
function pinNear({ beads, target }: Alignment, random: () => number, reach = 3): Pin {
  const bead = beads[Math.floor(random() * beads.length)]
  const from = (bead?.source.from ?? 0) + (bead?.source.from === bead?.source.to ? -1 : 0)
  const source = { from: Math.max(0, from), to: Math.max(0, from) + 1 }
  const shifted = (bead?.target.from ?? 0) + Math.floor((2 * reach + 1) * random()) - reach
  const start = Math.max(0, Math.min(shifted, target.segments.length - 1))
  const range: SegmentRange = { from: start, to: start + 1 }
  return { source, target: range }
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0

function row(name: string, values: readonly number[]): Readonly<Record<string, number>> {
  const [median, p99, worst] = [quantile(values, 0.5), quantile(values, 0.99), quantile(values, 1)]
  const isLate = p99 > reachMilliseconds
  process.stdout.write(
    `${name.padEnd(16)} median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, worst ${worst.toFixed(1)} ms  to reach ${reachMilliseconds} ms${isLate ? '  NOT REACHED' : ''}\n`,
  )
  return { [`${name}.median`]: median, [`${name}.p99`]: p99 }
}
