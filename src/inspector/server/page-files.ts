import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '../../editing.ts'

/** A file of the page. */
export interface PageFile {
  readonly type: string
  readonly bytes: Uint8Array
}

/** By path below the token: `index.html`, `assets/index-abc.js`. */
export type PageFiles = ReadonlyMap<string, PageFile>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
}

/** Where the build puts the page; beside this code, unless that is not built itself. */
export const builtClient = (): string => builtFolder('client')

/** Where the build puts script and styles of reports. */
export const builtReport = (): string => builtFolder('report-page')

function builtFolder(name: string): string {
  const place = import.meta.url.endsWith('.ts') ? '../../../dist/inspector/' : '../'
  return fileURLToPath(new URL(`${place}${name}/`, import.meta.url))
}

/** Reads all files of the page: small ones, and few. Fails, in plain words, when the page was not built. */
export function readPage(folder: string, main = 'index.html'): PageFiles {
  const names = namesIn(folder).filter((name) => types[extname(name)] !== undefined)
  if (!names.includes(main))
    throw new AppError('READ_NOT_FOUND', `the page of the inspector is not in ${folder}`, {
      hint: 'Run `npm run build`, which makes it.',
    })
  return new Map(
    names.map((name) => [name, { type: types[extname(name)] ?? '', bytes: readFileSync(join(folder, name)) }]),
  )
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/'))
  } catch {
    return []
  }
}
