import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the program as JavaScript, for tests that start it in a process or thread of its own. */
    builtProgram: string
  }
}

/**
 * Builds the program before the tests, which takes a second: a thread or process that has to read TypeScript takes twice
 * as long to start. It lies where Node finds its packages and Git looks for nothing.
 */
export function setup(project: TestProject): () => void {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const built = mkdtempSync(join(cache, 'zinpaar-'))
  const run = (file: string, ...words: readonly string[]): void =>
    void execFileSync(process.execPath, [join(root, file), ...words], { cwd: root })
  run('node_modules/typescript/bin/tsc', '-p', '.', '--outDir', built, '--noCheck', '--declaration', 'false')
  run('src/core/build/copy-data.mjs', built)
  writeFileSync(join(built, 'package.json'), '{"type":"module"}')
  project.provide('builtProgram', built)
  return () => rmSync(built, { recursive: true })
}
