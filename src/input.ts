import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import type { Input } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { isGzip, isZip } from './formats/_zip/magic.ts'
import { type ByteSource, sourceOfBytes } from './formats/_zip/source.ts'

/** The path that stands for standard input or standard output. */
export const standardPath = '-'

/** No string of JavaScript can hold more characters than this. */
const maxTextBytes = 512 * 1024 * 1024

/**
 * Bytes of a file, or of `stdin` (that of the process, when absent) for the path `-`; nothing is opened before they are asked for. Pipes and devices are kept
 * in memory once read, so that they can be read again. What gzip has packed, or lies alone in a ZIP archive, is unpacked as
 * it is read, whatever the file is called. Fails with READ_NOT_FOUND, READ_FOLDER, READ_NOT_READABLE, READ_TOO_LARGE for
 * `bytes` of more than 512 MB and for bombs, and READ_BINARY for archives in which there is not one file that is meant.
 */
export function inputFrom(path: string, stdin?: AsyncIterable<Uint8Array>): Input {
  const open = rawInput(path, stdin)
  const resolve = async (): Promise<Input> => onlyInput(await open())
  return {
    name: path === standardPath ? 'stdin' : path,
    bytes: async () => (await resolve()).bytes(),
    async *stream() {
      yield* (await resolve()).stream()
    },
    innerName: async () => (await resolve()).innerName?.(),
  }
}

/**
 * All files that can be read in what lies at a path, each as an input of its own: those of a ZIP archive in its order, called
 * `a.zip/b.tmx`, or the one file that it is. Where an archive is damaged, an error follows the files that could be found.
 * Fails as `inputFrom` does.
 */
export async function* inputsFrom(path: string, stdin?: AsyncIterable<Uint8Array>): AsyncGenerator<Input> {
  const raw = await rawInput(path, stdin)()
  const head = await raw.head()
  if (!isPacked(head)) return yield raw
  const { unpackedInputs } = await import('./packed-input.ts')
  yield* unpackedInputs(raw, head)
}

/** Bytes of a file as they lie there: nothing is unpacked. Fails as `inputFrom` does for plain files. */
export async function packedBytes(path: string): Promise<Uint8Array> {
  return (await rawInput(path)()).bytes()
}

async function onlyInput(raw: RawInput): Promise<Input> {
  const head = await raw.head()
  if (!isPacked(head)) return raw
  const { unpackedInput } = await import('./packed-input.ts')
  return unpackedInput(raw, head)
}

const isPacked = (head: Uint8Array): boolean => isGzip(head) || isZip(head)

/** A file as it lies on the disk, with what it takes to look into an archive. */
export interface RawInput extends Input {
  /** The first bytes. */
  head(): Promise<Uint8Array>
  source(): Promise<ByteSource>
}

/** Opens a path; what can be read only once is kept from one call to the next. */
function rawInput(path: string, stdin?: AsyncIterable<Uint8Array>): () => Promise<RawInput> {
  let kept: RawInput | undefined =
    path === standardPath ? replayedInput('stdin', () => stdin ?? process.stdin) : undefined
  return async () => {
    if (kept !== undefined) return kept
    const found = await lookAt(path)
    if (found.isFile()) return regularInput(path, found.size)
    kept = replayedInput(path, () => createReadStream(path))
    return kept
  }
}

/** The same bytes under a name of one's own: text that a program already holds, or a test. */
export function inputOf(name: string, content: string | Uint8Array): Input {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name,
    bytes: async () => bytes,
    async *stream() {
      yield bytes
    },
  }
}

async function lookAt(path: string): Promise<{ isFile(): boolean; readonly size: number }> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new AppError('READ_FOLDER', `${path} is a folder, not a file`)
    return found
  } catch (error) {
    throw readError(error, path)
  }
}

/** Enough of the start of a file to tell an archive. */
const headLength = 4

function regularInput(path: string, size: number): RawInput {
  const options = { highWaterMark: 1 << 18 }
  return {
    name: path,
    async bytes() {
      if (size > maxTextBytes) throw tooLarge(path, size)
      return readFile(path).catch((error: unknown) => Promise.reject(readError(error, path)))
    },
    stream: () => guarded(createReadStream(path, options), path),
    head: () => headOfFile(path),
    source: async () => ({
      size,
      slice: (start, end) =>
        start >= Math.min(end, size)
          ? noBytes()
          : guarded(createReadStream(path, { ...options, start, end: end - 1 }), path),
    }),
  }
}

async function headOfFile(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw readError(error, path)
  }
}

async function* noBytes(): AsyncIterable<Uint8Array> {}

/** An input that can be read only once: what has come is kept for the next reader. */
function replayedInput(name: string, open: () => AsyncIterable<Uint8Array>): RawInput {
  const chunks: Uint8Array[] = []
  let rest: AsyncIterator<Uint8Array> | undefined
  let isDone = false
  const more = async (): Promise<void> => {
    rest ??= guarded(open(), name)[Symbol.asyncIterator]()
    const next = await rest.next()
    if (next.done === true) isDone = true
    else chunks.push(next.value)
  }
  async function* stream(): AsyncIterable<Uint8Array> {
    for (let i = 0; ; i++) {
      while (i >= chunks.length && !isDone) await more()
      const chunk = chunks[i]
      if (chunk === undefined) return
      yield chunk
    }
  }
  const bytes = (): Promise<Uint8Array> => collected(stream(), name)
  return {
    name,
    stream,
    bytes,
    async head() {
      const first: Uint8Array[] = []
      for await (const chunk of stream()) {
        first.push(chunk)
        if (first.reduce((sum, one) => sum + one.length, 0) >= headLength) break
      }
      return Buffer.concat(first).subarray(0, headLength)
    },
    source: async () => sourceOfBytes(await bytes()),
  }
}

/** All bytes of a stream as one array. Fails with READ_TOO_LARGE as soon as there are more than 512 MB. */
export async function collected(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    size += chunk.length
    if (size > maxTextBytes) throw tooLarge(name, size)
  }
  return Buffer.concat(chunks)
}

async function* guarded(chunks: AsyncIterable<Uint8Array>, name: string): AsyncIterable<Uint8Array> {
  try {
    yield* chunks
  } catch (error) {
    throw readError(error, name)
  }
}

const tooLarge = (name: string, size: number): AppError =>
  new AppError(
    'READ_TOO_LARGE',
    `${name} holds ${Math.round(size / 1e6)} MB, more than one text can have here (512 MB)`,
  )

function readError(error: unknown, path: string): unknown {
  if (error instanceof AppError) return error
  const cause = { cause: error }
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE':
      return new AppError('READ_NOT_FOUND', `there is no file ${path === '' ? 'with an empty name' : path}`, {
        ...cause,
        ...(/^https?:\/\//u.test(path) ? { hint: 'Addresses are not fetched: save the page as a file first.' } : {}),
      })
    case 'EISDIR':
      return new AppError('READ_FOLDER', `${path} is a folder, not a file`, cause)
    case undefined:
      return error
    default:
      return new AppError('READ_NOT_READABLE', `${path} cannot be opened (${systemCode(error)})`, cause)
  }
}

/** `ENOENT` and the like: the code that Node gives an error of the system; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' && /^E[A-Z_0-9]+$/u.test(error.code) ? error.code : undefined
}
