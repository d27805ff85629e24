import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** All files that one needs at run time, and what else they ask for. */
function needsOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  if (!file.endsWith('.ts')) return seen
  const text = readFileSync(file, 'utf8')
  for (const [, specifier = ''] of text.matchAll(/^(?:import|export) (?!type )[^'"]*?from '([^']+)'/gmu))
    needsOf(specifier.startsWith('.') ? resolve(dirname(file), specifier) : specifier, seen)
  return seen
}

test('a browser has all that editing needs, and loads little', () => {
  const needs = [...needsOf(fileURLToPath(new URL('../src/editing.ts', import.meta.url)))]
  expect(needs.filter((file) => !file.endsWith('.ts'))).toEqual([])
  expect(needs.some((file) => file.endsWith('/review/edits/regrouping.ts'))).toBe(true)
  const text = needs.map((file) => readFileSync(file, 'utf8')).join('')
  expect(text.length).toBeLessThan(70_000)
  expect(text).not.toMatch(/\b(?:Buffer|process)\b/u)
})
