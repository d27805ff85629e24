import type { Context, Embedder } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { shorten } from './core/text.ts'
import { embeddingsAddress, isLoopback, isServerAddress } from './server-address.ts'

/** Which server makes vectors, and where they are kept; plain data that passes between threads. */
export interface EmbeddingChoice {
  /** `http://localhost:11434`; the path `/v1/embeddings` is added where there is none. */
  readonly address: string
  readonly model: string
  /** Folder of the user's data, for the cache; absent: nothing is kept. */
  readonly dataFolder?: string
  /** How long one answer may take; a server may have to load its model first. */
  readonly timeoutMs?: number
  /** Wait before the second try; it doubles with each. */
  readonly waitMs?: number
}

/** Texts in one request. */
const batchSize = 32
/** UTF-16 units; models see no more than the start of a longer sentence. */
const mostCharacters = 2000
const mostTries = 4
const usualTimeoutMs = 120_000
const usualWaitMs = 500
const longestWaitMs = 20_000

/**
 * Asks a server with the `/v1/embeddings` of OpenAI (Ollama, llama.cpp, vLLM, Text Embeddings Inference) for vectors. The
 * texts go to this address alone: redirections are refused. Tries again when the server is busy. Fails with EMBED_FAILED.
 */
export function createServerEmbedder(choice: EmbeddingChoice): Embedder {
  if (!isServerAddress(choice.address)) throw failed(`${choice.address} is no address of a server`)
  const address = embeddingsAddress(choice.address)
  return {
    name: choice.model,
    version: '1',
    async embed(texts, context) {
      warnOfDistance(address, texts.length, context)
      const vectors: Float32Array[] = []
      for (let from = 0; from < texts.length; from += batchSize) {
        context.progress?.('asking for vectors', from, texts.length)
        const batch = texts.slice(from, from + batchSize).map((text) => shorten(text, mostCharacters))
        vectors.push(...(await askPatiently(address, choice, batch, context)))
      }
      checkSizes(vectors, address)
      return vectors
    },
  }
}

function warnOfDistance(address: string, count: number, context: Context): void {
  if (count === 0 || isLoopback(address)) return
  const { host } = new URL(address)
  context.report({
    code: 'EMBED_REMOTE',
    level: 'info',
    message: `${count} sentences are sent to ${host}, which is not this computer.`,
  })
}

/** What came of one request: an answer, or how long the server asks to wait (ms; undefined: it does not say). */
type Outcome = { readonly vectors: readonly Float32Array[] } | { readonly busy: string; readonly waitMs?: number }

async function askPatiently(
  address: string,
  choice: EmbeddingChoice,
  texts: readonly string[],
  context: Context,
): Promise<readonly Float32Array[]> {
  for (let tried = 1; ; tried++) {
    const outcome = await ask(address, choice, texts, context.signal)
    if ('vectors' in outcome) return outcome.vectors
    if (tried === mostTries)
      throw failed(`${address} did not answer after ${mostTries} tries: ${outcome.busy}`, {
        hint: 'Wait until the program has less to do, or leave out --embed.',
      })
    const wait = outcome.waitMs ?? (choice.waitMs ?? usualWaitMs) * 2 ** (tried - 1)
    await pause(Math.min(longestWaitMs, wait), context.signal)
  }
}

async function ask(
  address: string,
  { model, timeoutMs = usualTimeoutMs }: EmbeddingChoice,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const timer = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
      redirect: 'error',
      signal: signal === undefined ? timer : AbortSignal.any([timer, signal]),
    })
    const body = await response.text()
    if (response.ok) return { vectors: vectorsIn(body, texts.length, address) }
    const said = `${response.status}${reasonIn(body)}`
    if (response.status === 429 || response.status >= 500) return busyOutcome(said, response.headers.get('retry-after'))
    throw failed(`${address} answered ${said}`, response.status === 404 ? { hint: notThere(model) } : {})
  } catch (error) {
    if (error instanceof AppError || signal?.aborted === true) throw error
    if (timer.aborted) throw failed(`${address} did not answer within ${timeoutMs / 1000} seconds`, { cause: error })
    return lost(address, error)
  }
}

function busyOutcome(busy: string, header: string | null): Outcome {
  const seconds = header === null || header.trim() === '' ? Number.NaN : Number(header)
  return Number.isFinite(seconds) && seconds >= 0 ? { busy, waitMs: 1000 * seconds } : { busy }
}

const notThere = (model: string): string =>
  `Check the address, and that the model ${model} is there (\`ollama pull ${model}\` fetches it for Ollama).`

/** A connection that broke may stand the next time; one that nobody takes will not. */
function lost(address: string, error: unknown): { readonly busy: string } {
  const code = codeOf(error)
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET') return { busy: 'the connection broke' }
  const reason = code === undefined ? undefined : reasons[code]
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
  throw failed(`${address} cannot be reached: ${reason ?? cause}`, { cause: error })
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'no program listens there',
  ENOTFOUND: 'there is no computer of this name',
  EAI_AGAIN: 'there is no computer of this name',
  EHOSTUNREACH: 'there is no way to this computer',
  ENETUNREACH: 'there is no way to this computer',
}

/** The code of what lies under a failed request; of several addresses that were tried, that of the first. */
function codeOf(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof AggregateError ? (codeIn(cause.errors[0]) ?? codeIn(cause)) : codeIn(cause)
}

const codeIn = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** What a server says of an error, in any of the shapes that they use. */
function reasonIn(body: string): string {
  const parsed = parsedOf(body)
  const error = fieldOf(parsed, 'error')
  const said = [fieldOf(error, 'message'), error, fieldOf(parsed, 'message'), fieldOf(parsed, 'detail')].find(
    (value) => typeof value === 'string',
  )
  const text = (typeof said === 'string' ? said : '').replace(/\s+/gu, ' ').trim()
  return text === '' ? '' : `: ${shorten(text, 160)}`
}

function parsedOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined

/** The vectors of an answer in the order of the texts. */
function vectorsIn(body: string, count: number, address: string): readonly Float32Array[] {
  const data = fieldOf(parsedOf(body), 'data')
  if (!Array.isArray(data))
    throw failed(`${address} answered something else than vectors`, {
      hint: 'Give the address of a service in the manner of OpenAI; its path usually ends in /v1/embeddings.',
    })
  const rows: (Float32Array | undefined)[] = Array.from({ length: count })
  data.forEach((item: unknown, i) => {
    const index = fieldOf(item, 'index') ?? i
    const vector = vectorOf(fieldOf(item, 'embedding'))
    if (typeof index === 'number' && index >= 0 && index < count && vector !== undefined) rows[index] = vector
  })
  const vectors = rows.filter((row) => row !== undefined)
  if (vectors.length === count && data.length === count) return vectors
  throw failed(`${address} answered with ${vectors.length} good vectors for ${count} sentences`)
}

function vectorOf(value: unknown): Float32Array | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  return value.every((one) => typeof one === 'number' && Number.isFinite(one)) ? Float32Array.from(value) : undefined
}

function checkSizes(vectors: readonly Float32Array[], address: string): void {
  const sizes = [...new Set(vectors.map((vector) => vector.length))]
  if (sizes.length > 1) throw failed(`${address} answered with vectors of different sizes: ${sizes.join(', ')}`)
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal?.aborted === true) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}

const failed = (message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}): AppError =>
  new AppError('EMBED_FAILED', message, options)
