import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vitest/config'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the program as JavaScript, for tests that start it in a process or thread of its own. */
    builtProgram: string
  }
}

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, 'src')
/** One for each run, where Node finds its packages and Git looks for nothing. */
const built = join(root, 'node_modules/.cache', `zinpaar-${process.pid}`)

/**
 * Where tests put their files, gone at the end whatever they left: in memory where there is room, because thousands of small
 * files and commits wait for the disk otherwise.
 */
export const filesOfTests = join(hasRoom('/dev/shm') ? '/dev/shm' : tmpdir(), `zinpaar-tests-${process.pid}`)

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > 2 ** 30
}

/**
 * Builds the program before the tests, which takes a second: tests load it as JavaScript, in their own process and in others.
 * Its maps let failures point to the sources.
 */
export function setup(project: TestProject): () => void {
  rmSync(built, { recursive: true, force: true })
  for (const folder of [built, filesOfTests]) mkdirSync(folder, { recursive: true })
  const run = (file: string, ...words: readonly string[]): void =>
    void execFileSync(process.execPath, [join(root, file), ...words], { cwd: root })
  const more = ['--noCheck', '--declaration', 'false', '--sourceMap']
  run('node_modules/typescript/bin/tsc', '-p', '.', '--outDir', built, ...more)
  run('src/core/build/copy-data.mjs', built)
  writeFileSync(join(built, 'package.json'), '{"type":"module"}')
  project.provide('builtProgram', built)
  return () => {
    for (const folder of [built, filesOfTests]) rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Gives tests that import a source the module that was built of it, which Node loads by itself: rewritten by Vite, every
 * use of an import is a property read, and the program takes longer to load and to run. The page is not among what is built.
 */
export const programAsBuilt: Plugin = {
  name: 'program-as-built',
  enforce: 'pre',
  resolveId(specifier, importer) {
    if (!specifier.startsWith('.') || !specifier.endsWith('.ts') || importer === undefined) return undefined
    const path = relative(source, resolve(dirname(importer), specifier))
    const isOfPage = path.startsWith(join('inspector', 'client', sep))
    return path.startsWith(`..${sep}`) || isOfPage ? undefined : join(built, path.replace(/ts$/, 'js'))
  },
}
