import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { filesOfTests, programAsBuilt } from './built-program.ts'

/** Files that take longest, so that they come first, and the workers end together. */
const longest = [
  'batch-learning',
  'contracts/language.contract',
  'exports',
  'languages/quantities-robustness',
  'cases/cli',
  'formats/kit',
  'memory/memory',
  'formats/real-files',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return place < 0 ? longest.length : place
    }
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b))
  }
}

/** Coverage is counted where Vite has rewritten the sources. */
const isCounted = process.argv.some((word) => word.startsWith('--coverage'))

export default defineConfig({
  plugins: isCounted ? [] : [programAsBuilt],
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    globalSetup: ['tests/built-program.ts'],
    // Modules hold no state, so test files can share them: half the time goes into loading otherwise.
    isolate: false,
    env: { TMPDIR: filesOfTests },
    // Failures point to the sources of what was built; young objects get more room, so that they are gone over less often.
    execArgv: ['--enable-source-maps', '--max-semi-space-size=64'],
    // One worker less than there are cores is the default, which leaves one of two idle.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { include: ['src/**/*.ts'], reporter: ['text-summary'] },
  },
})
