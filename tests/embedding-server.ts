import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server of the kind that `--embed` asks, in this process. */
export interface MadeServer {
  readonly address: string
  /** Texts of every request so far. */
  readonly requests: readonly (readonly string[])[]
  close(): Promise<void>
}

/** What came in, and how to answer it. */
export type Answer = (texts: readonly string[], response: ServerResponse, count: number) => void

/** Starts a server on this computer that answers every request by `answer`. */
export async function startServer(answer: Answer): Promise<MadeServer> {
  const requests: (readonly string[])[] = []
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { input }: { input: readonly string[] } = JSON.parse(body)
      requests.push(input)
      answer(input, response, requests.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** Answers as a server does that has the model. */
export function sendVectors(response: ServerResponse, vectors: readonly (readonly number[])[]): void {
  const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }))
  // Servers need not keep the order.
  sendJson(response, 200, { object: 'list', data: data.reverse() })
}

/** Answers with a status and a body. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

const size = 64

/**
 * A vector of the concepts of a text in the invented languages of `wordOf`: every concept points its own way, and a bit of
 * every text is the same, as in real models.
 */
export function conceptVector(text: string): readonly number[] {
  const vector = new Array<number>(size).fill(0.15)
  for (const [, digits = '0'] of text.toLowerCase().matchAll(/[a-z]+?(?:qa|xo)([a-j]+)/gu)) {
    const concept = [...digits].reduce((sum, digit) => sum * 10 + digit.charCodeAt(0) - 97, 0)
    for (let k = 0; k < size; k++) vector[k] = (vector[k] ?? 0) + directionOf(concept, k)
  }
  return vector
}

function directionOf(concept: number, k: number): number {
  let state = Math.imul(concept + 1, 0x9e3779b1) ^ Math.imul(k + 1, 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39)
  return (((state ^ (state >>> 15)) >>> 0) / 4294967296 - 0.5) * 2
}

/** The word of a concept in one of two invented languages, none of whose words look alike. */
export function wordOf(concept: number, side: 'source' | 'target'): string {
  const digits = [...String(concept)].map((digit) => String.fromCharCode(97 + Number(digit))).join('')
  return side === 'source' ? `zuqa${digits}` : `lexo${digits}`
}
