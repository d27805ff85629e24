import { basename } from 'node:path'
import { constants, gunzipSync } from 'node:zlib'
import { plainText } from './core/content.ts'
import type { Context, Input } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { canonicalTag, interfaceLocale } from './core/tags.ts'
import type { LanguageTag } from './core/types.ts'
import { readRows } from './formats/_table/cells.ts'
import { decodeText } from './formats/_text/decode.ts'
import { parseXml } from './formats/_xml/parse.ts'
import { formatByName } from './formats/index.ts'
import { inputOf, packedBytes } from './input.ts'
import type { FileHead, Material, MemoryUnit } from './lexicon/read/material.ts'

/** What a file may hold when it is unpacked. */
const mostBytes = 512 * 1024 * 1024
/** How many bytes at the start of a file are looked at. */
const headLength = 8192

/** Opens a file for the readers of lexicons. What gzip or dictzip has packed is unpacked, as far as it is whole. */
export function openMaterial(path: string, languages: readonly LanguageTag[], context: Context): Material {
  const bytes = remembered(async () => unpacked(await packedBytes(path), path))
  const text = remembered(async () => decodeText(await bytes(), path, context))
  const input = async (): Promise<Input> => inputOf(path, await bytes())
  return {
    name: path,
    languages,
    bytes,
    text,
    sibling: (ending) => siblingOf(path, ending),
    rows: async () => readRows(await text(), delimiterOf(await text()), path),
    async *elements(isWhole) {
      yield* parseXml(await input(), context, isWhole)
    },
    async *units() {
      yield* readUnits(await input(), context)
    },
    languageCalled,
  }
}

/** The head by which a reader is chosen. */
export async function headOf(material: Material): Promise<FileHead> {
  const bytes = (await material.bytes()).subarray(0, headLength)
  const [a, b] = bytes
  const label = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  return { name: basename(material.name).toLowerCase(), text: new TextDecoder(label).decode(bytes) }
}

function remembered<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** A packed file that was cut off gives what it holds. */
function unpacked(bytes: Uint8Array, path: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes })
  } catch (cause) {
    if (cause instanceof RangeError)
      throw new AppError('READ_TOO_LARGE', `${path} holds more than 512 MB when unpacked`)
    throw new AppError('READ_MALFORMED', `${path} is packed, and damaged`, { cause })
  }
}

async function siblingOf(path: string, ending: string): Promise<Uint8Array | undefined> {
  const stem = path.replace(/\.(?:index|dict(?:\.dz)?)$/iu, '')
  try {
    return unpacked(await packedBytes(stem + ending), stem + ending)
  } catch (error) {
    if (error instanceof AppError && error.code === 'READ_NOT_FOUND') return undefined
    throw error
  }
}

function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/u).filter((one) => !one.startsWith('#'))
  return ['\t', ','].find((delimiter) => line.includes(delimiter)) ?? ';'
}

async function* readUnits(input: Input, context: Context): AsyncGenerator<MemoryUnit> {
  for await (const unit of formatByName('tmx').readUnits?.(input, context) ?? [])
    yield unit.variants.map(({ language, content }) => ({
      language,
      text: plainText(content),
    }))
}

/** Every two-letter code is asked for its English name; three-letter languages have no dictionaries with such titles. */
function languageCalled(name: string): LanguageTag | undefined {
  const names = new Intl.DisplayNames([interfaceLocale], { type: 'language', fallback: 'none' })
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  for (const first of letters)
    for (const second of letters) {
      const tag = canonicalTag(first + second)
      if (tag !== undefined && names.of(tag)?.toLowerCase() === name.trim().toLowerCase()) return tag
    }
  return undefined
}
