import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'vitest'
import { test, useBench } from './harness.ts'
import { hostileSentences } from './hostile.ts'
import { runZinpaar } from './program.ts'

const bench = useBench()
const addressOf = (folder: string, file: string): string => pathToFileURL(join(folder, file)).href

test('a report opens from a file, explains, filters, and changes nothing', async () => {
  const folder = bench.folderWith('news')
  await runZinpaar(['inspect', 'news.json', '-o', 'report.html'], folder)
  const page = await bench.open(addressOf(folder, 'report.html'))
  await page.keyboard.press('n')
  await page.locator('.why__sentence').waitFor()
  await page.locator('.why__item').first().waitFor()
  await page.keyboard.press('a')
  expect(await page.locator('.row--accepted').count()).toBe(0)
  expect(await page.locator('.tools, .row__actions').count()).toBe(0)
  await page.keyboard.press('Control+s')
  expect(await page.locator('dialog').count()).toBe(0)
  await page.fill('#search', 'Japan')
  await page.locator('.mark--found').first().waitFor()
  expect(await page.locator('.plain').isVisible()).toBe(false)
})

test('edits are in it; it is the same each time, and small', async () => {
  const folder = bench.folderWith('news')
  await runZinpaar(['inspect', 'news.json', '-o', 'before.html'], folder)
  const live = await bench.open((await bench.serve(['news.json'], folder)).address)
  await live.keyboard.press('a')
  await live.keyboard.press('c')
  await live.fill('dialog textarea', 'Een vraag aan </script> jou')
  await live.keyboard.press('Control+Enter')
  await live.waitForSelector('.saving--saved')
  for (const file of ['one.html', 'two.html']) await runZinpaar(['inspect', 'news.json', '-o', file], folder)
  const [before, one, two] = ['before.html', 'one.html', 'two.html'].map((file) =>
    readFileSync(join(folder, file), 'utf8'),
  )
  expect(one).toBe(two)
  expect(one).not.toBe(before)
  expect(one?.length).toBeLessThan(1_000_000)
  expect(one?.replaceAll('http-equiv', '')).not.toMatch(/http/iu)
  const page = await bench.open(addressOf(folder, 'one.html'))
  expect(await page.locator('.row--accepted').count()).toBe(1)
  expect(await page.locator('.note-sign').first().getAttribute('aria-label')).toBe('Een vraag aan </script> jou')
})

test('texts run nothing in it, and all can be read without script', async () => {
  const folder = bench.folderWith()
  const lines = hostileSentences.map((line) => line.replaceAll('http', 'heet'))
  const text = `${lines.join('\n')}\n`
  writeFileSync(join(folder, 'a.txt'), text)
  writeFileSync(join(folder, 'b.txt'), text.replaceAll('in', 'im'))
  const words = ['a.txt', 'b.txt', '--source-lang', 'nl', '--target-lang', 'de', '--segmented']
  await runZinpaar(['inspect', ...words, '-o', 'report.html'], folder)
  const page = await bench.open(addressOf(folder, 'report.html'))
  for (let row = 0; row < 9; row++) await page.keyboard.press('j')
  expect(await page.evaluate('globalThis.harm')).toBe(undefined)
  const plain = await bench.open(addressOf(folder, 'report.html'), { hasScript: false })
  const cells = (await plain.locator('.plain td:nth-of-type(1)').allTextContents()).join('\n')
  for (const line of lines.flatMap((each) => each.split(/[\u2028\u2029]/u))) expect(cells).toContain(line)
  expect(await plain.locator('.plain').isVisible()).toBe(true)
  expect(await plain.locator('h1').count()).toBe(1)
})
