import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import { formatByName, formatOfPath, formats } from '../../src/formats/index.ts'

const folder = resolve(dirname(fileURLToPath(import.meta.url)), '../../src/formats')

test('every folder of a format is in the registry', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('_'),
  )
  expect(formats.map((format) => format.name).sort()).toEqual(folders.map((entry) => entry.name).sort())
})

test.each([
  ['a.json', 'native'],
  ['a.spans.json', 'spans'],
  ['a.xliff.json', 'xliff-json'],
  ['a.xlf', 'xliff'],
  ['a.XLIFF', 'xliff'],
  ['a.21.xlf', 'xliff21'],
  ['map/b.c/a.tmx', 'tmx'],
])('%s is %s: the longest extension wins', (path, name) => {
  expect(formatOfPath(path).name).toBe(name)
})

test.each(['a', 'a.docx', '.txt/a', 'atmx', ''])('%j has no format', (path) => {
  expect(() => formatOfPath(path)).toThrow(AppError)
})

test('an unknown name is refused', () => {
  expect(() => formatByName('docx')).toThrow(/docx/u)
})

test('only what is used is loaded: the registry reaches no package by itself', () => {
  const seen = new Set<string>()
  const packages = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, isType, specifier = ''] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)( type)?[^'"()]*?from '([^']+)'/gmu,
    )) {
      if (isType !== undefined || specifier.startsWith('node:')) continue
      if (specifier.startsWith('.')) visit(join(dirname(file), specifier))
      else packages.add(specifier)
    }
  }
  visit(join(folder, 'index.ts'))
  expect(seen.size).toBeGreaterThan(15)
  expect([...packages]).toEqual([])
})

test('the first bytes tell what a file is', () => {
  const sure = (text: string) =>
    formats.filter((format) => (format.sniff?.(new TextEncoder().encode(text)) ?? 0) > 0.5).map((format) => format.name)
  expect(sure('<?xml version="1.0"?>\n<tmx version="1.4">')).toEqual(['tmx'])
  expect(sure('<xliff version="1.2">')).toEqual(['xliff'])
  expect(sure('{\n"format":"zinpaar-alignment","version":1,')).toEqual(['native'])
  expect(sure('De brug is open.')).toEqual([])
})
