import { spawn } from 'node:child_process'

/** The program of each system that opens an address in the browser of the user; the others have that of Linux. */
const openers: Readonly<Record<string, readonly [program: string, ...words: string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}
const usual: readonly [program: string, ...words: string[]] = ['xdg-open']

/** Opens an address in the browser; no shell ever sees it. `failed` is called where that cannot be done. */
export function openBrowser(address: string, failed: () => void): void {
  const [program, ...words] = openers[process.platform] ?? usual
  const child = spawn(program, [...words, address], { stdio: 'ignore', detached: true })
  child.once('error', failed)
  child.once('exit', (code) => {
    if (code !== 0 && code !== null) failed()
  })
  child.unref()
}
