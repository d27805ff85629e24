/** `npx tsx tests/browser/screenshots.ts`: pictures of the page with our own corpus, into `.pictures/`; the program has to be built. */
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, launchBrowser, type Page } from './chromium.ts'
import { root, runZinpaar, serve } from './program.ts'

/** One picture: what is done before it is taken. */
interface Picture {
  readonly name: string
  readonly locale: 'en' | 'nl' | 'zh'
  readonly theme: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  prepare(page: Page): Promise<void>
}

const press =
  (...keys: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }

/** To a pair whose reasons are names and words of both texts, among its neighbours. */
const atPair = async (page: Page): Promise<void> => {
  await page.locator('.page__side .choice').first().click()
  await page.locator('.row .row__number').nth(1).click()
  await page.locator('.page__side .choice').first().click()
  await page.locator('.row--current .row__number').click()
}

const pictures: readonly Picture[] = [
  { name: 'news-light-en', locale: 'en', theme: 'light', prepare: atPair },
  { name: 'news-dark-nl', locale: 'nl', theme: 'dark', prepare: atPair },
  { name: 'news-light-zh', locale: 'zh', theme: 'light', prepare: atPair },
  { name: 'news-export-en', locale: 'en', theme: 'light', prepare: press('Control+s') },
  {
    name: 'news-split-zh',
    locale: 'zh',
    theme: 'dark',
    prepare: async (page) => {
      await atPair(page)
      await page.keyboard.press('s')
    },
  },
  { name: 'news-narrow-en', locale: 'en', theme: 'light', width: 420, height: 900, prepare: press('n') },
]

async function take(
  browser: Browser,
  address: string,
  { name, locale, theme, width = 1280, height = 800, prepare }: Picture,
) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForSelector('.row--current')
  await prepare(page)
  await page.waitForTimeout(800)
  await page.screenshot({ path: join(root, '.pictures', `${name}.png`) })
  await context.close()
}

// The page shows this name.
const folder = join(tmpdir(), 'zinpaar')
mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
try {
  mkdirSync(join(root, '.pictures'), { recursive: true })
  for (const side of ['nl', 'zh']) cpSync(join(root, `corpus/news.${side}.txt`), join(folder, `news.${side}.txt`))
  await runZinpaar(['align', 'news.nl.txt', 'news.zh.txt', '-o', 'news.json', '--quiet'], folder)
  const served = await serve(['news.json'], folder)
  for (const picture of pictures) await take(browser, served.address, picture)
  await served.stop()
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
