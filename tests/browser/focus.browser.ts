import { describe, expect } from 'vitest'
import type { Page } from './chromium.ts'
import { saved, test, useBench } from './harness.ts'

const bench = useBench()

async function openTreaty(): Promise<Page> {
  const folder = bench.folderWith('treaty')
  return bench.open((await bench.serve(['treaty.json'], folder)).address)
}

/** Does all of it before the page has a turn of its own. */
const atOnce = (page: Page, script: string): Promise<unknown> => page.evaluate(`{ ${script} }`)

describe('the current row', () => {
  test.each([
    [']', 'move'],
    ['}', 'move'],
    ['m', 'merge'],
    ['x', 'unlink'],
  ])('keeps the focus and the tab stop when %s makes another pair of it', async (key) => {
    const page = await openTreaty()
    await page.keyboard.press('j')
    await page.waitForSelector('[data-place="1"].row--current:focus')
    await page.keyboard.press(key)
    await saved(page)
    expect(await page.locator('.row--current:focus').count()).toBe(1)
    expect(await page.locator('[data-row][tabindex="0"]').count()).toBe(1)
    expect(await page.locator('.row--current[tabindex="0"]').count()).toBe(1)
    await page.keyboard.press('u')
    await saved(page)
    expect(await page.locator('.row--current:focus[tabindex="0"]').count()).toBe(1)
  })
})

describe('parts around the rows, which follow a moment late', () => {
  test('the map goes as many pairs as keys were pressed on it', async () => {
    const page = await openTreaty()
    await page.locator('.map__plot').focus()
    await atOnce(
      page,
      `for (let k = 0; k < 6; k++)
         document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }))`,
    )
    await page.waitForSelector('[data-place="6"].row--current')
  })

  test('never go back to what they showed before', async () => {
    const page = await openTreaty()
    await page.waitForTimeout(600)
    const seen = await page.evaluate(`(async () => {
      const pair = () => document.querySelector('.why__pair').textContent
      const press = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      const turn = () => new Promise((resolve) => setTimeout(resolve))
      const seen = [pair()]
      press('j')
      press('f')
      await turn()
      seen.push(pair())
      press('f')
      await turn()
      seen.push(pair())
      return seen
    })()`)
    expect(seen).toEqual([expect.stringContaining('1'), expect.stringContaining('2'), expect.stringContaining('2')])
  })
})

describe('another language of the page', () => {
  /** Chooses Dutch, whose texts wait until they may come, or not. */
  async function chooseDutch(page: Page): Promise<(mayCome: boolean) => void> {
    let decide = (_: boolean): void => undefined
    const decided = new Promise<boolean>((resolve) => {
      decide = resolve
    })
    await page.route('**/nl-*.js', async (route) => ((await decided) ? route.continue() : route.abort()))
    await page.click('[popovertarget="menu-settings"]')
    await page.click('#menu-settings [lang=nl]')
    await page.keyboard.press('Escape')
    return (mayCome) => decide(mayCome)
  }
  const language = (page: Page): Promise<unknown> => page.evaluate('document.documentElement.lang')

  test('keeps nothing waiting until its words are there', async () => {
    const page = await openTreaty()
    const decide = await chooseDutch(page)
    await page.keyboard.press('j')
    await page.waitForSelector('[data-place="1"].row--current', { timeout: 3000 })
    expect(await language(page)).toBe('en')
    decide(true)
    await page.waitForSelector('html[lang=nl]')
    expect(await page.locator('.tool--accept').textContent()).toContain('Goed')
  })

  test('is given up when its words do not come', async () => {
    const page = await openTreaty()
    const decide = await chooseDutch(page)
    decide(false)
    await page.waitForTimeout(300)
    expect(await language(page)).toBe('en')
    await page.click('[popovertarget="menu-settings"]')
    expect(await page.locator('#menu-settings label:has([lang=en]) input').isChecked()).toBe(true)
  })
})
