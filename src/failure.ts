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
  return {
    code: 'INTERNAL',
    message: `something went wrong inside the program: ${what.split('\n', 1)[0]}`,
    hint: 'This is a fault of Zinpaar. Please report it with the command and, if you can, the files; ZINPAAR_DEBUG=1 shows the details.',
    ...trace,
  }
}

/** By its shape, not its class, so that the rooms need not be loaded to start; errors of the system have a code, but no hint. */
function isCoded(error: unknown): error is Error & { readonly code: string; readonly hint: string } {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    'hint' in error &&
    typeof error.hint === 'string'
  )
}
