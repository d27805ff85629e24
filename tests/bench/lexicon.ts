import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPack } from '../../src/languages/index.ts'
import { fileBytes } from '../../src/lexicon/file-bytes.ts'
import { createLexicon } from '../../src/lexicon/lexicon.ts'
import { packedSource, packTable } from '../../src/lexicon/packed-file.ts'
import { shippedRows, shippedTable } from '../../src/lexicon/shipped.ts'
import { type Source, tableSource } from '../../src/lexicon/source.ts'
import { wordsFor } from '../../src/lexicon-folder.ts'
import { createStock } from '../../src/stock.ts'

/** What the data that ships may weigh, and how long a pair may take to load. */
const mostBytes = 3_000_000
const mostMilliseconds = 60
const runs = 15

/** Size of what ships when it is packed; milliseconds to load it for one pair, packed and from the readable tables; lookups a second. */
export async function lexicon(): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'zinpaar-bench-'))
  try {
    const tables = shippedRows.map(shippedTable)
    const paths = await Promise.all(tables.map((table) => packInto(folder, table)))
    const bytes = paths.reduce((sum, path) => sum + fileBytes(path)(0, mostBytes * 10).length, 0)
    const packs = await Promise.all(['nl', 'zh'].map(loadPack))
    const load = (sources: readonly Source[]) => {
      const all = createLexicon(sources)
      return packs.map((pack) => all.column(pack.tag, pack))
    }
    const first = timed(() => load(paths.map((path) => packedSource(fileBytes(path), path))))
    const packed = median(() => load(paths.map((path) => packedSource(fileBytes(path), path))))
    const readable = median(() => load(shippedRows.map((row) => tableSource(shippedTable(row)))))
    const [column] = load(paths.map((path) => packedSource(fileBytes(path), path)))
    const words = tables.flatMap((table) => table.rows.flatMap((row) => [...(row[0] ?? []), `${row[0]?.[0]}x`]))
    const lookups = median(() => words.filter((word) => column?.exact.get(word) !== undefined))
    const concepts = tables.reduce((sum, table) => sum + table.rows.length, 0)
    process.stdout.write(
      `${concepts} concepts in ${shippedRows.length} sources: ${(bytes / 1e6).toFixed(2)} MB packed (at most ${mostBytes / 1e6})\n` +
        `load for one pair: ${packed.toFixed(1)} ms packed (first time ${first.toFixed(1)}, at most ${mostMilliseconds}), ${readable.toFixed(1)} ms from the readable tables\n` +
        `${((words.length / lookups) * 1000).toExponential(1)} lookups of whole words a second\n`,
    )
    if (bytes > mostBytes || packed > mostMilliseconds) process.exitCode = 1
    return { bytes, concepts, loadMilliseconds: packed, firstLoadMilliseconds: first, readableMilliseconds: readable }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function packInto(folder: string, table: Parameters<typeof packTable>[0]): Promise<string> {
  const path = join(folder, `${table.name}.zlx`)
  writeFileSync(path, packTable(table, await wordsFor(table.languages, createStock())))
  return path
}

function timed(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

const median = (work: () => unknown): number =>
  Array.from({ length: runs }, () => timed(work)).sort((a, b) => a - b)[runs >> 1] ?? 0
