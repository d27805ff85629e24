import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatToWrite } from '../../src/format-choice.ts'
import {
  exportFormats,
  fileWithFormat,
  formatOfFile,
  proposedFile,
} from '../../src/inspector/client/panels/export-file.ts'

const formatArbitrary = fc.constantFrom(...exportFormats)

test('the ending says the format, the longest that fits', () => {
  expect(formatOfFile('a.21.xlf')?.name).toBe('xlf21')
  expect(formatOfFile('a.xlf')?.name).toBe('xlf')
  expect(formatOfFile('A.TMX')?.name).toBe('tmx')
  expect(formatOfFile('a.doc')).toBeUndefined()
})
test('another format changes the ending and nothing else', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,8}$/), formatArbitrary, formatArbitrary, (name, from, to) => {
      const file = fileWithFormat(`${name}${from.ending}`, to)
      expect(file).toBe(`${name}${to.ending}`)
      expect(formatOfFile(file)).toEqual(to)
    }),
  )
})
test('the proposed file stands beside the alignment', () => {
  expect(proposedFile('roman.json')).toBe('roman.tmx')
  expect(proposedFile('roman')).toBe('roman.tmx')
})
/** What the page's own server makes: a memory, a report, a sheet to review in. */
const made: readonly string[] = ['zmem', 'html', 'xlsx']

test('what is offered can be written', () => {
  for (const { name, ending } of exportFormats) {
    if (made.includes(name)) continue
    expect(formatToWrite(`a${ending}`, ['writeUnits', 'writeAlignment']).extensions).toContain(ending)
  }
})
