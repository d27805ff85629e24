import { type BeadChecker, type BeadProblem, createBeadChecker, isJudged } from '../../bead-checks.ts'
import { createWordCounter, type WordCounter } from '../../bead-words.ts'
import type { Alignment, Bead, EditRecord, Evidence } from '../../index.ts'
import { isFixedBead } from '../../inspection.ts'
import type { Realigner } from '../../realigner.ts'
import type { BeadDetail, CheckKind } from '../protocol.ts'

type FailedById = Record<string, readonly CheckKind[]>

/** Says why beads are pairs and what is wrong with them. */
export interface Judge {
  /** Details of the beads of these ids; those that are not there are left out. `records` led to the alignment. */
  details(alignment: Alignment, ids: readonly string[], records: readonly EditRecord[]): Promise<readonly BeadDetail[]>
  /** Resolves when it knows both languages. */
  prepare(): Promise<void>
  /** Kinds of failed checks of all beads; others get their turn while it looks. */
  failed(alignment: Alignment): Promise<FailedById>
  /** All failed checks of a bead in plain words, when all beads of the alignment were looked at. */
  notes(alignment: Alignment): Promise<(bead: Bead) => readonly string[]>
  /**
   * Kinds of failed checks of beads that one alignment has and the one before it had not; none where the bead of the same id
   * had failed before. Of no beads before it is prepared.
   */
  failedAmongNew(before: Alignment, after: Alignment): FailedById
}

interface Tools {
  readonly checker: BeadChecker
  readonly count: WordCounter
}

/** So long a page waits for what the texts say of a bead that a person made. */
const mostWaitMs = 1500
/** So long nobody else gets a turn. */
const turnMs = 5
/** So long the checks wait before they look again whether somebody saves. */
const pauseMs = 10
/** New beads are checked at once for so long; the page asks for the others. */
const mostCheckMs = 100

/**
 * A judge that learns what is usual from an alignment; what it found once it knows, also under another id. While `isBusy`,
 * the checks of all beads wait. `waitMs` is how long the texts may take to say what they have of a bead that a person made.
 */
export function createJudge(
  alignment: Alignment,
  realigner: Pick<Realigner, 'explain'>,
  isBusy: () => boolean,
  waitMs = mostWaitMs,
): Judge {
  const known = new Map<string, readonly BeadProblem[]>()
  let tools: Promise<Tools> | undefined
  let prepared: Tools | undefined
  const ready = (): Promise<Tools> => {
    tools ??= Promise.all([createBeadChecker(alignment), createWordCounter(alignment)]).then(([checker, count]) => {
      prepared = { checker, count }
      return prepared
    })
    return tools
  }
  const problemsOf = (checker: BeadChecker, pair: Alignment, bead: Bead): readonly BeadProblem[] => {
    const key = keyOf(pair, bead)
    const found = known.get(key) ?? checker.check(pair, bead)
    known.set(key, found.length === 0 ? none : found)
    return found
  }
  const evidenceOf = async (bead: Bead, records: readonly EditRecord[]): Promise<readonly Evidence[]> => {
    if (isLone(bead) || !isHandmade(bead)) return bead.evidence
    const explained = await within(waitMs, realigner.explain(records, bead.id))
    if (explained === undefined || explained.length === 0) return bead.evidence
    return [...explained, ...bead.evidence.filter((item) => isWord(bead, item))]
  }
  const failed: Judge['failed'] = async (pair) => {
    const { checker } = await ready()
    const found: FailedById = {}
    let since = performance.now()
    for (const bead of pair.beads) {
      if (performance.now() - since > turnMs) {
        do await new Promise((resolve) => (isBusy() ? setTimeout(resolve, pauseMs) : setImmediate(resolve)))
        while (isBusy())
        since = performance.now()
      }
      const problems = problemsOf(checker, pair, bead)
      if (problems.length > 0) found[bead.id] = problems.map(({ check }) => check)
    }
    return found
  }
  return {
    async details(pair, ids, records) {
      const { checker, count } = await ready()
      const wanted = new Set(ids)
      const beads = pair.beads.filter(({ id }) => wanted.has(id))
      return Promise.all(
        beads.map(async (bead): Promise<BeadDetail> => {
          const evidence = await evidenceOf(bead, records)
          const words = count(pair, { ...bead, evidence })
          return { id: bead.id, evidence, checks: problemsOf(checker, pair, bead), words }
        }),
      )
    },
    prepare: async () => void (await ready()),
    failed,
    async notes(pair) {
      await failed(pair)
      const { checker } = await ready()
      return (bead) => problemsOf(checker, pair, bead).map(({ note }) => note)
    },
    failedAmongNew(before, after) {
      const failed: FailedById = {}
      if (prepared === undefined) return failed
      const { checker } = prepared
      const start = performance.now()
      const { old, fresh } = differenceOf(before.beads, after.beads)
      const oldById = new Map(old.map((bead) => [bead.id, bead]))
      for (const bead of fresh) {
        if (performance.now() - start > mostCheckMs) break
        const problems = problemsOf(checker, after, bead)
        const was = oldById.get(bead.id)
        const hadFailed = was !== undefined && (known.get(keyOf(before, was)) ?? none).length > 0
        if (problems.length > 0 || hadFailed) failed[bead.id] = problems.map(({ check }) => check)
      }
      return failed
    },
  }
}

const none: readonly BeadProblem[] = []

const isLone = ({ source, target }: Bead): boolean => source.from === source.to || target.from === target.to

/** The aligner has something to say of every pair as a whole: of its lengths, its shape. */
const isHandmade = (bead: Bead): boolean =>
  bead.evidence.every((item) => item.links !== undefined || isWord(bead, item))

/** True for the word of a person or a memory. */
const isWord = (bead: Bead, item: Evidence): boolean => isFixedBead({ ...bead, evidence: [item] })

/** All that the checks look at: the places of both texts, which a cut elsewhere does not change, and what a person said. */
function keyOf({ source, target }: Alignment, bead: Bead): string {
  const place = (side: Alignment['source'], { from, to }: Bead['source']): string =>
    side.segments
      .slice(from, to)
      .map(({ span }) => `${span.start}-${span.end}`)
      .join()
  const said = bead.text === undefined ? '' : JSON.stringify(bead.text)
  return `${place(source, bead.source)}:${place(target, bead.target)}:${bead.relation}${isJudged(bead) ? '' : '-'}${said}`
}

/** Beads that only one of two lists has, between what they have in common at their ends. */
function differenceOf(
  before: readonly Bead[],
  after: readonly Bead[],
): { readonly old: readonly Bead[]; readonly fresh: readonly Bead[] } {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const old = before.slice(head, before.length - tail)
  const had = new Set(old)
  return { old, fresh: after.slice(head, after.length - tail).filter((bead) => !had.has(bead)) }
}

/** What a promise gives, or undefined when it takes too long or fails. */
async function within<Result>(ms: number, promise: Promise<Result>): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined)
  })
  try {
    return await Promise.race([promise.catch(() => undefined), late])
  } finally {
    clearTimeout(timer)
  }
}
