/** An error that says what is wrong with the command line and what to do; it reaches the user with the code USAGE. */
export function usageError(message: string, hint: string): Error {
  return Object.assign(new Error(message), { code: 'USAGE', hint })
}
