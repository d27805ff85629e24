/**
 * Copies every data file of `src` (.tsv, .json) and every notice (-notice.txt) to the same place in `dist`, or in the folder
 * that is named, after the compiler has run; build scripts and their folders stay behind.
 */
import { cpSync, readdirSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const source = join(root, 'src')
const target = resolve(root, process.argv[2] ?? 'dist')

for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
  const isData = /(?:\.tsv|\.json|-notice\.txt)$/u.test(file)
  const isOfBuild = file.split(sep).includes('build') || file.endsWith('tsconfig.json')
  if (isData && !isOfBuild) cpSync(join(source, file), join(target, file))
}
