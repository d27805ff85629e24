import { AppError } from '../../core/errors.ts'

/** What is thrown for blocks that cannot be a segment of this version. */
export const damaged = (what: string): AppError =>
  new AppError('MEMORY_DAMAGED', `A segment of the index cannot be read: ${what}.`)
