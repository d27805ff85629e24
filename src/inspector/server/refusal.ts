import { failureOf } from '../../failure.ts'
import type { Refusal } from '../protocol.ts'

/** A refusal with its HTTP status. */
export interface Refused {
  readonly status: 400 | 403 | 404 | 405 | 413 | 415 | 422 | 500 | 503
  readonly refusal: Refusal
}

const reload = 'Load the page again.'
const fromTerminal = 'Open the address that `zinpaar inspect` printed.'

/** What is wrong with requests that no page of ours makes. */
export const requestRefusals = {
  host: refused(403, 'REQUEST_BAD_HOST', 'this server answers under its own address alone', fromTerminal),
  origin: refused(403, 'REQUEST_FOREIGN', 'the request comes from a page of another origin', fromTerminal),
  path: refused(404, 'REQUEST_NOT_FOUND', 'there is nothing at this address', fromTerminal),
  method: refused(405, 'REQUEST_METHOD', 'this address does not take that method', reload),
  size: refused(413, 'REQUEST_TOO_LARGE', 'the request is larger than this address takes', 'Send less at a time.'),
  type: refused(415, 'REQUEST_NOT_JSON', 'the request does not say that its body is JSON', reload),
} as const

/** A refusal for a body or query that cannot be understood. */
export const malformed = (what: string): Error =>
  Object.assign(new Error(what), { code: 'REQUEST_MALFORMED', hint: reload })

/** Does what fails for reasons that may pass, such as a full disk: whatever goes wrong, the same may be asked again later. */
export async function whileItMayPass<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    const { code, message, hint } = failureOf(cause)
    throw Object.assign(new Error(message, { cause }), { code, hint, mayPass: true })
  }
}

const mayPass = (error: unknown): boolean => error instanceof Error && 'mayPass' in error && error.mayPass === true

/** What a page is told of any error: never a trace. The status says whether it lasts, as `isLasting` reads it. */
export function refusalOf(error: unknown): Refused {
  const { code, message, hint } = failureOf(error)
  const status = mayPass(error) ? 503 : code === 'INTERNAL' ? 500 : code === 'REQUEST_MALFORMED' ? 400 : 422
  return refused(status, code, message, hint)
}

function refused(status: Refused['status'], code: string, message: string, next: string): Refused {
  return { status, refusal: { code, message, next } }
}
