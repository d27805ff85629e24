import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const styles = new URL('../../src/inspector/client/styles/', import.meta.url)
const tokens = readFileSync(new URL('tokens.css', styles), 'utf8')

/** Colours of both themes by name: `--ink: light-dark(#1c1f23, #e9e7e2);`. */
const colours = new Map(
  [...tokens.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
)

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['page', 'surface', 'raised', 'accent-soft']
const marks = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `mark-${number}`)
const pairs = (inks: readonly string[], on: readonly string[]) =>
  inks.flatMap((ink) => on.map((ground) => [ink, ground]))

/** What is read: 4.5 to 1. */
const read = [
  ...pairs(['ink', 'ink-soft', 'accent'], [...grounds, 'sunken']),
  ...pairs(['translation', 'partial', 'related', 'unaligned', 'accepted', 'rejected', 'edited'], grounds),
  ...pairs(['ink', 'ink-soft'], [...marks, 'found', 'warning-soft', 'danger-soft']),
  ...pairs(['warning'], ['warning-soft', 'surface', 'accent-soft']),
  ...pairs(['danger'], ['danger-soft', 'raised', 'page']),
  ['accent-ink', 'accent'],
]
/** What is seen: edges of controls, the focus, lines and marks of the plot: 3 to 1. */
const seen = [
  ...pairs(['line-strong', 'focus', 'reviewed'], ['page', 'surface', 'raised']),
  ...pairs(['focus'], ['accent-soft', ...marks]),
  ...marks.flatMap((mark) => pairs([`${mark}-line`], [mark, 'surface', 'accent-soft'])),
]

describe.each(['light', 'dark'] as const)('colours of the %s theme', (theme) => {
  const ratio = (ink: string, ground: string): number => {
    const [a, b] = [colours.get(ink), colours.get(ground)]
    if (a === undefined || b === undefined) throw new Error(`${ink} or ${ground} is no colour of tokens.css`)
    return contrast(a[theme], b[theme])
  }
  const below = (all: readonly (readonly string[])[], least: number) =>
    all
      .filter(([ink = '', ground = '']) => ratio(ink, ground) < least)
      .map(([ink = '', ground = '']) => `${ink} on ${ground}: ${ratio(ink, ground).toFixed(2)}`)

  test('what is read stands out 4.5 to 1', () => expect(below(read, 4.5)).toEqual([]))
  test('what is seen stands out 3 to 1', () => expect(below(seen, 3)).toEqual([]))
})

describe('styles', () => {
  const sheets = readdirSync(styles).map((name) => [name, readFileSync(new URL(name, styles), 'utf8')] as const)

  test('every sheet is part of the page, but for that of reports without script', () => {
    const main = readFileSync(new URL('main.css', styles), 'utf8')
    const others = sheets.map(([name]) => name).filter((name) => name !== 'main.css' && name !== 'plain.css')
    expect(others.filter((name) => !main.includes(`"./${name}"`))).toEqual([])
  })
  test('colours and names come from the tokens', () => {
    const known = new Set([...tokens.matchAll(/^\s*--([\w-]+):/gm)].map(([, name = '']) => name))
    for (const [name, sheet] of sheets) {
      if (name === 'tokens.css') continue
      const own = new Set([...sheet.matchAll(/^\s*--([\w-]+):/gm)].map(([, own = '']) => own))
      const used = [...sheet.matchAll(/var\(--([\w-]+)/g)].map(([, used = '']) => used)
      expect([name, used.filter((used) => !known.has(used) && !own.has(used) && !isGiven(used))]).toEqual([name, []])
    }
  })
  /** Given by classes of evidence, or by the script for one element. */
  const isGiven = (name: string): boolean => ['tint', 'stroke', 'weight'].includes(name)
  test('no style asks for anything outside', () => {
    for (const [name, sheet] of sheets) expect([name, /url\(|https?:|@font-face/.test(sheet)]).toEqual([name, false])
  })
})
