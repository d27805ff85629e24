import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, test as everywhere, expect, inject } from 'vitest'
import { type Browser, chromiumPath, launchBrowser, type Page } from './chromium.ts'
import { runZinpaar, type Served, serve } from './program.ts'

/** A test that is skipped where there is no browser. */
export const test = chromiumPath === undefined ? everywhere.skip : everywhere

/** How a page is opened. */
export interface View {
  readonly width?: number
  readonly height?: number
  readonly locale?: string
  readonly theme?: 'light' | 'dark'
  readonly hasScript?: boolean
  /** Done with the page before it asks for anything. */
  prepare?(page: Page): Promise<void>
}

/** What a file of tests works with; all that it opens is closed behind each test. */
export interface Bench {
  /** A new folder with a copy of an alignment that the setup made: `news` or `treaty`. */
  folderWith(...names: readonly string[]): string
  serve(words: readonly string[], folder: string): Promise<Served>
  /** Opens an address; fails at the end of the test when the page threw, logged an error or asked for anything elsewhere. */
  open(address: string, view?: View): Promise<Page>
}

/** Sets up a file of tests. */
export function useBench(): Bench {
  let browser: Browser | undefined
  const closers: (() => Promise<unknown> | unknown)[] = []
  const troubles: string[] = []
  beforeAll(async () => {
    if (chromiumPath !== undefined) browser = await launchBrowser()
  })
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close()
    expect(troubles.splice(0)).toEqual([])
  })
  afterAll(() => browser?.close())
  return {
    folderWith(...names) {
      const folder = mkdtempSync(join(tmpdir(), 'zinpaar-page-'))
      closers.push(() => rmSync(folder, { recursive: true, force: true }))
      for (const name of names) cpSync(join(inject('alignments'), `${name}.json`), join(folder, `${name}.json`))
      return folder
    },
    async serve(words, folder) {
      const served = await serve(words, folder)
      closers.push(() => served.stop('SIGKILL'))
      return served
    },
    async open(address, view = {}) {
      if (browser === undefined) throw new Error('there is no browser')
      const context = await browser.newContext({
        viewport: { width: view.width ?? 1440, height: view.height ?? 900 },
        locale: view.locale ?? 'en',
        colorScheme: view.theme ?? 'light',
        javaScriptEnabled: view.hasScript ?? true,
        reducedMotion: 'reduce',
      })
      closers.push(() => context.close())
      const page = await context.newPage()
      watch(page, address, troubles)
      await view.prepare?.(page)
      await page.goto(address)
      if (view.hasScript ?? true) await page.waitForSelector('.row--current')
      return page
    },
  }
}

/** A page asks for nothing but what lies under its own address. */
function watch(page: Page, address: string, troubles: string[]): void {
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !url.startsWith('data:') && !url.startsWith('blob:'))
      troubles.push(`asked for ${url}`)
  })
  page.on('pageerror', (error) => troubles.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/net::ERR_|status of 503/u.test(message.text())) troubles.push(message.text())
  })
}

/** Waits until the server has all that was done. */
export async function saved(page: Page): Promise<void> {
  await page.waitForSelector('.saving--saved')
}

/** What `zinpaar review` makes of an alignment and the edits beside it. */
export async function reviewed(folder: string, name: string): Promise<string> {
  return runZinpaar(['review', `${name}.json`, '-o', '-', '--to', 'json', '--quiet'], folder)
}
