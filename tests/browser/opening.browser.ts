import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { writeNative } from '../../src/formats/native/write.ts'
import { madeLongAlignment } from '../bench/made-long-alignment.ts'
import type { Page } from './chromium.ts'
import { saved, test, useBench } from './harness.ts'
import type { Served } from './program.ts'

const bench = useBench()
const count = 6_000
const seed = 7

async function serveLong(beads: number): Promise<{ readonly folder: string; readonly served: Served }> {
  const folder = bench.folderWith()
  writeFileSync(join(folder, 'long.json'), [...writeNative(madeLongAlignment(beads, seed))].join(''))
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

/** A page that has its first piece and nothing more until it is released. */
async function openHeld(served: Served): Promise<{ readonly tab: Page; readonly release: () => void }> {
  let release = (): void => undefined
  const tab = await bench.open(served.address, {
    prepare: async (page) => {
      release = await holdSheet(page)
    },
  })
  return { tab, release: () => release() }
}

describe('a long alignment', () => {
  test('opens with its first pairs; keys pressed at once act when all is there', async () => {
    const { folder, served } = await serveLong(count)
    const { tab, release } = await openHeld(served)
    expect(await tab.locator('[role=grid]').getAttribute('data-whole')).toBeNull()
    expect(await tab.locator('[role=grid]').getAttribute('aria-rowcount')).toBe(`${count + 1}`)
    expect(await tab.locator('.find__shown').textContent()).toContain('6,000')
    expect(await tab.locator('.progress__text').textContent()).toContain('6,000')
    expect(await tab.locator('.said').textContent()).toContain('6,000')
    for (const key of ['j', 'j', 'j']) await tab.keyboard.press(key)
    await tab.waitForSelector('[data-place="3"].row--current')
    for (const key of ['a', 'r', 'k']) await tab.keyboard.press(key)
    expect(await tab.locator('.row--accepted, .row--rejected').count()).toBe(0)
    release()
    await whole(tab)
    await tab.waitForSelector('[data-place="3"].row--accepted')
    await tab.waitForSelector('[data-place="4"].row--rejected')
    await tab.waitForSelector('[data-place="4"].row--current:focus')
    await tab.keyboard.press('End')
    await tab.waitForSelector(`[data-place="${count - 1}"].row--current`)
    await saved(tab)
    const { beads } = madeLongAlignment(count, seed)
    const { edits } = JSON.parse(readFileSync(join(folder, 'long.edits.json'), 'utf8'))
    expect(edits).toMatchObject([
      { edit: 'accept', beads: [beads[3]?.id] },
      { edit: 'reject', beads: [beads[4]?.id] },
    ])
  })

  test('stays where a person has scrolled to when all is there, with the focus', async () => {
    const { served } = await serveLong(count)
    const { tab, release } = await openHeld(served)
    await tab.keyboard.press('j')
    await tab.locator('[data-place="1"]').hover()
    await tab.mouse.wheel(0, 1200)
    await tab.waitForSelector('[data-place="20"]')
    await tab.waitForTimeout(200)
    const top = await tab.locator('[data-place="20"]').boundingBox()
    release()
    await whole(tab)
    await tab.waitForTimeout(200)
    expect(await tab.locator('[data-place="20"]').boundingBox()).toEqual(top)
    expect(await tab.locator('[data-place="1"].row--current:focus').count()).toBe(1)
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
