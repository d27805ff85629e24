/**
 * Packs every source that ships into dist/lexicon/packed, after the compiler has run and the readable tables have been copied,
 * and takes those away: the packed files hold the same.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const [{ packedPath, shippedRows, shippedTable }, { packTable }, { wordsFor }, { createStock }] = await Promise.all([
  import('../../../dist/lexicon/shipped.js'),
  import('../../../dist/lexicon/packed-file.js'),
  import('../../../dist/lexicon-folder.js'),
  import('../../../dist/stock.js'),
])

const stock = createStock()
for (const row of shippedRows) {
  const table = shippedTable(row)
  const path = packedPath(row.name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, packTable(table, await wordsFor(table.languages, stock)))
}
for (const { files } of shippedRows)
  for (const file of files) rmSync(new URL(`../../../dist/lexicon/${file}`, import.meta.url))
