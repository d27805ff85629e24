import { randomBytes, timingSafeEqual } from 'node:crypto'
import { type Refused, requestRefusals } from './refusal.ts'

/** What of a request decides whether it is answered at all. */
export interface Asked {
  /** The Host header. */
  readonly host: string | undefined
  /** The Origin header. */
  readonly origin: string | undefined
  /** First part of the path. */
  readonly token: string
}

/** Names under which this machine is asked. */
const names = ['127.0.0.1', 'localhost']
/** Browsers do not name the port that goes without saying. */
const usualPort = 80

/** 192 random bits, fit for a path. */
export const createToken = (): string => randomBytes(24).toString('base64url')

/**
 * Refuses what does not come from the page that this server gave out: another name than ours may be one that a foreign page
 * has pointed at this machine, and the token is known to nobody who was not told.
 */
export function guard({ host, origin, token }: Asked, port: number, expected: string): Refused | undefined {
  const hosts = names.flatMap((name) => (port === usualPort ? [name, `${name}:${port}`] : [`${name}:${port}`]))
  if (!hosts.some((each) => host === each)) return requestRefusals.host
  if (origin !== undefined && !hosts.some((each) => origin === `http://${each}`)) return requestRefusals.origin
  return isSame(token, expected) ? undefined : requestRefusals.path
}

/** Takes as long whatever the first difference is. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Headers of every answer: nothing from elsewhere is loaded, nothing is kept, nobody learns the address. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}
