import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { violations } from './axe.ts'
import { chromiumPath } from './chromium.ts'
import { test, useBench } from './harness.ts'
import { type Served, serve } from './program.ts'

const bench = useBench()

/** Keys that open each dialog; each is closed by Escape. */
const dialogs = ['?', 'g', 's', 'e', 'c', 'Shift+A', 'Shift+R', 'Control+s']

/** Each language in both themes and both widths, and each theme in both widths. */
const views = [
  { locale: 'en', theme: 'light', width: 1440 },
  { locale: 'en', theme: 'dark', width: 420 },
  { locale: 'nl', theme: 'light', width: 420 },
  { locale: 'nl', theme: 'dark', width: 1440 },
  { locale: 'zh', theme: 'light', width: 1440 },
  { locale: 'zh', theme: 'dark', width: 420 },
] as const

describe('axe-core finds nothing', () => {
  let served: Served | undefined
  let folder = ''
  beforeAll(async () => {
    if (chromiumPath === undefined) return
    folder = mkdtempSync(join(tmpdir(), 'zinpaar-page-'))
    cpSync(join(inject('alignments'), 'news.json'), join(folder, 'news.json'))
    served = await serve(['news.json'], folder)
  })
  afterAll(async () => {
    await served?.stop('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  test.each(views)('in $locale, $theme, $width wide', async (view) => {
    const page = await bench.open(served?.address ?? '', view)
    expect(await violations(page)).toEqual([])
    for (const key of ['n', 'a', 'r', 'Shift+ArrowDown']) await page.keyboard.press(key)
    await page.locator('.why__sentence').waitFor()
    expect(await violations(page)).toEqual([])
    for (const key of dialogs) {
      await page.keyboard.press(key)
      await page.locator('dialog[open]').waitFor()
      expect(await violations(page, 'dialog'), `dialog of ${key}`).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
    }
    await page.keyboard.press('l')
    await page.locator('.linking').waitFor()
    expect(await violations(page, '.page__main'), 'link').toEqual([])
    await page.keyboard.press('Escape')
    for (const button of await page.locator('[popovertarget]').all()) {
      if (!(await button.isVisible())) continue
      await button.click()
      expect(await violations(page, '[popover]:popover-open'), `menu ${await button.textContent()}`).toEqual([])
      await page.keyboard.press('Escape')
    }
  })
})

describe('everything fits', () => {
  test.each([
    ['zoom 200 %', 720],
    ['a telephone', 360],
    ['zoom 400 %', 320],
  ])('%s needs no scrolling sideways', async (_, width) => {
    const folder = bench.folderWith('treaty')
    const page = await bench.open((await bench.serve(['treaty.json'], folder)).address, { width, height: 640 })
    for (const key of ['n', ...dialogs]) {
      await page.keyboard.press(key)
      const sizes = (await page.evaluate(
        '[document.documentElement.scrollWidth, ...[...document.querySelectorAll("dialog[open], .grid__scroll, .page__side, .page__why")].map((e) => e.scrollWidth - e.clientWidth)]',
      )) as readonly number[]
      expect(sizes[0], key).toBeLessThanOrEqual(width)
      expect(
        sizes.slice(1).every((more) => more <= 1),
        `${key}: ${sizes.join(' ')}`,
      ).toBe(true)
      await page.keyboard.press('Escape')
    }
  })
})

test('all can be done without a mouse', async () => {
  const folder = bench.folderWith('treaty')
  const page = await bench.open((await bench.serve(['treaty.json'], folder)).address)
  const focused = (): Promise<string> =>
    page.evaluate(
      'document.activeElement.getAttribute("aria-label") || document.activeElement.className || document.activeElement.tagName',
    )
  const seen = new Set<string>()
  for (let stop = 0; stop < 80; stop++) {
    await page.keyboard.press('Tab')
    seen.add(await focused())
  }
  const names = [...seen].join('\n')
  for (const name of ['Undo', 'Help with keys', 'row--current', 'skip']) expect(names).toContain(name)
  // A menu opens, is walked through and gives the focus back.
  await page.focus('[popovertarget="menu-file"]')
  await page.keyboard.press('Enter')
  await page.locator('#menu-file [role=menuitem]:focus').waitFor()
  await page.keyboard.press('ArrowDown')
  expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('menuitem')
  await page.keyboard.press('Escape')
  expect(await page.evaluate('document.activeElement.getAttribute("popovertarget")')).toBe('menu-file')
})
