import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { violations } from './axe.ts'
import type { Page } from './chromium.ts'
import { test, useBench } from './harness.ts'
import { root, runZinpaar, serve } from './program.ts'

const bench = useBench()
/** A page for a memory that holds the pairs of `news`. */
async function opened(
  view: Parameters<typeof bench.open>[1] = {},
): Promise<{ page: Page; folder: string; stop(): Promise<void> }> {
  const folder = bench.folderWith('news')
  await runZinpaar(['memory', 'import', 'news.json', '--memory', 'made.zmem', '--quiet'], folder)
  const served = await serve(['made.zmem', '--by', 'ana'], folder, ['memory', 'inspect'])
  const page = await bench.open(served.address, view)
  await page.waitForSelector('.row .segment__text')
  return { page, folder, stop: () => served.stop() }
}

const exported = (folder: string): Promise<string> =>
  runZinpaar(['memory', 'export', '-o', '-', '--memory', 'made.zmem', '--to', 'tmx', '--quiet'], folder)
const said = (page: Page, words: string): Promise<unknown> => page.waitForSelector(`.said:has-text("${words}")`)

describe('the page of a memory', () => {
  test('accepts, corrects and deletes by keyboard alone, and takes it all back', async () => {
    const { page, folder, stop } = await opened()
    const before = await exported(folder)
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await said(page, 'accepted')
    await page.keyboard.press('e')
    await page.locator('dialog[open] textarea').nth(1).fill('<script>alert(1)</script> ]]>')
    await page.keyboard.press('Control+Enter')
    await said(page, 'saved')
    await page.waitForSelector('.row:has-text("<script>alert(1)</script> ]]>")')
    await page.keyboard.press('Delete')
    await said(page, 'deleted')
    expect(await exported(folder)).not.toBe(before)
    for (const undone of ['deletion', 'edit', 'acceptance']) {
      await page.keyboard.press('u')
      await said(page, `Undone: ${undone}`)
    }
    await expect.poll(() => exported(folder)).toBe(before)
    await stop()
  })

  test('finds text, words and sentences as they are typed', async () => {
    const { page, stop } = await opened()
    const word = await page.locator('.row .segment__text').first().innerText()
    const first = /\p{L}{5,}/u.exec(word)?.[0] ?? ''
    await page.keyboard.press('/')
    await page.keyboard.type(first)
    await page.waitForSelector('.mark--found')
    await page.keyboard.press('Escape')
    await page.keyboard.press('2')
    await page.keyboard.press('/')
    await page.keyboard.type(first)
    await page.waitForSelector('.line__keyword')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('s')
    await page.waitForSelector('.score--exact, .score--context')
    await stop()
  })

  test.each([
    { locale: 'en', theme: 'light', width: 1440 },
    { locale: 'nl', theme: 'dark', width: 420 },
    { locale: 'zh', theme: 'dark', width: 1440 },
  ] as const)('axe-core finds nothing in $locale, $theme, $width wide', async (view) => {
    const { page, stop } = await opened(view)
    for (const key of ['1', '2', '3', '4', '5', '?']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(300)
      expect(await violations(page), `view of ${key}`).toEqual([])
    }
    await stop()
  })
})

test('the script of the page is small', async () => {
  const { gzipSync } = await import('node:zlib')
  const folder = `${root}/dist/inspector/client/`
  const names = [...readFileSync(`${folder}memory.html`, 'utf8').matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/gu)]
  const bytes = names.map(([, name = '']) => gzipSync(readFileSync(folder + name)).length)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000)
})
