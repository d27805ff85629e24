import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { test, useBench } from './harness.ts'

const bench = useBench()

test('a sentence from right to left stays so whatever it begins with', async () => {
  const folder = bench.folderWith()
  writeFileSync(join(folder, 'a.txt'), 'הגשר נפתח ביום שני.\nAtlas פותחת משרד.\n')
  writeFileSync(join(folder, 'b.txt'), 'The bridge opens on Monday.\nAtlas opens an office.\n')
  const words = ['a.txt', 'b.txt', '--source-lang', 'he', '--target-lang', 'en', '--segmented']
  const page = await bench.open((await bench.serve(words, folder)).address)
  const directions = await page.evaluate(
    "[...document.querySelectorAll('.row__side--source .segment__text')].map((one) => getComputedStyle(one).direction)",
  )
  expect(directions).toEqual(['rtl', 'rtl'])
})

test('where a segment without end is divided is in sight on both sides', async () => {
  const folder = bench.folderWith()
  writeFileSync(join(folder, 'a.txt'), `${'De brug gaat open, en het schip vaart door '.repeat(400).trim()}.\n`)
  writeFileSync(join(folder, 'b.txt'), `${'The bridge opens, and the ship passes '.repeat(400).trim()}.\n`)
  const words = ['a.txt', 'b.txt', '--source-lang', 'nl', '--target-lang', 'en', '--segmented']
  const page = await bench.open((await bench.serve(words, folder)).address)
  await page.keyboard.press('s')
  await page.locator('dialog').waitFor()
  const height = page.viewportSize()?.height ?? 0
  await page.waitForTimeout(300)
  for (const place of await page.locator('.cutter__place').all()) {
    const box = await place.boundingBox()
    expect(box?.y).toBeGreaterThan(0)
    expect(box?.y).toBeLessThan(height)
  }
  expect(await page.locator('.cutter__place').count()).toBe(2)
})
