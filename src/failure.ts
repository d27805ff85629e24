import { errorCodes } from './core/errors.ts'

/** What a user is told when work could not be done; plain data that passes between threads. */
export interface Failure {
  readonly code: string
  readonly message: string
  readonly hint: string
  /** The technical trace, shown only on request. */
  readonly trace?: string
}

/** Puts any thrown value into plain words; what nobody foresaw gets the code INTERNAL. */
export function failureOf(error: unknown): Failure {
  const trace = error instanceof Error && error.stack !== undefined ? { trace: error.stack } : {}
  if (isCoded(error)) return { code: error.code, message: error.message, hint: error.hint, ...trace }
  const what = error instanceof Error ? error.message : String(error)
  const message = `something went wrong inside the program: ${what.split('\n', 1)[0]}`
  return { code: 'INTERNAL', message, hint: errorCodes.INTERNAL.next, ...trace }
}

/** By its shape, not its class, since errors of the command line have it too; errors of the system have a code, but no hint. */
function isCoded(error: unknown): error is Error & { readonly code: string; readonly hint: string } {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    'hint' in error &&
    typeof error.hint === 'string'
  )
}
