import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { version } from '../src/version.ts'

interface Package {
  readonly name: string
  readonly version: string
  readonly type: string
  readonly license: string
  readonly engines: Readonly<Record<string, string>>
  readonly bin: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, unknown>>
  readonly files: readonly string[]
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const root = new URL('../', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8')
const own: Package = JSON.parse(read('package.json'))

/** Each has its reason in the table of dependencies of the README; a new one belongs there and here. */
const allowedDependencies = [
  '@hono/node-server',
  'better-sqlite3',
  'cli-progress',
  'commander',
  'franc',
  'hono',
  'picocolors',
  'piscina',
  'read-excel-file',
  'saxes',
  'sentence-splitter',
  'snowball-stemmers',
  'wink-eng-lite-web-model',
  'wink-nlp',
  'xliff',
  'yauzl',
]

describe('the package', () => {
  test('its name, command and exports are what users rely on', () => {
    expect(own.name).toBe('zinpaar')
    expect(own.type).toBe('module')
    expect(own.license).toBe('Apache-2.0')
    expect(own.bin).toEqual({ zinpaar: 'dist/cli/main.js' })
    expect(Object.keys(own.exports)).toEqual(['.', './package.json'])
    expect(own.engines).toEqual({ node: '>=20' })
  })
  test('its version is the one that the tool prints and writes into exports', () => {
    expect(version).toBe(own.version)
  })
  test('the command is a script that Node runs', () => {
    expect(read('src/cli/main.ts').split('\n', 1)[0]).toBe('#!/usr/bin/env node')
  })
  test('what it publishes is the build, without build scripts, corpus and exports', () => {
    expect(own.files).toEqual(['dist', '!dist/**/build', 'LICENSE', 'README.md'])
  })
  test('every version is exact', () => {
    const all = { ...own.dependencies, ...own.optionalDependencies, ...own.devDependencies }
    const loose = Object.entries(all).filter(([, wanted]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(wanted))
    expect(loose).toEqual([])
  })
  test('it depends on nothing that has no reason', () => {
    const all = [...Object.keys(own.dependencies), ...Object.keys(own.optionalDependencies ?? {})]
    expect(all.filter((name) => !allowedDependencies.includes(name))).toEqual([])
  })
  test('the lock file names no registry address, so that every mirror can serve it', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/)
  })
  test('the lock file locks this version of the package', () => {
    const lock: { readonly version: string; readonly name: string } = JSON.parse(read('package-lock.json'))
    expect([lock.name, lock.version]).toEqual([own.name, own.version])
  })
  test('npm start aligns the pairs of the corpus', () => {
    expect(own.scripts.start).toContain('align --batch corpus/pairs.tsv --out-dir exports')
    expect(existsSync(fileURLToPath(new URL('corpus/pairs.tsv', root)))).toBe(true)
  })
})
