import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { AppError } from '../../editing.ts'

/** A server that answers on this machine alone. */
export interface Listening {
  readonly port: number
  /** Ends it, with all that is still open. */
  close(): Promise<void>
}

type Fetch = (request: Request) => Response | Promise<Response>

/** Listens on 127.0.0.1; port 0 takes any that is free. Fails with SERVE_FAILED where it cannot. */
export async function listenOn(port: number, fetch: Fetch): Promise<Listening> {
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(serveError(error, port)))
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function serveError(error: unknown, port: number): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why =
    code === 'EADDRINUSE'
      ? `port ${port} is in use`
      : code === 'EACCES'
        ? `port ${port} is not open to this user`
        : `port ${port} cannot be had (${code})`
  return new AppError('SERVE_FAILED', why, { cause: error })
}
