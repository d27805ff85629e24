import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { test, useBench } from './harness.ts'
import { hostileSentences } from './hostile.ts'

const bench = useBench()

test('whatever a text holds is shown as text', async () => {
  const folder = bench.folderWith()
  const text = `${hostileSentences.filter((line) => !/[\u2028\u2029]/u.test(line)).join('\n')}\n`
  for (const name of ['a.txt', 'b.txt'])
    writeFileSync(join(folder, name), name === 'a.txt' ? text : text.replaceAll('in', 'im'))
  const words = ['a.txt', 'b.txt', '--source-lang', 'nl', '--target-lang', 'de', '--segmented']
  const page = await bench.open((await bench.serve(words, folder)).address)
  const shown = (await page.locator('.segment__text').allTextContents()).join('\n')
  for (const line of text.trim().split('\n')) expect(shown).toContain(line)
  for (let row = 0; row < 9; row++) await page.keyboard.press('j')
  for (const dialog of ['s', 'e']) {
    await page.keyboard.press(dialog)
    await page.locator('dialog').waitFor()
    await page.keyboard.press('Escape')
  }
  await page.keyboard.press('e')
  await page.fill('dialog textarea >> nth=1', hostileSentences.join(' '))
  await page.keyboard.press('Control+Enter')
  await page.locator('.segment--own').waitFor()
  expect(await page.evaluate('globalThis.harm')).toBe(undefined)
  expect(await page.locator('main h1, main img, main script').count()).toBe(0)
})
