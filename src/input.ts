import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { Input } from './core/contracts.ts'
import { AppError } from './core/errors.ts'

/** The path that stands for standard input or standard output. */
export const standardPath = '-'

/** No string of JavaScript can hold more characters than this. */
const maxTextBytes = 512 * 1024 * 1024

/**
 * Bytes of a file, or of `stdin` (that of the process, when absent) for the path `-`; nothing is opened before they are asked for. Pipes and devices are kept
 * in memory once read, so that they can be read again. Fails with READ_NOT_FOUND, READ_FOLDER, READ_NOT_READABLE, and
 * READ_TOO_LARGE for `bytes` of more than 512 MB.
 */
export function inputFrom(path: string, stdin?: AsyncIterable<Uint8Array>): Input {
  if (path === standardPath) return replayedInput('stdin', () => stdin ?? process.stdin)
  let piped: Input | undefined
  const resolve = async (): Promise<Input> => {
    if (piped !== undefined) return piped
    const found = await lookAt(path)
    if (found.isFile()) return regularInput(path, found.size)
    piped = replayedInput(path, () => createReadStream(path))
    return piped
  }
  return {
    name: path,
    bytes: async () => (await resolve()).bytes(),
    async *stream() {
      yield* (await resolve()).stream()
    },
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

function regularInput(path: string, size: number): Input {
  return {
    name: path,
    async bytes() {
      if (size > maxTextBytes) throw tooLarge(path, size)
      return readFile(path).catch((error: unknown) => Promise.reject(readError(error, path)))
    },
    stream: () => guarded(createReadStream(path, { highWaterMark: 1 << 18 }), path),
  }
}

/** An input that can be read only once: what has come is kept for the next reader. */
function replayedInput(name: string, open: () => AsyncIterable<Uint8Array>): Input {
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
  return {
    name,
    stream,
    async bytes() {
      for await (const _ of stream());
      const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
      if (size > maxTextBytes) throw tooLarge(name, size)
      return Buffer.concat(chunks)
    },
  }
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
