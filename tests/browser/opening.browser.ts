import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { writeNative } from '../../src/formats/native/write.ts'
import { madeLongAlignment } from '../bench/made-long-alignment.ts'
import type { Page } from './chromium.ts'
import { reviewed, saved, test, useBench } from './harness.ts'
import type { Served } from './program.ts'

const bench = useBench()
const count = 20_000

async function serveLong(beads: number): Promise<{ readonly folder: string; readonly served: Served }> {
  const folder = bench.folderWith()
  writeFileSync(join(folder, 'long.json'), [...writeNative(madeLongAlignment(beads, 7))].join(''))
  return { folder, served: await bench.serve(['long.json'], folder) }
}

const whole = (page: Page) => page.waitForSelector('[role=grid][data-whole]')

/** Paths that the page asked its server for while it opened. */
const asked = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate(
    'performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname.split("/").slice(2).join("/"))',
  )) as readonly string[]

/** Holds back the whole sheet until it is let go. */
async function holdSheet(page: Page): Promise<() => void> {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/api/sheet', async (route) => {
    await held
    await route.continue()
  })
  return release
}

describe('a long alignment', () => {
  test('opens with its first pairs; keys pressed at once act when all is there', async () => {
    const { folder, served } = await serveLong(count)
    let release = (): void => undefined
    const tab = await bench.open(served.address, {
      prepare: async (page) => {
        release = await holdSheet(page)
      },
    })
    expect(await tab.locator('[role=grid]').getAttribute('data-whole')).toBeNull()
    expect(await tab.locator('[role=grid]').getAttribute('aria-rowcount')).toBe(`${count + 1}`)
    expect(await tab.locator('.find__shown').textContent()).toContain('20,000')
    expect(await tab.locator('.progress__text').textContent()).toContain('20,000')
    expect(await tab.locator('.said').textContent()).toContain('20,000')
    for (const key of ['j', 'j', 'j']) await tab.keyboard.press(key)
    await tab.waitForSelector('[data-place="3"].row--current')
    const top = await tab.locator('[data-place="3"]').boundingBox()
    for (const key of ['a', 'r', 'k']) await tab.keyboard.press(key)
    expect(await tab.locator('.row--accepted, .row--rejected').count()).toBe(0)
    release()
    await whole(tab)
    await tab.waitForSelector('[data-place="3"].row--accepted')
    await tab.waitForSelector('[data-place="4"].row--rejected')
    await tab.waitForSelector('[data-place="4"].row--current:focus')
    expect(await tab.locator('[data-place="3"]').boundingBox()).toEqual(top)
    await tab.keyboard.press('End')
    await tab.waitForSelector(`[data-place="${count - 1}"].row--current`)
    await saved(tab)
    const beads = JSON.parse(await reviewed(folder, 'long')).beads as readonly {
      readonly decision: { readonly state: string }
    }[]
    expect(beads.flatMap(({ decision }, place) => (decision.state === 'proposed' ? [] : [place]))).toEqual([3, 4])
  })

  test('asks for its first piece once, before the script', async () => {
    const { served } = await serveLong(count)
    const page = await bench.open(served.address)
    await whole(page)
    const paths = await asked(page)
    expect(paths.filter((path) => path === 'api/first')).toEqual(['api/first'])
    expect(paths.indexOf('api/first')).toBeLessThan(paths.findIndex((path) => path.endsWith('.js')))
    expect(paths.filter((path) => path === 'api/sheet' || path.startsWith('api/text/')).sort()).toEqual([
      'api/sheet',
      'api/text/source',
      'api/text/target',
    ])
  })

  test('is asked for at once when it is short', async () => {
    const { served } = await serveLong(300)
    const page = await bench.open(served.address)
    await whole(page)
    const paths = await asked(page)
    expect(paths.filter((path) => path === 'api/first')).toEqual(['api/first'])
    expect(paths.some((path) => path === 'api/sheet' || path.startsWith('api/text/'))).toBe(false)
  })
})
