import type { Alignment, Bead, Segment } from '../../src/core/types.ts'
import type { Edit, EditedPair, Side } from '../../src/review/edits/types.ts'
import { madeAlignment, madeBead, madeDocument } from '../made-alignment.ts'

export const ann = { by: 'ann', at: '2026-02-03T09:00:00Z' }

type Draw = () => number
const below = (draw: Draw, count: number): number => Math.min(count - 1, Math.floor(draw() * count))
const pick = <Item>(draw: Draw, items: readonly Item[]): Item | undefined => items[below(draw, items.length)]

/** An alignment of random shapes: pairs of one or two segments, ones that stand alone, two neighbours that cross. */
export function randomAlignment(draw: Draw, steps: number): Alignment {
  const beads: Bead[] = []
  let [s, t] = [0, 0]
  for (let k = 0; k < steps; k++) {
    const [n = 1, m = 1] =
      pick(draw, [
        [1, 1],
        [1, 1],
        [2, 1],
        [1, 2],
        [2, 2],
        [1, 0],
        [0, 1],
        [9, 9],
      ]) ?? []
    if (n === 9) {
      beads.push(madeBead([s, s + 1], [t + 1, t + 2], 'related'), madeBead([s + 1, s + 2], [t, t + 1], 'partial'))
      s += 2
      t += 2
      continue
    }
    beads.push(madeBead([s, s + n], [t, t + m], n * m === 0 ? 'unaligned' : 'translation'))
    s += n
    t += m
  }
  return madeAlignment(madeText('a', s, draw), madeText('b', t, draw), beads)
}

const words = ['sun', 'moon', 'the river', '水', 'a b c', '😀 two']
function madeText(id: string, count: number, draw: Draw) {
  const lines = Array.from({ length: count }, (_, k) => `${pick(draw, words)} ${k} ${pick(draw, words)}`)
  const made = madeDocument(id, 'und', lines)
  return {
    ...made,
    analyses: made.segments.map(({ span }, k) => ({
      entities: [
        { kind: 'number' as const, span: { start: span.end - 2, end: span.end }, key: `number:${k}`, by: 'made' },
        { kind: 'title' as const, span, by: 'made' },
      ],
      length: 0.1 + k / 3,
    })),
  }
}

/** A random edit of any kind; most of them fit the pair. */
export function randomEdit(draw: Draw, pair: EditedPair): Edit {
  const { beads } = pair
  const at = below(draw, beads.length)
  const bead = beads[at]?.id ?? ''
  const side: Side = draw() < 0.5 ? 'source' : 'target'
  const range = (of: Side) => {
    const from = below(draw, pair[of].segments.length)
    return { from, to: Math.min(pair[of].segments.length, from + 1 + below(draw, 3)) }
  }
  const near = beads.slice(at, at + 2 + below(draw, 2)).map(({ id }) => id)
  const inside = (of: Side): number => (beads[at]?.[of].from ?? 0) + below(draw, 3)
  const makers: readonly (() => Edit)[] = [
    () => ({ edit: pick(draw, ['accept', 'reject', 'reopen'] as const) ?? 'accept', beads: near, ...ann }),
    () => ({ edit: 'merge', beads: near, ...ann }),
    () => ({ edit: 'split', bead, source: inside('source'), target: inside('target'), ...ann }),
    () => ({
      edit: 'move',
      side,
      segment: Math.max(0, (beads[at]?.[side].to ?? 0) - below(draw, 3)),
      to: bead,
      ...ann,
    }),
    () => ({ edit: 'link', source: range('source'), target: range('target'), ...ann, comment: 'far' }),
    () => ({ edit: 'unlink', bead, ...ann }),
    () => randomCut(draw, pair, side),
    () => ({ edit: 'retext', bead, side, ...(draw() < 0.3 ? {} : { text: `t${at}` }), ...ann }),
    () => ({ edit: 'comment', bead, note: draw() < 0.3 ? '' : `note ${at}`, ...ann }),
    () => ({ edit: 'pin', bead, ...ann }),
    () => swap(draw, pair),
  ]
  return (pick(draw, makers) ?? (() => ({ edit: 'pin' as const, bead, ...ann })))()
}

function randomCut(draw: Draw, pair: EditedPair, side: Side): Edit {
  const segment: Segment | undefined = pick(draw, pair[side].segments)
  const { start, end } = segment?.span ?? { start: 0, end: 0 }
  return { edit: 'cut', side, segment: segment?.index ?? 0, offset: start + below(draw, end - start + 1), ...ann }
}

/** Two neighbours exchange their targets, as a realign may find, now and then in another mode. */
function swap(draw: Draw, { beads }: EditedPair): Edit {
  const at = below(draw, beads.length - 1)
  const [a, b] = [beads[at], beads[at + 1]]
  if (a === undefined || b === undefined) return { edit: 'realign', changes: [], ...ann }
  const made = [
    madeBead([a.source.from, a.source.to], [b.target.from, b.target.to], 'translation'),
    madeBead([b.source.from, b.source.to], [a.target.from, a.target.to], 'translation'),
  ].filter(({ source, target }) => source.from < source.to || target.from < target.to)
  const before = beads[at - 1]?.id
  return {
    edit: 'realign',
    changes: [{ ...(before === undefined ? {} : { follows: before }), removed: [a.id, b.id], beads: made }],
    ...(draw() < 0.5 ? {} : { made: { mode: 'comparable', modeReason: 'asked for', signature: `${draw()}` } }),
    ...ann,
  }
}
