import type { Format } from '../core/contracts.ts'
import { AppError } from '../core/errors.ts'
import { format as csv } from './csv/index.ts'
import { format as ladder } from './ladder/index.ts'
import { format as moses } from './moses/index.ts'
import { format as native } from './native/index.ts'
import { format as po } from './po/index.ts'
import { format as spans } from './spans/index.ts'
import { format as tmx } from './tmx/index.ts'
import { format as tsv } from './tsv/index.ts'
import { format as txt } from './txt/index.ts'
import { format as xliff } from './xliff/index.ts'
import { format as xliffJson } from './xliff-json/index.ts'
import { format as xliff21 } from './xliff21/index.ts'
import { format as xlsx } from './xlsx/index.ts'

/** What a format can be asked to do: the names of its functions. */
export const abilities = [
  'readDocument',
  'readAlignment',
  'readUnits',
  'writeAlignment',
  'writeUnits',
  'writeParts',
] as const

export type Ability = (typeof abilities)[number]

/** A format and what it can do. Its functions load the code behind them (XML parsers, the `xliff` package) when they are first called. */
export interface FormatRow extends Format {
  readonly can: readonly Ability[]
}

const rowOf = (format: Format): FormatRow => ({ ...format, can: abilities.filter((one) => format[one] !== undefined) })

/** All formats, in the order of `list formats`. */
export const formats: readonly FormatRow[] = [
  txt,
  native,
  tmx,
  xliff,
  xliff21,
  xliffJson,
  csv,
  tsv,
  xlsx,
  po,
  spans,
  ladder,
  moses,
].map(rowOf)

/** The format of that name; an AppError FORMAT_UNKNOWN when there is none. */
export function formatByName(name: string): FormatRow {
  const found = formats.find((format) => format.name === name)
  if (found !== undefined) return found
  throw new AppError('FORMAT_UNKNOWN', `there is no format named ${name}`)
}

/** The format with the longest extension that the path ends in (`.spans.json` before `.json`), in any case; else FORMAT_UNKNOWN. */
export function formatOfPath(path: string): FormatRow {
  const lower = path.toLowerCase()
  const fitting = formats.flatMap((format) =>
    format.extensions.filter((extension) => lower.endsWith(extension)).map((extension) => ({ format, extension })),
  )
  const best = fitting.sort((a, b) => b.extension.length - a.extension.length)[0]
  if (best !== undefined) return best.format
  throw new AppError('FORMAT_UNKNOWN', `${path}: no format has this file name extension`)
}
