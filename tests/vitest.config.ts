import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    globalSetup: ['tests/built-program.ts'],
    // Modules hold no state, so test files can share them: half the time goes into loading otherwise.
    isolate: false,
    // One worker less than there are cores is the default, which leaves one of two idle.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { include: ['src/**/*.ts'], reporter: ['text-summary'] },
  },
})
