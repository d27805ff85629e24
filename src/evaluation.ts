import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Context } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import type { Alignment } from './core/types.ts'
import { readAlignment } from './files.ts'
import { decodeText } from './formats/_text/decode.ts'
import { readLadder } from './formats/ladder/index.ts'
import { inputFrom, inputOf } from './input.ts'
import { evaluateBeads } from './review/bead-score.ts'
import { type BeadScores, evaluateLadders, type LadderPair, type Scores } from './review/evaluate.ts'
import { type Gold, parseGold, parseSpanPairs, type SpanPair } from './review/gold.ts'
import { evaluateSpans, type SpanScores } from './review/span-score.ts'
import { exportedBeads, type Selection } from './units.ts'

/** How well an output agrees with gold; which scores there are depends on what the gold says. */
export interface Evaluation {
  /** Files that were compared, by the name of their gold. */
  readonly files: readonly FileEvaluation[]
  /** Beads of all files together. */
  readonly beads?: BeadScores
  /** Stretches of text, for gold with units. */
  readonly spans?: SpanScores
  /** The F1 by which a gate decides: strict beads where the gold has them, else units. */
  readonly f1: number
}
/** The scores of one file among several. */
export interface FileEvaluation {
  readonly name: string
  readonly f1: number
  readonly beads?: BeadScores
}

/**
 * Compares an output with gold. GOLD and OUT are two ladder files, two folders of ladder files with the same names, or gold in
 * JSON against `.spans.json` or an alignment. Fails with READ_MALFORMED or READ_NOT_FOUND naming the file.
 */
export async function evaluateFiles(
  gold: string,
  output: string,
  selection: Selection,
  context: Context,
): Promise<Evaluation> {
  if (await isFolder(gold)) return evaluateFolders(gold, output, context)
  const text = await readText(gold, context)
  if (isLadder(text)) return evaluateLadderFiles([{ name: basename(gold), gold, output }], context)
  return evaluateGold(parseGold(text, gold), gold, output, selection, context)
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() === true

async function readText(path: string, context: Context): Promise<string> {
  return decodeText(await inputFrom(path).bytes(), path, context)
}
/** True when the first line has the form `[0,1]:[2]`. */
const isLadder = (text: string): boolean => /^\s*\[[\d,\s]*\]\s*:\s*\[/u.test(text)

async function evaluateFolders(gold: string, output: string, context: Context): Promise<Evaluation> {
  if (!(await isFolder(output)))
    throw new AppError('READ_NOT_FOUND', `${gold} is a folder of gold files, and ${output} is no folder`, {
      hint: 'Give two folders with files of the same names, or two files.',
    })
  const names = (await readdir(gold)).filter((name) => !name.startsWith('.')).sort()
  const there = new Set(await readdir(output))
  const files = names.map((name) => {
    const found = [name, `${name}.ladder`, `${stemOf(name)}.ladder`].find((one) => there.has(one))
    if (found === undefined) throw new AppError('READ_NOT_FOUND', `${output} has no file for ${join(gold, name)}`)
    return { name, gold: join(gold, name), output: join(output, found) }
  })
  if (files.length === 0) throw new AppError('READ_EMPTY', `${gold} is an empty folder`)
  return evaluateLadderFiles(files, context)
}

const stemOf = (name: string): string => name.replace(/\.[^.]*$/u, '')

interface ComparedFiles {
  readonly name: string
  readonly gold: string
  readonly output: string
}

async function evaluateLadderFiles(files: readonly ComparedFiles[], context: Context): Promise<Evaluation> {
  const pairs: LadderPair[] = []
  for (const { gold, output } of files) {
    const system = readLadder(await readText(output, context), output)
    pairs.push({ gold: readLadder(await readText(gold, context), gold), system })
  }
  const beads = evaluateLadders(pairs)
  const each = files.map(({ name }, i) => {
    const own = evaluateLadders(pairs.slice(i, i + 1))
    return { name, f1: own.strict.f1, beads: own }
  })
  return { files: each, beads, f1: beads.strict.f1 }
}

async function evaluateGold(
  gold: Gold,
  goldPath: string,
  output: string,
  selection: Selection,
  context: Context,
): Promise<Evaluation> {
  const system = await readSystem(output, selection, context)
  const beads =
    gold.beads === undefined || system.alignment === undefined ? undefined : evaluateBeads(gold.beads, system.alignment)
  const spans = gold.units.length === 0 ? undefined : await scoreSpans(gold, goldPath, system.pairs, context)
  const main: Scores | undefined = beads?.strict ?? spans?.unit
  if (main === undefined)
    throw new AppError('READ_MALFORMED', `${goldPath} has beads alone, and ${output} is no alignment`, {
      hint: 'Compare it with the .json file that `zinpaar align` writes.',
    })
  const scores = { f1: main.f1, ...(beads === undefined ? {} : { beads }) }
  return { files: [{ name: basename(goldPath), ...scores }], ...scores, ...(spans === undefined ? {} : { spans }) }
}

interface SystemOutput {
  readonly pairs: readonly SpanPair[]
  readonly alignment?: Alignment
}

async function readSystem(path: string, selection: Selection, context: Context): Promise<SystemOutput> {
  const text = await readText(path, context)
  if (/^\s*(?:\[|\{\s*"pairs")/u.test(text)) return { pairs: parseSpanPairs(text, path) }
  const alignment = await readAlignment(inputOf(path, text), context)
  return { alignment, pairs: spanPairsOf(alignment, selection) }
}

function spanPairsOf(alignment: Alignment, selection: Selection): readonly SpanPair[] {
  const exported = exportedBeads(alignment, selection)
  return alignment.beads
    .filter((bead) => exported.has(bead.id))
    .map((bead) => ({
      source: alignment.source.segments.slice(bead.source.from, bead.source.to).map((segment) => segment.span),
      target: alignment.target.segments.slice(bead.target.from, bead.target.to).map((segment) => segment.span),
      score: bead.confidence,
    }))
}

async function scoreSpans(
  gold: Gold,
  goldPath: string,
  pairs: readonly SpanPair[],
  context: Context,
): Promise<SpanScores> {
  const beside = (name: string): string => join(dirname(goldPath), name)
  const sourceText = await readText(beside(gold.sourceFile), context)
  const targetText = await readText(beside(gold.targetFile), context)
  return evaluateSpans({ sourceText, targetText, units: gold.units }, pairs)
}
