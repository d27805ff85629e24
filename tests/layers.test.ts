import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/** Rooms that a room may import. Files directly in src/ are the root '.', which composes the others. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  languages: ['core'],
  formats: ['core'],
  analyse: ['core', 'languages'],
  lexicon: ['core', 'languages'],
  align: ['core'],
  review: ['core'],
  memory: ['core', 'analyse'],
  '.': ['core', 'languages', 'formats', 'analyse', 'lexicon', 'align', 'review', 'memory'],
  inspector: ['.'],
  cli: ['.', 'inspector'],
}
/** Rooms whose folders are plug-ins: one sees itself and folders that start with '_'. */
const pluggable = ['languages', 'formats']

const src = fileURLToPath(new URL('../src', import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .map((file) => file.split(sep).join('/'))
  .sort()
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
const sources = new Map(files.map((file) => [file, withoutComments(readFileSync(join(src, file), 'utf8'))]))

/** What a file imports: `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')` and `require('x')`. */
const importPattern =
  /^(?:import|export)\b[^'"`;=]*\bfrom\s+'([^'\s]+)'|^import\s+'([^'\s]+)'|\b(?:import|require|\(import\.meta\.url\))\(\s*'([^'\s]+)'\s*\)/gm
const importsOf = (file: string): readonly string[] =>
  [...(sources.get(file) ?? '').matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')

interface Place {
  readonly room: string
  readonly plugin: string | undefined
}
function locate(path: string): Place {
  const parts = path.split('/')
  return { room: parts.length > 1 ? (parts[0] ?? '.') : '.', plugin: parts.length > 2 ? parts[1] : undefined }
}
const target = (file: string, specifier: string): string =>
  relative(src, resolve(dirname(join(src, file)), specifier))
    .split(sep)
    .join('/')

function isAllowed(here: Place, there: Place): boolean {
  if (there.room !== here.room) return allowed[here.room]?.includes(there.room) === true
  if (!pluggable.includes(here.room) || here.plugin === undefined) return true
  return there.plugin === here.plugin || there.plugin?.startsWith('_') === true
}

describe('layers', () => {
  test('every room is in the table', () => {
    expect(files.filter((file) => allowed[locate(file).room] === undefined)).toEqual([])
  })

  test('a file imports only what its room may', () => {
    const guilty = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.') && !isAllowed(locate(file), locate(target(file, specifier))))
        .map((specifier) => `${file} -> ${specifier}`),
    )
    expect(guilty).toEqual([])
  })

  test('every import of ours names its file with the extension', () => {
    const bare = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.') && !/\.(?:ts|tsx|json|css)$/.test(specifier))
        .map((specifier) => `${file} -> ${specifier}`),
    )
    expect(bare).toEqual([])
  })

  test('no language is named outside src/languages', () => {
    const packs = readdirSync(join(src, 'languages'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^[a-z]{2,3}$/.test(entry.name))
      .map((entry) => entry.name)
    const tag = new RegExp(`(['"\`])(?:${packs.join('|')})(?:-[A-Za-z0-9]+)*\\1`)
    const isExempt = (file: string): boolean =>
      file.startsWith('languages/') ||
      file.startsWith('inspector/locales/') ||
      file === 'core/tags.ts' ||
      /^formats\/[^/]+\/tags\.ts$/.test(file)
    expect(packs.length).toBeGreaterThan(0)
    expect(files.filter((file) => !isExempt(file) && tag.test(sources.get(file) ?? ''))).toEqual([])
  })
})

describe('packages from npm', () => {
  const {
    dependencies,
    devDependencies,
    optionalDependencies,
  }: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
    readFileSync(join(src, '../package.json'), 'utf8'),
  )
  const packageOf = (specifier: string): string =>
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/')
  const importers = new Map<string, Set<string>>()
  for (const file of files)
    for (const specifier of importsOf(file)) {
      if (specifier.startsWith('.') || specifier.startsWith('node:')) continue
      importers.set(packageOf(specifier), (importers.get(packageOf(specifier)) ?? new Set()).add(file))
    }

  test('each stands behind one file of ours, but for what all parts of the page are made of', () => {
    const spread = [...importers].filter(([name, users]) => users.size !== 1 && !isBundled(name))
    expect(spread.map(([name, users]) => [name, ...users])).toEqual([])
  })
  test('each is a dependency, and none is needed for development alone', () => {
    const installed = { ...dependencies, ...optionalDependencies }
    const foreign = [...importers.keys()].filter((name) => installed[name] === undefined && !isBundled(name))
    expect(foreign).toEqual([])
  })
  /** The browser part is bundled when the package is built. */
  const isBundled = (name: string): boolean =>
    devDependencies?.[name] !== undefined &&
    [...(importers.get(name) ?? [])].every((file) => file.startsWith('inspector/client/'))
})

describe('house style', () => {
  const offenders = (pattern: RegExp): readonly string[] =>
    files.filter((file) => pattern.test((sources.get(file) ?? '').replace(/'(?:[^'\\\n]|\\.)*'/g, "''")))

  test('no any', () => expect(offenders(/(?::|\bas|<)\s*any\b/)).toEqual([]))
  test('no non-null assertion', () => expect(offenders(/[\w)\]]!(?=[.;,)\]\s[](?!=))/)).toEqual([]))
  test('no default export, but where a tool reads one', () => {
    expect(offenders(/\bexport\s+default\b/).filter((file) => !file.endsWith('.config.ts'))).toEqual([])
  })
  test('no enum and no namespace', () =>
    expect(offenders(/^\s*(?:export\s+)?(?:const\s+)?(?:enum|namespace)\s+\w/m)).toEqual([]))
  test('no class but the one error', () => {
    expect(offenders(/^\s*(?:export\s+)?(?:abstract\s+)?class\s+\w/m)).toEqual(['core/errors.ts'])
  })
  test('no file has a name that says nothing', () => {
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|manager|misc)\.tsx?$/.test(file))).toEqual([])
  })
  test('files are named in kebab-case', () => {
    expect(
      files.filter((file) => !/^(?:[_a-z0-9-]+\/)*[a-z0-9-]+(?:\.worker|(?:\.report)?\.config)?\.tsx?$/.test(file)),
    ).toEqual([])
  })
  test('only the command line writes to a stream', () => {
    const speaking = offenders(/\bconsole\.|process\.std(?:out|err)\b/)
    expect(speaking.filter((file) => !/^(?:cli|inspector\/client)\//.test(file))).toEqual([])
  })
  test('long files are few', () => {
    const lengths = files.map((file) => [file, readFileSync(join(src, file), 'utf8').split('\n').length] as const)
    const long = lengths.filter(([, length]) => length > 300).map(([file, length]) => `${file} (${length} lines)`)
    if (long.length > 0) console.info(`longer than 300 lines:\n${long.join('\n')}`)
    expect(long.length).toBeLessThanOrEqual(files.length / 20)
  })
})
