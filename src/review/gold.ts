import { AppError } from '../core/errors.ts'
import type { Span } from '../core/types.ts'

/** Text that belongs together: one stretch of the source, one of the target. */
export interface GoldUnit {
  readonly source: Span
  readonly target: Span
}

/** Sentences that translate each other; an empty side is a sentence without a counterpart. */
export interface GoldBead {
  readonly source: readonly Span[]
  readonly target: readonly Span[]
}

/** What a gold file in JSON says about one pair of texts. */
export interface Gold {
  /** Names of the two texts, relative to the folder of the gold file. */
  readonly sourceFile: string
  readonly targetFile: string
  readonly units: readonly GoldUnit[]
  /** Absent where the gold says nothing about whole documents. */
  readonly beads?: readonly GoldBead[]
}

/** One pair of a system: any number of stretches on each side. */
export interface SpanPair {
  readonly source: readonly Span[]
  readonly target: readonly Span[]
  readonly score?: number
}

/** Names of the texts beside a gold file that names none. */
const defaultFiles = { source: 'src.nl.txt', target: 'trg.zh.txt' }

/**
 * Reads gold JSON: `units` is a list of `[sourceStart, sourceEnd, targetStart, targetEnd]`, `beads` a list of
 * `{source: [[start, end], …], target: […]}`, `src` and `trg` name the texts; a bare list is taken for the units.
 */
export function parseGold(text: string, file: string): Gold {
  const value = parseJson(text, file)
  if (Array.isArray(value)) return { ...fileNames({}), units: unitsOf(value, file) }
  if (!isRecord(value) || !(Array.isArray(value.units) || Array.isArray(value.beads)))
    throw malformed(file, 'it has neither units nor beads')
  const beads = Array.isArray(value.beads) ? beadsOf(value.beads, file) : undefined
  const units = Array.isArray(value.units) ? unitsOf(value.units, file) : []
  return { ...fileNames(value), units, ...(beads === undefined ? {} : { beads }) }
}

/** Reads a `.spans.json` list: `[{src: [start, end], trg: [start, end], score}, …]`; a side may also be a list of stretches, or null. */
export function parseSpanPairs(text: string, file: string): readonly SpanPair[] {
  const value = parseJson(text, file)
  const list = isRecord(value) ? value.pairs : value
  if (!Array.isArray(list)) throw malformed(file, 'it is not a list of pairs')
  return list.map((item: unknown, i) => {
    if (!isRecord(item)) throw malformed(file, `pair ${i + 1} is not {src, trg}`)
    const score = typeof item.score === 'number' ? { score: item.score } : {}
    const where = `pair ${i + 1}`
    return { source: stretches(item.src, file, where), target: stretches(item.trg, file, where), ...score }
  })
}

function fileNames(value: Readonly<Record<string, unknown>>): Pick<Gold, 'sourceFile' | 'targetFile'> {
  const name = (key: string, fallback: string): string => {
    const given = value[key]
    return typeof given === 'string' ? given : fallback
  }
  return { sourceFile: name('src', defaultFiles.source), targetFile: name('trg', defaultFiles.target) }
}

function unitsOf(list: readonly unknown[], file: string): readonly GoldUnit[] {
  return list.map((item, i) => {
    if (!isNumbers(item, 4)) throw malformed(file, `unit ${i + 1} is not four numbers`)
    const [s0 = 0, s1 = 0, t0 = 0, t1 = 0] = item
    return { source: { start: s0, end: s1 }, target: { start: t0, end: t1 } }
  })
}

function beadsOf(list: readonly unknown[], file: string): readonly GoldBead[] {
  return list.map((item, i) => {
    if (!isRecord(item)) throw malformed(file, `bead ${i + 1} is not {source, target}`)
    const where = `bead ${i + 1}`
    return { source: stretches(item.source, file, where), target: stretches(item.target, file, where) }
  })
}

function stretches(value: unknown, file: string, where: string): readonly Span[] {
  if (value === null || value === undefined) return []
  if (!Array.isArray(value)) throw malformed(file, `${where} has a side that is no list`)
  const list: readonly unknown[] = typeof value[0] === 'number' ? [value] : value
  return list.map((item) => {
    if (!isNumbers(item, 2)) throw malformed(file, `${where} has a stretch that is not [start, end]`)
    const [start = 0, end = 0] = item
    return { start, end }
  })
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('READ_MALFORMED', `${file} is not valid JSON`, { cause })
  }
}

const malformed = (file: string, why: string): AppError =>
  new AppError('READ_MALFORMED', `${file} cannot be used for scoring: ${why}`, {
    hint: 'Gold is a ladder file, or JSON with units or beads; `zinpaar evaluate --help` shows both.',
  })

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNumbers = (value: unknown, length: number): value is readonly number[] =>
  Array.isArray(value) && value.length >= length && value.every((item) => typeof item === 'number' && item >= 0)
