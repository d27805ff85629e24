import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { saved, test, useBench } from './harness.ts'

const bench = useBench()

/** Two texts of which the second lost the boundary of one sentence, and says another number once. */
const source = [
  'De vergadering begon op 3 maart 2021 in Utrecht.',
  'De minister sprak over het water.',
  'De boeren vroegen om meer geld.',
  'De gemeente betaalt 40 procent van de brug.',
  'Daarna ging iedereen naar huis.',
]
const target = [
  'The meeting began on 3 March 2021 in Utrecht.',
  'The minister spoke about the water.',
  'The farmers asked for more money.',
  'The municipality pays 14 percent of the bridge.',
  'Afterwards everybody went home.',
  'Subscribe to our newsletter.',
]

test('two texts become a corrected translation memory in six actions', async () => {
  const folder = bench.folderWith()
  writeFileSync(join(folder, 'a.txt'), `${source.join('\n')}\n`)
  writeFileSync(join(folder, 'b.txt'), `${target.join('\n')}\n`)
  let actions = 0
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    actions++
    await work()
  }
  // 1: the command, which opens the page by itself.
  let address = ''
  await act(async () => {
    address = (await bench.serve(['a.txt', 'b.txt'], folder)).address
  })
  const page = await bench.open(address)
  await page.waitForSelector('.row--failed')
  // 2: to the pair with the wrong number, where the page says what is wrong.
  await act(() => page.click('.row--failed .row__number'))
  expect(await page.locator('.why__check').textContent()).toContain('40')
  // 3, 4: its text is opened and put right.
  await act(() => page.click('.tool--retext'))
  await act(async () => {
    await page.fill('dialog textarea >> nth=1', 'The municipality pays 40 percent of the bridge.')
    await page.keyboard.press('Control+Enter')
  })
  await saved(page)
  // 5, 6: the export is opened and made.
  await act(() => page.keyboard.press('Control+s'))
  await act(() => page.keyboard.press('Enter'))
  await page.locator('.said', { hasText: 'a.tmx' }).waitFor()
  expect(actions).toBeLessThanOrEqual(6)
  const memory = readFileSync(join(folder, 'a.tmx'), 'utf8')
  expect(memory).toContain('pays 40 percent')
  expect(memory).not.toContain('14 percent')
})
