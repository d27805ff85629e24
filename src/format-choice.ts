import type { Input } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { type Ability, type FormatRow, formatOfPath, formats } from './formats/index.ts'

/** True when the format can do at least one of these. */
const canAny = (format: FormatRow, abilities: readonly Ability[]): boolean =>
  abilities.some((ability) => format.can.includes(ability))

/** The format of that name, or of that extension with or without its dot; undefined when there is none. */
export function formatCalled(name: string): FormatRow | undefined {
  const wanted = name.toLowerCase()
  const extension = wanted.startsWith('.') ? wanted : `.${wanted}`
  return (
    formats.find((format) => format.name === wanted) ?? formats.find((format) => format.extensions.includes(extension))
  )
}

/** The format to write a file in, by the ending of its name. Fails with FORMAT_UNKNOWN or FORMAT_CANNOT_WRITE. */
export function formatToWrite(path: string, abilities: readonly Ability[]): FormatRow {
  if (!hasKnownEnding(path)) throw unknownFormat(path, abilities)
  const format = formatOfPath(path)
  if (canAny(format, abilities)) return format
  throw new AppError('FORMAT_CANNOT_WRITE', `${path}: ${format.title} cannot be written`, writable(abilities))
}

/** The format called so, for writing. Fails with FORMAT_UNKNOWN or FORMAT_CANNOT_WRITE. */
export function calledFormatToWrite(name: string, abilities: readonly Ability[]): FormatRow {
  const format = formatCalled(name)
  if (format === undefined) throw unknownFormat(name, abilities)
  if (canAny(format, abilities)) return format
  throw new AppError('FORMAT_CANNOT_WRITE', `${format.title} (${name}) cannot be written`, writable(abilities))
}

/** The format to read an input as, by what the user calls it. Fails with FORMAT_UNKNOWN or FORMAT_CANNOT_READ. */
export function calledFormatToRead(name: string, abilities: readonly Ability[]): FormatRow {
  const format = formatCalled(name)
  if (format === undefined) throw new AppError('FORMAT_UNKNOWN', `there is no format called ${name}`)
  if (canAny(format, abilities)) return format
  throw cannotRead(name, format)
}

/**
 * The format to read an input with: by the ending of its name (`a.tmx`, and `a.tmx.gz` or `a.tmx` in `b.zip` too), else by
 * its first bytes; undefined when neither tells. A file whose name speaks of a format that cannot do what is asked is looked
 * at as well: tables and memories are often called .txt. Fails with FORMAT_CANNOT_READ when nothing fits.
 */
export async function formatToRead(input: Input, abilities: readonly Ability[]): Promise<FormatRow | undefined> {
  const names = [await input.innerName?.(), input.name.replace(/\.(?:gz|gzip|zip)$/iu, '')]
  const name = names.find((one) => one !== undefined && hasKnownEnding(one))
  const named = name === undefined ? undefined : formatOfPath(name)
  if (named !== undefined && canAny(named, abilities)) return named
  const found = await sniffed(input)
  if (found !== undefined && canAny(found, abilities)) return found
  const format = named ?? found
  if (format === undefined) return undefined
  throw cannotRead(input.name, format)
}

function hasKnownEnding(path: string): boolean {
  const lower = path.toLowerCase()
  return formats.some((format) => format.extensions.some((extension) => lower.endsWith(extension)))
}

/** How many bytes at the start of an input are looked at. */
const headLength = 4096
/** Below this a look at the first bytes settles nothing. */
const sureEnough = 0.5

async function sniffed(input: Input): Promise<FormatRow | undefined> {
  const head = await headOf(input)
  const sure = formats.map((format) => ({ format, score: format.sniff?.(head) ?? 0 }))
  const best = sure.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score >= sureEnough ? best.format : undefined
}

async function headOf(input: Input): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of input.stream()) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= headLength) break
  }
  return Buffer.concat(chunks).subarray(0, headLength)
}

const unknownFormat = (name: string, abilities: readonly Ability[]): AppError =>
  new AppError('FORMAT_UNKNOWN', `${name}: no format has this ending`, writable(abilities))

function writable(abilities: readonly Ability[]): { readonly hint: string } {
  const endings = formats.filter((format) => canAny(format, abilities)).map((format) => format.extensions[0])
  return { hint: `Files that can be written end in ${endings.join(' ')}.` }
}

function cannotRead(name: string, format: FormatRow): AppError {
  const hint = format.can.includes('readAlignment')
    ? 'It holds two texts that are aligned already: give it alone, as in `zinpaar align FILE.json -o memory.tmx`.'
    : format.can.includes('readUnits')
      ? 'It holds sentences in pairs already: `zinpaar convert` turns it into another format.'
      : 'See `zinpaar list formats` for what each format can do.'
  return new AppError('FORMAT_CANNOT_READ', `${name}: ${format.title} cannot be read here`, { hint })
}
