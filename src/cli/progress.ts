import { createRequire } from 'node:module'
import type { SingleBar } from 'cli-progress'

/** A bar on the terminal that shows itself only when work lasts. */
export interface Progress {
  show(what: string, done: number, total: number): void
  /** Takes the bar away, so that a line can be printed; it comes back with the next step. */
  clear(): void
}

/** Work that is done within this time shows no bar. */
const patienceMs = 1000

/** A bar on `terminal`, or nothing when there is none; `now` gives milliseconds. */
export function createProgress(terminal: NodeJS.WriteStream | undefined, now: () => number): Progress {
  if (terminal === undefined) return { show: () => undefined, clear: () => undefined }
  const start = now()
  let bar: SingleBar | undefined
  return {
    show(what, done, total) {
      if (now() - start < patienceMs) return
      bar ??= startBar(terminal, total)
      bar.setTotal(total)
      bar.update(done, { what })
    },
    clear() {
      bar?.stop()
      bar = undefined
    },
  }
}

/** The package is loaded by work that lasts, and not by every command. */
function startBar(terminal: NodeJS.WriteStream, total: number): SingleBar {
  // The cursor stays visible: Ctrl-C ends the program at once, and nobody would bring it back.
  const options = { stream: terminal, format: '{bar} {percentage} %  {what}', clearOnComplete: true, hideCursor: false }
  const progress: typeof import('cli-progress') = createRequire(import.meta.url)('cli-progress')
  const bar = new progress.SingleBar({ ...options, barsize: 24, linewrap: true }, progress.Presets.shades_classic)
  bar.start(total, 0, { what: '' })
  return bar
}
