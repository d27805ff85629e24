import type { Failure } from '../failure.ts'

/** One block of lines for standard error. */
export function failureText(failure: Failure, isDebug: boolean): string {
  return [
    `zinpaar: ${failure.message}`,
    `Next: ${failure.hint}`,
    `(${failure.code})`,
    ...(isDebug && failure.trace !== undefined ? ['', failure.trace] : []),
    '',
  ].join('\n')
}
