import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { chromiumPath } from './chromium.ts'
import { root, runZinpaar } from './program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the alignments that tests begin with; each takes a copy. */
    alignments: string
  }
}

/** Builds the program and aligns what the tests begin with. Where there is no browser, tests are skipped, but not in CI. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'zinpaar-browser-'))
  project.provide('alignments', folder)
  if (chromiumPath === undefined) {
    if (process.env.CI !== undefined) throw new Error('there is no chromium: install it, or name it as $CHROMIUM')
    process.stderr.write('\nNo chromium is there: the tests in the browser are skipped ($CHROMIUM names one).\n')
  } else {
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    for (const name of ['news', 'treaty'])
      await runZinpaar(
        ['align', `corpus/${name}.nl.txt`, `corpus/${name}.zh.txt`, '-o', join(folder, `${name}.json`)],
        root,
      )
  }
  return () => rmSync(folder, { recursive: true, force: true })
}
