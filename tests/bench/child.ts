import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a program took from its start to its end. */
export interface ProcessFigures {
  readonly seconds: number
  /** Most memory that it held at once; 0 where the system does not tell. */
  readonly peakMegabytes: number
  readonly output: string
}

/** How often the memory of a program is asked for; the system itself keeps the peak. */
const pollMilliseconds = 20

/** Runs a program to its end and measures all of it; its standard output goes through a file of `folder`. */
export async function measureProcess(
  [file, ...options]: readonly [string, ...string[]],
  folder: string,
): Promise<ProcessFigures> {
  const outputFile = join(folder, 'output.txt')
  const output = openSync(outputFile, 'w')
  const errors = openSync(join(folder, 'errors.txt'), 'w')
  const started = performance.now()
  const child = spawn(file, options, { stdio: ['ignore', output, errors] })
  let peakMegabytes = 0
  const poll = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, peakOf(child.pid))
  }, pollMilliseconds)
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject)
      child.on('exit', resolve)
    })
    const seconds = (performance.now() - started) / 1000
    if (code !== 0)
      throw new Error(`${file} ended with ${code}: ${readFileSync(join(folder, 'errors.txt'), 'utf8').slice(0, 500)}`)
    return { seconds, peakMegabytes, output: readFileSync(outputFile, 'utf8') }
  } finally {
    clearInterval(poll)
    closeSync(output)
    closeSync(errors)
  }
}

/** Peak memory of a running process in megabytes, from /proc. */
function peakOf(pid: number | undefined): number {
  const file = `/proc/${pid}/status`
  if (pid === undefined || !existsSync(file)) return 0
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
