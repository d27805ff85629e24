import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import type { Page } from './chromium.ts'
import { reviewed, saved, test, useBench } from './harness.ts'

const bench = useBench()

/** What is decided on the first rows, as their classes tell. */
async function decisions(page: Page): Promise<readonly string[]> {
  await page.keyboard.press('Home')
  const classes = await Promise.all(
    [0, 1, 2, 3].map((place) => page.locator(`[data-place="${place}"]`).getAttribute('class')),
  )
  return classes.map((names) => /row--(accepted|rejected|edited|proposed)/u.exec(names ?? '')?.[1] ?? '')
}

async function openTreaty(): Promise<{
  readonly folder: string
  readonly page: Page
  readonly stop: () => Promise<void>
}> {
  const folder = bench.folderWith('treaty')
  const served = await bench.serve(['treaty.json'], folder)
  return { folder, page: await bench.open(served.address), stop: () => served.stop('SIGKILL') }
}

describe('nothing that was done is lost', () => {
  test('to a reload', async () => {
    const { page } = await openTreaty()
    for (const key of ['a', 'r', 'm', 'a']) await page.keyboard.press(key)
    await saved(page)
    const before = await decisions(page)
    await page.reload()
    await page.waitForSelector('.row--current')
    expect(await decisions(page)).toEqual(before)
  })

  test('to a server that is killed', async () => {
    const { folder, page, stop } = await openTreaty()
    for (const key of ['a', 'r', 'a']) await page.keyboard.press(key)
    await saved(page)
    await stop()
    await page.keyboard.press('a')
    await page.waitForSelector('.saving--failed')
    const again = await bench.open((await bench.serve(['treaty.json'], folder)).address)
    expect(await decisions(again)).toEqual(['accepted', 'rejected', 'accepted', 'proposed'])
  })

  test('to a disk that takes nothing for a while', async () => {
    const { folder, page } = await openTreaty()
    const edits = join(folder, 'treaty.edits.json')
    // Where a folder lies, no file can be written.
    mkdirSync(edits)
    for (const key of ['a', 'r']) await page.keyboard.press(key)
    await page.waitForSelector('.saving--failed')
    expect(await page.textContent('.said')).toContain('treaty.edits.json')
    expect((await decisions(page)).slice(0, 2)).toEqual(['accepted', 'rejected'])
    rmdirSync(edits)
    await saved(page)
    expect(JSON.parse(readFileSync(edits, 'utf8')).edits).toHaveLength(2)
  })

  test('to a crash in the middle of a record', async () => {
    const { folder, page, stop } = await openTreaty()
    for (const key of ['a', 'r']) await page.keyboard.press(key)
    await saved(page)
    await stop()
    const edits = join(folder, 'treaty.edits.json')
    const whole = readFileSync(edits, 'utf8')
    writeFileSync(edits, whole.slice(0, whole.lastIndexOf('"reject"') + 4))
    const again = await bench.open((await bench.serve(['treaty.json'], folder)).address)
    expect((await decisions(again)).slice(0, 2)).toEqual(['accepted', 'proposed'])
  })
})

describe('two windows', () => {
  test('of one server show the same', async () => {
    const folder = bench.folderWith('treaty')
    const { address } = await bench.serve(['treaty.json'], folder)
    const [one, other] = [await bench.open(address), await bench.open(address)]
    await one.keyboard.press('a')
    await other.locator('[data-place="0"].row--accepted').waitFor()
    for (const key of ['j', 'j', 'r']) await other.keyboard.press(key)
    await one.locator('[data-place="2"].row--rejected').waitFor()
    await Promise.all([one, other].map(saved))
    expect(await decisions(one)).toEqual(await decisions(other))
  })

  test('of two servers: the second is told', async () => {
    const folder = bench.folderWith('treaty')
    const servers = [await bench.serve(['treaty.json'], folder), await bench.serve(['treaty.json'], folder)] as const
    const [one, other] = [await bench.open(servers[0].address), await bench.open(servers[1].address)]
    await one.keyboard.press('a')
    await saved(one)
    await other.locator('[data-place="0"].row--accepted').waitFor()
    expect(await other.locator('.said').textContent()).not.toBe('')
    await other.keyboard.press('End')
    await other.keyboard.press('r')
    await saved(other)
    await one.keyboard.press('End')
    await one.locator('.row--rejected').waitFor()
    expect(await reviewed(folder, 'treaty')).toContain('"rejected"')
  })
})
