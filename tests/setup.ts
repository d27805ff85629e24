import fc from 'fast-check'

/** Properties try the same cases on every run, so that a change is judged by what it changed; `SEED=… npm test` tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20260101) })

/** What the person who runs the tests has added to the tool plays no part, in programs that tests start either. */
process.env.ZINPAAR_DATA = '/nonexistent/zinpaar'
