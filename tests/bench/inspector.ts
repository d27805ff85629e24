import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { defaultOutputOptions, writeAlignment } from '../../src/outputs.ts'
import { type Browser, launchBrowser, type Page } from '../browser/chromium.ts'
import { serve } from '../browser/program.ts'
import { madeLongAlignment } from './made-long-alignment.ts'
import { quantile } from './timing.ts'

/** What runs in the page; it has no types of a browser here. */
const watchRows = `
  const look = () => document.querySelector('.row') === null
    ? requestAnimationFrame(look)
    : requestAnimationFrame(() => setTimeout(() => { window.firstRows = performance.now() }))
  requestAnimationFrame(look)
  const lookForAll = () => document.querySelector('[role=grid]')?.dataset.whole === undefined
    ? requestAnimationFrame(lookForAll)
    : requestAnimationFrame(() => setTimeout(() => { window.allRows = performance.now() }))
  requestAnimationFrame(lookForAll)
  window.keyTimes = []
  const channel = new MessageChannel()
  let pressed = 0
  channel.port1.onmessage = () => window.keyTimes.push(performance.now() - pressed)
  addEventListener('keydown', (event) => {
    pressed = event.timeStamp
    requestAnimationFrame(() => channel.port2.postMessage(0))
  }, true)
`

/** Keys of a reviewer: name, key, how often; some open a dialog, which the second key closes. */
const keys: readonly (readonly [name: string, keys: readonly string[], times: number])[] = [
  ['next', ['j'], 60],
  ['previous', ['k'], 20],
  ['page down', ['PageDown'], 30],
  ['last, first', ['End', 'Home'], 6],
  ['in doubt', ['n'], 20],
  ['accept', ['a'], 30],
  ['reject', ['r'], 10],
  ['undo, redo', ['u', 'Shift+U'], 15],
  ['merge, undo', ['m', 'u'], 15],
  ['move, undo', ['}', 'u'], 10],
  ['select', ['Shift+ArrowDown'], 20],
  ['clear', ['Escape'], 1],
  ['split', ['s', 'Escape'], 4],
  ['comment', ['c', 'Escape'], 4],
  ['search', ['/', 'b', 'r', 'u', 'g', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Escape'], 2],
]

/** First rows, keys and memory of the page with 100,000 made beads, or as many as are asked for, over the real server. */
export async function inspector(options: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const count = Number(options.find((option) => /^\d+$/u.test(option)) ?? 100_000)
  const folder = mkdtempSync(join(tmpdir(), 'zinpaar-inspector-'))
  const say = (text: string): void => void process.stdout.write(`${text}\n`)
  try {
    const alignment = madeLongAlignment(count, 20261)
    await writeAlignment(alignment, join(folder, 'made.json'), defaultOutputOptions, { report: () => undefined })
    const started = performance.now()
    const served = await serve(['made.json'], folder)
    say(`${count} beads; the server answers after ${Math.round(performance.now() - started)} ms`)
    const browser = await launchBrowser(['--enable-precise-memory-info'])
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'nl' })
      const scriptSize = countScripts(page)
      const rows = await openRows(page, served.address)
      say(`first rows: ${rows.afterLoad} ms after the page has loaded, ${rows.afterAll} ms after it was asked for`)
      say(`all beads there: ${rows.wholeAfterLoad} ms after the page has loaded; until then edits wait`)
      const opened = await footprint(browser, page)
      const times = await pressAll(page, say)
      const all = times.flat()
      const keyMedianMs = rounded(quantile(all, 0.5))
      const keyP99Ms = rounded(quantile(all, 0.99))
      const used = await footprint(browser, page)
      const scriptGzipKb = rounded(await scriptSize())
      say(`all ${all.length} keys: median ${keyMedianMs} ms, p99 ${keyP99Ms} ms, most ${rounded(Math.max(...all))} ms`)
      say(`memory of the tab: ${opened} MB when opened, ${used} MB after the keys`)
      say(`script: ${scriptGzipKb} kB gzip`)
      return {
        firstRowsMs: rows.afterLoad,
        allBeadsMs: rows.wholeAfterLoad,
        keyMedianMs,
        keyP99Ms,
        tabMb: Math.max(opened, used),
        scriptGzipKb,
      }
    } finally {
      await browser.close()
      await served.stop('SIGKILL')
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openRows(
  page: Page,
  address: string,
): Promise<{ readonly afterLoad: number; readonly afterAll: number; readonly wholeAfterLoad: number }> {
  await page.addInitScript(watchRows)
  await page.goto(address)
  await page.waitForSelector('.row')
  await page.waitForSelector('[role=grid][data-whole]')
  await page.waitForTimeout(500)
  const [rows, all, load] = (await page.evaluate(
    '[window.firstRows, window.allRows, performance.getEntriesByType("navigation")[0].loadEventEnd]',
  )) as readonly [number, number, number]
  return {
    afterLoad: Math.round(rows - load),
    afterAll: Math.round(rows),
    wholeAfterLoad: Math.round(all - load),
  }
}

/** Times of all keys, in milliseconds from the press to the next frame that was painted. */
async function pressAll(page: Page, say: (text: string) => void): Promise<readonly (readonly number[])[]> {
  const all: (readonly number[])[] = []
  await page.waitForTimeout(1500)
  for (const [name, names, times] of keys) {
    await page.evaluate('window.keyTimes.length = 0')
    for (let time = 0; time < times; time++)
      for (const key of names) {
        await page.keyboard.press(key)
        await page.waitForTimeout(25)
      }
    const taken = (await page.evaluate('window.keyTimes')) as readonly number[]
    all.push(taken)
    const figures = [0.5, 0.99].map((share) => quantile(taken, share).toFixed(1).padStart(7))
    say(`${name.padEnd(12)} median ${figures[0]} ms, p99 ${figures[1]} ms, ${taken.length} keys`)
  }
  return all
}

/** Memory that only the process of the tab has, in megabytes, after a collection. */
async function footprint(browser: Browser, page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.detach()
  const whole = await browser.newBrowserCDPSession()
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo')
  await whole.detach()
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateMegabytes(id))
  return Math.round(Math.max(...sizes))
}

function privateMegabytes(process: number): number {
  const status = readFileSync(`/proc/${process}/status`, 'utf8')
  return Number(/^RssAnon:\s+(\d+)/mu.exec(status)?.[1] ?? 0) / 1024
}

/** Counts the scripts that the page loads, in kilobytes. */
function countScripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (!response.url().endsWith('.js')) return
    sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length))
  })
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000
}

const rounded = (value: number): number => Math.round(value * 10) / 10
