import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Diagnostic } from '../src/core/types.ts'
import { addedSources, addLexicon, removeLexicon } from '../src/lexicon-folder.ts'
import { listLexicons } from '../src/lexicons.ts'
import { createAligner } from '../src/pipeline.ts'
import { documentFrom } from './lexicon/made-documents.ts'
import { sharedStock } from './shared-stock.ts'

const quiet = { report: () => undefined }
let place = ''
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'zinpaar-folder-'))
})
afterEach(() => rmSync(place, { recursive: true }))

const fileOf = (name: string, text: string): string => {
  writeFileSync(join(place, name), text)
  return join(place, name)
}
const add = (name: string, text: string) => addLexicon(place, fileOf(name, text), {}, quiet, sharedStock)

test('what was added is there for a later run, and gone when it was removed', async () => {
  const { info, how } = await add('own.tsv', 'nl\tzh\nslufter\t疏浚土处置场\n')
  expect(how).toBe('new')
  expect(addedSources(place, quiet).map((source) => source.info)).toEqual([info])
  const names = (await listLexicons(place, ['nl', 'zh'], quiet, sharedStock)).map((row) => row.name)
  expect(names[0]).toBe('own')
  expect(names).toContain('core')
  await removeLexicon(place, 'own')
  expect(addedSources(place, quiet)).toEqual([])
  await expect(removeLexicon(place, 'own')).rejects.toThrow(/no lexicon called own/)
})

test('equal content gives equal bytes and an equal signature, whatever was there before', async () => {
  const first = await add('own.tsv', 'nl\tzh\nslufter\t疏浚土处置场\n')
  const bytes = readFileSync(join(place, 'lexicons', 'own.zlx'))
  const other = await add('own.tsv', 'nl\tzh\nslufter\t处置场\n')
  expect(other.how).toBe('replaced')
  expect(other.info.signature).not.toBe(first.info.signature)
  expect((await add('own.tsv', 'nl\tzh\nslufter\t疏浚土处置场\n')).info).toEqual(first.info)
  expect(readFileSync(join(place, 'lexicons', 'own.zlx'))).toEqual(bytes)
  expect(readdirSync(join(place, 'lexicons'))).toEqual(['own.zlx'])
})

test('files of a wordnet meet by their ids in any order, and a language is replaced by a newer file of it', async () => {
  const head = (tag: string): string => `# Made\t${tag}\thttps://example.org\tCC BY 4.0\n`
  await add('a.tab', `${head('nld')}00000001-n\tlemma\tkorf\n00000002-n\tlemma\tslufter\n`)
  await add('b.tab', `${head('cmn')}00000002-n\tlemma\t处置场\n00000003-n\tlemma\t船\n`)
  const { how } = await add('c.tab', `${head('nld')}00000002-n\tlemma\tspeciedepot\n`)
  expect(how).toBe('merged')
  const rows = await listLexicons(place, ['nl', 'zh'], quiet, sharedStock)
  expect(rows.find((row) => row.name === 'wordnet')).toMatchObject({ entries: 1, languages: ['zh', 'nl'] })
})

test('a lexicon that is damaged is named and left out, and the others go on', async () => {
  await add('one.tsv', 'nl\tzh\nslufter\t疏浚土处置场\n')
  await add('two.tsv', 'nl\tzh\nbaggermolen\t挖泥船\n')
  writeFileSync(join(place, 'lexicons', 'one.zlx'), 'nonsense')
  const reports: Diagnostic[] = []
  const sources = addedSources(place, { report: (one) => void reports.push(one) })
  expect(sources.map((source) => source.info.name)).toEqual(['two'])
  expect(reports.map((report) => [report.code, report.level])).toEqual([['LEXICON_DAMAGED', 'warning']])
})

test('an aligner uses what was added only when it is told the folder', async () => {
  await add('own.tsv', 'nl\tzh\nslufter\t疏浚土处置场\nbaggermolen\t挖泥船\n')
  const source = documentFrom('a', 'De baggermolen ligt naast de slufter.')
  const target = documentFrom('b', '挖泥船停在疏浚土处置场旁边。')
  const options = { sourceLanguage: 'nl', targetLanguage: 'zh' }
  const signatureWith = async (more: object): Promise<string> =>
    (await createAligner({ ...options, ...more }, { stock: sharedStock }).align(source, target, quiet)).signature
  expect(await signatureWith({})).not.toContain('own')
  expect(await signatureWith({ lexiconFolder: place })).toMatch(/lexicon:own\.[0-9a-f]{16}\+.*\bcore\./)
})
