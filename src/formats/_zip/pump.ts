import { createGunzip, createInflateRaw } from 'node:zlib'
import { AppError } from '../../core/errors.ts'

/** How bytes are packed: a gzip file with its head and check, or the bare stream that ZIP archives hold. */
export type Packing = 'gzip' | 'deflate'

/** What became of a packed stream. */
export interface PumpEnd {
  /** Packed bytes that were used; what follows them belongs to something else. */
  readonly used: number
}

/** So many packed bytes are unpacked in one go: at the best ratio there is, 16 MB come out of them. */
const pieceLength = 16_384
/** Below this no ratio is held against a file. */
const freeBytes = 100 * 2 ** 20
/** The best that deflate can do is 1032:1, on one byte that repeats. */
const mostRatio = 1000
/** The largest memories that are passed around have 80 GB; nothing that is read here is larger than this. */
export const mostUnpackedBytes = 128 * 2 ** 30

/** Throws READ_TOO_LARGE when so few packed bytes have become so many that the file must be a bomb. */
export function rejectBomb(packed: number, unpacked: number, name: string): void {
  if (unpacked <= freeBytes) return
  if (unpacked > mostUnpackedBytes) throw new AppError('READ_TOO_LARGE', `${name} holds more than 128 GB when unpacked`)
  if (unpacked > packed * mostRatio)
    throw new AppError(
      'READ_TOO_LARGE',
      `${name} unpacks to more than ${mostRatio} times its size; no text does that, so it was not read on`,
    )
}

/**
 * The unpacked bytes, piece by piece. All that comes before a damaged place or a missing end is handed out first, then
 * READ_MALFORMED. While one piece is used, the next one is unpacked on another thread.
 */
export async function* unpackBytes(
  chunks: AsyncIterable<Uint8Array>,
  packing: Packing,
  name: string,
): AsyncGenerator<Uint8Array, PumpEnd> {
  const engine = createEngine(packing)
  let given = 0
  let made = 0
  try {
    let working: Promise<void> = Promise.resolve()
    for await (const piece of piecesOf(chunks)) {
      await working
      given += piece.length
      const ready = engine.take()
      const isOver = engine.isOver()
      if (!isOver) working = engine.write(piece)
      for (const bytes of ready) {
        made += bytes.length
        rejectBomb(given, made, name)
        yield bytes
      }
      if (isOver) break
    }
    await working
    await engine.end()
    for (const bytes of engine.take()) {
      made += bytes.length
      rejectBomb(given, made, name)
      yield bytes
    }
    const failure = engine.failure()
    if (failure !== undefined) throw damaged(name, failure)
    return { used: engine.used() }
  } finally {
    engine.close()
  }
}

function damaged(name: string, cause: unknown): AppError {
  const isCut = cause instanceof Error && 'code' in cause && cause.code === 'Z_BUF_ERROR'
  const message = isCut
    ? `${name} is cut off: its packed content does not end`
    : `${name} is packed, and damaged: its content cannot be unpacked any further`
  return new AppError('READ_MALFORMED', message, {
    cause,
    hint: 'Get the file anew: what comes before the damage may have been read, what follows it is lost.',
  })
}

async function* piecesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks)
    for (let i = 0; i < chunk.length; i += pieceLength) yield chunk.subarray(i, i + pieceLength)
}

interface Engine {
  /** Resolves when these bytes are unpacked, or when nothing more will be. */
  write(piece: Uint8Array): Promise<void>
  end(): Promise<void>
  /** What has been unpacked since it was last asked. */
  take(): readonly Uint8Array[]
  isOver(): boolean
  failure(): unknown
  used(): number
  close(): void
}

/** Node's own stream loses what it has unpacked when it meets damage; here each piece is taken before the next goes in. */
function createEngine(packing: Packing): Engine {
  const options = { chunkSize: 65_536 }
  const stream = packing === 'gzip' ? createGunzip(options) : createInflateRaw(options)
  let made: Uint8Array[] = []
  let failure: unknown
  let isOver = false
  let wake = (): void => {}
  const stop = (): void => {
    isOver = true
    wake()
  }
  stream.on('data', (bytes: Uint8Array) => made.push(bytes))
  stream.on('error', (error) => {
    failure ??= error
    stop()
  })
  stream.on('end', stop)
  stream.on('close', stop)
  const step = (act: (done: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      if (isOver) return resolve()
      wake = resolve
      act(resolve)
    })
  return {
    write: (piece) => step((done) => stream.write(piece, done)),
    end: () => step(() => stream.end()),
    take: () => {
      const ready = made
      made = []
      return ready
    },
    isOver: () => isOver,
    failure: () => failure,
    used: () => stream.bytesWritten,
    close: () => stream.destroy(),
  }
}
