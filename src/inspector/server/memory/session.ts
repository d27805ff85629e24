import type { Memory, Step, Stock } from '../../../index.ts'
import { type Editor, editUnits } from '../../../memory-edit.ts'
import { figuresOf } from '../../../memory-figures.ts'
import type { MemoryUnit } from '../../../memory-view.ts'
import type {
  Changed,
  ChangePost,
  ConcordanceAnswer,
  ConcordancePost,
  FiguresAnswer,
  FuzzyAnswer,
  FuzzyPost,
  MemorySheet,
  StepState,
  UnitChange,
  UnitsAnswer,
  UnitsPost,
} from '../../memory-protocol.ts'
import { createListings } from './listings.ts'
import { lookUpSentence, lookUpWords } from './searches.ts'

/** A memory as a page sees and changes it. */
export interface MemorySession {
  sheet(): Promise<MemorySheet>
  units(post: UnitsPost): Promise<UnitsAnswer>
  concordance(post: ConcordancePost): Promise<ConcordanceAnswer>
  fuzzy(post: FuzzyPost): Promise<FuzzyAnswer>
  change(post: ChangePost): Promise<Changed>
  history(): Promise<readonly Step[]>
  figures(): Promise<FiguresAnswer>
  close(): Promise<void>
}

export interface MemorySessionParts {
  readonly memory: Memory
  /** Name of the file. */
  readonly name: string
  readonly by: string
  now(): Date
  readonly dataFolder?: string | undefined
  readonly stock?: Stock | undefined
}

/** A step that this page made, with what became of the units. */
interface OwnStep {
  readonly number: number
  readonly label: string
  readonly heirs: readonly (readonly [old: number, now: number | undefined])[]
}

type Heirs = readonly (readonly [old: number, now: MemoryUnit | null])[]

/** A session over an open memory, which it closes at its end. */
export async function createMemorySession(parts: MemorySessionParts): Promise<MemorySession> {
  const { memory, by } = parts
  let { units } = await memory.counts()
  const listings = createListings(memory, () => units)
  const done: OwnStep[] = []
  const undone: OwnStep[] = []
  let turn: Promise<unknown> = Promise.resolve()
  /** Changes come one after another. */
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const next = turn.then(run)
    turn = next.catch(() => undefined)
    return next
  }
  const editor = (): Editor => ({ by, at: parts.now().toISOString() })
  const steps = (): StepState => {
    const [last, next] = [done.at(-1), undone.at(-1)]
    return {
      ...(last === undefined ? {} : { undo: last.label }),
      ...(next === undefined ? {} : { redo: next.label }),
    }
  }
  const heirsOf = async (pairs: OwnStep['heirs']): Promise<Heirs> => {
    const found = await memory.unitsOf(pairs.map(([old, now]) => now ?? old))
    const heirs = pairs.map(([old], i) => [old, found[i] ?? null] as const)
    const before = await memory.unitsOf(pairs.map(([old]) => old))
    heirs.forEach(([old, now], i) => {
      listings.changed(old, now ?? undefined)
      // An equal unit that was there all along.
      const own = before[i]
      if (own !== undefined && own.key !== now?.key) listings.changed(old, own)
    })
    return heirs
  }
  const answer = async (step: Changed['step'], heirs: Heirs | undefined): Promise<Changed> => {
    units = (await memory.counts()).units
    return {
      ...(step === undefined ? {} : { step }),
      ...(heirs === undefined ? {} : { heirs }),
      units,
      steps: steps(),
    }
  }
  const edit = async (post: UnitChange): Promise<Changed> => {
    const edited = await editUnits(memory, post, editor())
    if (edited === undefined) return answer(undefined, [])
    const label = (await memory.history()).find(({ number }) => number === edited.step)?.label ?? ''
    const own = { number: edited.step, label, heirs: edited.heirs }
    done.push(own)
    undone.length = 0
    return answer({ number: own.number, label }, await heirsOf(own.heirs))
  }
  const turnStep = async (isUndo: boolean, number: number | undefined): Promise<Changed> => {
    const [from, to] = isUndo ? [done, undone] : [undone, done]
    const own = number === undefined ? from.at(-1) : from.find((step) => step.number === number)
    if (own === undefined && number === undefined) return answer(undefined, [])
    const step = isUndo ? await memory.undo(own?.number ?? number) : await memory.redo(own?.number ?? number)
    const turned = { number: step.number, label: step.label }
    if (own === undefined) {
      listings.renew()
      return answer(turned, undefined)
    }
    from.splice(from.indexOf(own), 1)
    to.push(own)
    const pairs = isUndo ? own.heirs.map(([old, now]) => [now ?? old, old] as const) : own.heirs
    return answer(turned, await heirsOf(pairs))
  }
  return {
    sheet: async () => ({ ...(await sheetOf(parts)), steps: steps() }),
    units: (post) => listings.units(post),
    concordance: (post) => lookUpWords(parts, post),
    fuzzy: (post) => lookUpSentence(memory, post),
    change: (post) =>
      inTurn(() =>
        post.kind === 'undo' || post.kind === 'redo' ? turnStep(post.kind === 'undo', post.step) : edit(post),
      ),
    history: () => memory.history(),
    async figures() {
      const table = listings.table()
      return { ...figuresOf(table), isWhole: table.isWhole() }
    },
    async close() {
      listings.close()
      await turn
      await listings.whole()
      await memory.close()
    },
  }
}

async function sheetOf({ memory, name, by }: MemorySessionParts): Promise<Omit<MemorySheet, 'steps'>> {
  const { units, byLanguages, byMemory } = await memory.counts()
  const pairs = Object.entries(byLanguages)
    .map(([languages, count]) => ({ languages, units: count }))
    .sort((a, b) => b.units - a.units)
  const tags = [...new Set(pairs.flatMap(({ languages }) => languages.split(' ')))]
  const languages = tags.map((tag) => ({ tag, direction: directionOf(tag) }))
  const memories = Object.keys(byMemory).sort((a, b) => (byMemory[b] ?? 0) - (byMemory[a] ?? 0))
  return { name, isReadOnly: memory.isReadOnly, by, units, pairs, languages, memories }
}

/** Scripts that are written from right to left (CLDR), and have no short way to be asked for in all versions of Node. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/** To load the pack of a language only for this would take longer than all the rest. */
function directionOf(tag: string): 'ltr' | 'rtl' {
  try {
    return rightToLeft.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}
