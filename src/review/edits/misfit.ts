import { AppError } from '../../core/errors.ts'

/** An edit that does not fit what the ones before it left, in plain words. */
export const misfit = (why: string): AppError => new AppError('EDITS_MISFIT', why)
