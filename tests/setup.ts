import fc from 'fast-check'

/**
 * Properties try the same cases on every run, so that a change is judged by what it changed; `SEED=… npm test` tries others,
 * `RUNS=…` more of them. The full number is for `.ci/run`.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20260101), numRuns: Number(process.env.RUNS ?? 40) })

/** What the person who runs the tests has added to the tool plays no part, in programs that tests start either. */
process.env.ZINPAAR_DATA = '/nonexistent/zinpaar'
