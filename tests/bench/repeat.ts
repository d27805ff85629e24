import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type LadderBead, readLadder } from '../../src/formats/ladder/index.ts'
import { evaluateLadders } from '../../src/review/evaluate.ts'
import { measureProcess, type ProcessFigures } from './child.ts'
import { type LadderDocument, ladderSets, readLadderSet } from './ladders.ts'
import { sharedFolder } from './shared.ts'

/** A long text: the lines of both sides and its gold beads. */
interface Book {
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly gold: readonly LadderBead[]
}

/** How a program aligns two files of lines, and what it writes. */
interface Program {
  readonly name: string
  command(source: string, target: string, folder: string): readonly [file: string, ...options: string[]]
  /** Beads from what it wrote to standard output. */
  beads(output: string, book: Book): readonly LadderBead[]
}

/** The text once is compared with this many lines of the source, and with LINES. */
const smallLines = 4000
const usualLines = 10_000

/**
 * A set of `ladder` repeated up to LINES lines of the source, its copies apart by a numbered heading, against the same set
 * once: strict and lax F1, lines of the source a second, time a line and memory of the whole process. HUNALIGN=FILE runs that
 * program on the same lines; the first option names the one program to run.
 */
export async function repeat(options: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const shared = sharedFolder()
  if (shared === undefined) {
    process.stdout.write('skipped: no gold data (set ZINPAAR_SHARED)\n')
    return {}
  }
  const [, set] = ladderSets
  const documents = readLadderSet(join(shared, 'gold'), set)
  const lines = Number(process.env.LINES ?? usualLines)
  const once = documents.reduce((sum, { source }) => sum + source.blocks.length, 1)
  const counts = [...new Set([1, Math.max(1, Math.round(smallLines / once)), Math.max(1, Math.round(lines / once))])]
  const hunalign = process.env.HUNALIGN
  const all = hunalign === undefined ? [zinpaar] : [zinpaar, hunalignAt(hunalign)]
  const only = options.find((option) => !option.startsWith('-')) ?? ''
  const programs = all.filter(({ name }) => name.includes(only))
  const figures: Record<string, number> = {}
  for (const program of programs) {
    const rows = new Map<number, ProcessFigures>()
    for (const copies of counts) {
      const book = bookOf(documents, copies)
      const row = await runProgram(program, book, figures)
      rows.set(copies, row)
    }
    printGrowth(program.name, rows, counts, once, figures)
  }
  return figures
}

async function runProgram(program: Program, book: Book, figures: Record<string, number>): Promise<ProcessFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'zinpaar-bench-'))
  try {
    const [source, target] = [join(folder, 'source.txt'), join(folder, 'target.txt')]
    writeFileSync(source, `${book.source.join('\n')}\n`)
    writeFileSync(target, `${book.target.join('\n')}\n`)
    const measured = await measureProcess(program.command(source, target, folder), folder)
    const { strict, lax } = evaluateLadders([{ gold: book.gold, system: program.beads(measured.output, book) }])
    const key = `${program.name}.${book.source.length}`
    const perSecond = book.source.length / measured.seconds
    figures[`${key}.strict`] = strict.f1
    figures[`${key}.lax`] = lax.f1
    figures[`${key}.linesPerSecond`] = perSecond
    figures[`${key}.peakMegabytes`] = measured.peakMegabytes
    process.stdout.write(
      `${program.name.padEnd(10)} ${String(book.source.length).padStart(6)} : ${String(book.target.length).padEnd(6)} lines  strict F1 ${strict.f1.toFixed(3)}  lax F1 ${lax.f1.toFixed(3)}  ${measured.seconds.toFixed(1).padStart(6)} s  ${perSecond.toFixed(0).padStart(6)} lines/s  peak ${measured.peakMegabytes.toFixed(0)} MB\n`,
    )
    return measured
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Time a line of the long text beyond the text once, against that of the short one: starting the program is left out. */
function printGrowth(
  name: string,
  rows: ReadonlyMap<number, ProcessFigures>,
  counts: readonly number[],
  linesOnce: number,
  figures: Record<string, number>,
): void {
  const [first = 1, small, large] = counts
  const perLine = (copies: number | undefined): number =>
    ((rows.get(copies ?? 0)?.seconds ?? 0) - (rows.get(first)?.seconds ?? 0)) / (((copies ?? 0) - first) * linesOnce)
  if (small === undefined || large === undefined) return
  const growth = perLine(large) / perLine(small)
  figures[`${name}.growth`] = growth
  process.stdout.write(
    `${name.padEnd(10)} beyond the text once: ${(1000 * perLine(small)).toFixed(2)} ms a line at ${small * linesOnce} lines, ${(1000 * perLine(large)).toFixed(2)} at ${large * linesOnce} (× ${growth.toFixed(2)})\n`,
  )
}

/** Copies of all documents in a row, each under a heading with its number. */
function bookOf(documents: readonly LadderDocument[], copies: number): Book {
  const source: string[] = []
  const target: string[] = []
  const gold: LadderBead[] = []
  for (let copy = 1; copy <= copies; copy++) {
    gold.push({ source: [source.length], target: [target.length] })
    source.push(`第${copy}卷`)
    target.push(`Volume ${copy}`)
    for (const document of documents) {
      const [s, t] = [source.length, target.length]
      for (const bead of document.gold)
        gold.push({ source: bead.source.map((i) => i + s), target: bead.target.map((j) => j + t) })
      for (const { span } of document.source.blocks) source.push(document.source.text.slice(span.start, span.end))
      for (const { span } of document.target.blocks) target.push(document.target.text.slice(span.start, span.end))
    }
  }
  return { source, target, gold }
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const [, { source: sourceTag, target: targetTag }] = ladderSets

/** The tool itself, as a user starts it, run from its source. */
const zinpaar: Program = {
  name: 'zinpaar',
  command: (source, target) => [
    process.execPath,
    '--import',
    join(root, 'node_modules/tsx/dist/esm/index.mjs'),
    join(root, 'src/cli/main.ts'),
    'align',
    source,
    target,
    '--segmented',
    '--source-lang',
    sourceTag,
    '--target-lang',
    targetTag,
    '--mode',
    'parallel',
    '--lexicon',
    'none',
    '--to',
    'ladder',
    '-o',
    '-',
  ],
  beads: (output) => readLadder(output),
}

/** hunalign without a dictionary: each line of its output is a rung, and a bead lies between two of them. */
const hunalignAt = (file: string): Program => ({
  name: 'hunalign',
  command: (source, target, folder) => [file, '-utf', '-realign', emptyFile(folder), source, target],
  beads: (output, { source, target }) => {
    const rungs = output.split('\n').flatMap((line) => {
      const [i, j] = line.split('\t').map(Number)
      return line.trim() === '' || i === undefined || j === undefined ? [] : [[i, j] as const]
    })
    const ends = [...rungs, [source.length, target.length] as const]
    return rungs.flatMap(([i, j], k) => {
      const [a, b] = ends[k + 1] ?? [i, j]
      return a === i && b === j ? [] : [{ source: indexes(i, a), target: indexes(j, b) }]
    })
  },
})

const indexes = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, k) => from + k)

function emptyFile(folder: string): string {
  const file = join(folder, 'empty.dic')
  writeFileSync(file, '')
  return file
}
