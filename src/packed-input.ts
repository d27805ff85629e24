import { basename } from 'node:path'
import type { Input } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { isGzip } from './formats/_zip/magic.ts'
import { type Archive, type ArchiveFile, openZip } from './formats/_zip/open.ts'
import { rejectBomb, unpackBytes } from './formats/_zip/pump.ts'
import { type FormatRow, formats } from './formats/index.ts'
import { collected, type RawInput } from './input.ts'

/** The one file that a gzip file or a ZIP archive holds; office documents, which are archives too, stay as they are. */
export async function unpackedInput(raw: RawInput, head: Uint8Array): Promise<Input> {
  if (isGzip(head)) return gunzipped(raw)
  const archive = await openZip(await raw.source(), raw.name)
  if (isOfficeDocument(archive)) return raw
  const found = await readableFiles(archive, raw.name)
  const [file, ...others] = found
  if (file === undefined || others.length > 0) throw severalFiles(found, raw.name)
  return { ...inputOfFile(file, raw.name, archive.damage), name: raw.name }
}

/** Every file in it that can be read, in its order. */
export async function* unpackedInputs(raw: RawInput, head: Uint8Array): AsyncGenerator<Input> {
  if (isGzip(head)) return yield gunzipped(raw)
  const archive = await openZip(await raw.source(), raw.name)
  if (isOfficeDocument(archive)) return yield raw
  for (const file of await readableFiles(archive, raw.name)) yield inputOfFile(file, raw.name)
  if (archive.damage !== undefined) throw archive.damage
}

function gunzipped(raw: RawInput): Input {
  const stream = (): AsyncIterable<Uint8Array> => unpackBytes(raw.stream(), 'gzip', raw.name)
  return {
    name: raw.name,
    stream,
    bytes: () => collected(stream(), raw.name),
    innerName: async () => withoutGz(basename(raw.name)),
  }
}

const withoutGz = (name: string): string => name.replace(/\.gz(?:ip)?$/iu, '')

/** `damage` is thrown after the whole content: more files may have been in the archive. */
function inputOfFile(file: ArchiveFile, archiveName: string, damage?: AppError): Input {
  const name = `${archiveName}/${file.path}`
  const stream = async function* (): AsyncIterable<Uint8Array> {
    yield* unpackedOnce(file, name)
    if (damage !== undefined) throw damage
  }
  return {
    name,
    stream,
    bytes: () => collected(stream(), name),
    innerName: async () => withoutGz(file.path),
  }
}

/** The content of a file, unpacked again when gzip has packed it before. */
async function* unpackedOnce(file: ArchiveFile, name: string): AsyncIterable<Uint8Array> {
  const chunks = file.stream()[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done === true) return
  const all = (async function* () {
    yield first.value
    yield* { [Symbol.asyncIterator]: () => chunks }
  })()
  if (!isGzip(first.value)) return yield* all
  let size = 0
  for await (const chunk of unpackBytes(all, 'gzip', name)) {
    size += chunk.length
    rejectBomb(file.packedSize, size, name)
    yield chunk
  }
}

/** OOXML, OpenDocument and EPUB have their own lists of what they hold. */
function isOfficeDocument({ files }: Archive): boolean {
  const paths = new Set(files.map((file) => file.path))
  if (paths.has('[Content_Types].xml')) return true
  return paths.has('mimetype') && (paths.has('META-INF/manifest.xml') || paths.has('META-INF/container.xml'))
}

/** More files than this are not opened to see what they are. */
const mostLookedAt = 200
const sniffedLength = 4096

/**
 * The files that hold pairs, by their names; else those that hold text; else those whose first bytes tell what they are; else
 * the only file there is.
 */
async function readableFiles(archive: Archive, name: string): Promise<readonly ArchiveFile[]> {
  const files = archive.files.filter((file) => !isHidden(file.path))
  const rows = files.map((file) => ({ file, format: formatByEnding(withoutGz(file.path)) }))
  const able = (abilities: readonly string[]): readonly ArchiveFile[] =>
    rows.filter(({ format }) => format?.can.some((one) => abilities.includes(one)) === true).map(({ file }) => file)
  const pairs = able(['readUnits', 'readAlignment'])
  if (pairs.length > 0) return pairs
  const texts = able(['readDocument'])
  if (texts.length > 0) return texts
  const known: ArchiveFile[] = []
  for (const file of files.slice(0, mostLookedAt)) if (await isKnownByContent(file, name)) known.push(file)
  if (known.length > 0 || files.length === 1) return known.length > 0 ? known : files
  throw nothingReadable(archive, files, name)
}

const isHidden = (path: string): boolean =>
  path
    .split('/')
    .some(
      (part) =>
        (part.startsWith('.') && !/^\.{1,2}$/u.test(part)) || /^(?:__MACOSX|Thumbs\.db|desktop\.ini)$/iu.test(part),
    )

function formatByEnding(path: string): FormatRow | undefined {
  const lower = path.toLowerCase()
  return formats.find((format) => format.extensions.some((extension) => lower.endsWith(extension)))
}

async function isKnownByContent(file: ArchiveFile, archiveName: string): Promise<boolean> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of unpackedOnce(file, `${archiveName}/${file.path}`)) {
      chunks.push(chunk)
      length += chunk.length
      if (length >= sniffedLength) break
    }
  } catch {
    // What cannot be opened is no reason to leave the others unread.
  }
  const head = Buffer.concat(chunks).subarray(0, sniffedLength)
  return formats.some((format) => (format.sniff?.(head) ?? 0) >= 0.5)
}

function nothingReadable(archive: Archive, files: readonly ArchiveFile[], name: string): AppError {
  if (archive.damage !== undefined) return archive.damage
  if (files.length === 0) return new AppError('READ_EMPTY', `${name} is an archive without any file in it`)
  return new AppError('READ_BINARY', `${name} is an archive in which no file can be read; it holds ${listed(files)}`, {
    hint: 'Files are known by the endings of their names: see `zinpaar list formats`.',
  })
}

const severalFiles = (files: readonly ArchiveFile[], name: string): AppError =>
  new AppError('READ_BINARY', `${name} is an archive of several files, and one is wanted here: ${listed(files)}`, {
    hint: 'Unpack the archive and name the file that you mean.',
  })

const mostListed = 4
function listed(files: readonly ArchiveFile[]): string {
  const names = files.slice(0, mostListed).map((file) => file.path)
  return names.join(', ') + (files.length > mostListed ? ` and ${files.length - mostListed} more` : '')
}
