import { getHeapStatistics } from 'node:v8'
import { AppError } from '../../core/errors.ts'

/** Bytes of memory that each byte of a file takes while it is read: its text, its values (2.2 measured), and ours made of them. */
const heapPerByte = 5

/**
 * Throws READ_TOO_LARGE for a file that takes more memory than the process may have (`limit` bytes): running out of it ends
 * the program without a word.
 */
export function rejectOverHeap(length: number, name: string, limit = getHeapStatistics().heap_size_limit): void {
  if (length * heapPerByte <= limit) return
  const wanted = Math.ceil((length * heapPerByte) / 2 ** 30) * 1024
  throw new AppError(
    'READ_TOO_LARGE',
    `${name} has ${Math.round(length / 1e6)} MB, and an alignment of that size takes about ${wanted} MB of memory to read`,
    {
      hint: `Give the program more memory, as in NODE_OPTIONS=--max-old-space-size=${wanted}, or align the texts in parts.`,
    },
  )
}
