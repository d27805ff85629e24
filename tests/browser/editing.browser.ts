import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import type { Page } from './chromium.ts'
import { reviewed, saved, test, useBench } from './harness.ts'

const bench = useBench()
const name = 'treaty'

/** One way to make an edit, on the current pair; what it is called in the file of edits. */
interface Way {
  readonly edit: string
  make(page: Page): Promise<void>
}

const press =
  (...keys: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
const click =
  (...places: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const place of places) await page.click(place, { timeout: 5000 })
  }

/** Text typed into the dialog that a key or button opens, and kept. */
const typed =
  (open: (page: Page) => Promise<void>, text: string, keep: (page: Page) => Promise<void>) =>
  async (page: Page): Promise<void> => {
    await open(page)
    await page.fill('dialog textarea >> nth=0', text)
    await keep(page)
  }

const byKey: readonly Way[] = [
  { edit: 'accept', make: press('a') },
  { edit: 'reject', make: press('r') },
  { edit: 'reopen', make: press('k', 'o') },
  { edit: 'merge', make: press('m') },
  { edit: 'split', make: press('s', 'Enter') },
  { edit: 'merge', make: press('j', 'j', 'Shift+M') },
  { edit: 'move', make: press(']') },
  { edit: 'move', make: press('[') },
  { edit: 'move', make: press('}') },
  { edit: 'move', make: press('{') },
  { edit: 'unlink', make: press('j', 'x') },
  { edit: 'link', make: press('l', 'Enter', 'ArrowDown', 'ArrowDown', 'Enter') },
  { edit: 'retext', make: typed(press('Home', 'j', 'e'), 'Een <b>andere</b> zin', press('Control+Enter')) },
  { edit: 'comment', make: typed(press('c'), 'nog eens </script> lezen ]]>', press('Control+Enter')) },
  { edit: 'pin', make: press('End', 'k', 'k', 'p') },
]

const dragTo = (from: string, to: string) => async (page: Page) => {
  await page.hover(from, { timeout: 5000 })
  await page.mouse.down()
  await page.hover(to, { timeout: 5000 })
  await page.mouse.up()
}

const byMouse: readonly Way[] = [
  { edit: 'move', make: dragTo('[data-place="1"] [data-side="target"] [data-grip]', '[data-place="2"] .row__link') },
  { edit: 'link', make: dragTo('[data-place="6"] [data-side="source"] [data-grip]', '[data-place="8"] .row__link') },
  { edit: 'accept', make: click('.tool--accept') },
  { edit: 'reject', make: click('[data-place="2"]', '.row--current .row__action--reject') },
  {
    edit: 'reopen',
    make: click(
      '[data-place="2"]',
      '[popovertarget="menu-decide"]',
      '#menu-decide [role=menuitem]:has-text("Decide later")',
    ),
  },
  { edit: 'merge', make: click('[data-place="3"]', '.tool--mergeNext') },
  { edit: 'split', make: click('.tool--split', 'dialog .button--main') },
  { edit: 'merge', make: click('[data-place="5"]', '.tool--mergePrevious') },
  { edit: 'move', make: click('[data-place="6"]', '.tool--pullTarget') },
  { edit: 'move', make: click('.tool--pushTarget') },
  { edit: 'unlink', make: click('[data-place="0"]', '.tool--unlink') },
  {
    edit: 'link',
    make: click('[data-place="0"]', '.tool--link', '[data-segment="1"][data-side="target"]', '.linking .button--main'),
  },
  { edit: 'retext', make: typed(click('[data-place="0"]', '.tool--retext'), 'Nieuw', click('dialog .button--main')) },
  { edit: 'comment', make: typed(click('.tool--comment'), 'Kijk hier', click('dialog .button--main')) },
  { edit: 'pin', make: click('[data-place="3"]', '.tool--pin') },
]

const recordsIn = (folder: string): readonly { readonly edit: string }[] =>
  JSON.parse(readFileSync(join(folder, `${name}.edits.json`), 'utf8')).edits

/** The whole alignment as the page exports it. */
async function exported(page: Page, folder: string, file: string): Promise<string> {
  await page.keyboard.press('Control+s')
  await page.fill('#export-to', file)
  await page.click('dialog button[type=submit]')
  await page.locator('.said', { hasText: file }).waitFor()
  return readFileSync(join(folder, file), 'utf8')
}

describe.each([
  ['keys', byKey],
  ['mouse', byMouse],
])('edits by %s', (_, ways) => {
  test('each is recorded; undo and redo give what the program replays', async () => {
    const folder = bench.folderWith(name)
    const before = await reviewed(folder, name)
    const page = await bench.open((await bench.serve([`${name}.json`, '--by', 'Noor'], folder)).address, {
      height: 2400,
    })
    let last = 0
    for (const { edit, make } of ways) {
      await make(page)
      await expect.poll(() => recordsOrNone(folder).length, { message: edit, timeout: 20_000 }).toBeGreaterThan(last)
      await saved(page)
      const records = recordsIn(folder)
      expect(records.slice(last).map((record) => record.edit)).toContain(edit)
      last = records.length
    }
    const edited = await exported(page, folder, 'edited.json')
    expect(edited).toBe(await reviewed(folder, name))
    expect(edited).not.toBe(before)

    await pressUntil(page, 'u', 'Undo')
    expect(await exported(page, folder, 'undone.json')).toBe(before)
    expect(await reviewed(folder, name)).toBe(before)

    await pressUntil(page, 'Shift+U', 'Redo')
    expect(await exported(page, folder, 'redone.json')).toBe(edited)
    expect(await reviewed(folder, name)).toBe(edited)
  })
})

function recordsOrNone(folder: string): readonly unknown[] {
  try {
    return recordsIn(folder)
  } catch {
    return []
  }
}

/** Presses a key as long as the button of its command can be pressed. */
async function pressUntil(page: Page, key: string, label: string): Promise<void> {
  const button = page.locator(`.bar [aria-label="${label}"]`)
  const isOver = async (): Promise<boolean> => (await button.getAttribute('aria-disabled')) === 'true'
  for (let times = 0; times < 100 && !(await isOver()); times++) await page.keyboard.press(key)
  expect(await isOver()).toBe(true)
  await saved(page)
}
