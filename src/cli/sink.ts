import { standardPath } from '../input.ts'
import { type Chunks, checkWritable, writeWhole } from '../whole-file.ts'
import type { Io } from './command.ts'

/** The path of an output as it is handled: `/dev/stdout` is standard output, on which nothing else may then be printed. */
export const outputPath = (path: string): string => (path === '/dev/stdout' ? standardPath : path)

/** Fails before any work where an output could not be written. */
export async function checkOutput(path: string): Promise<void> {
  if (path !== standardPath) await checkWritable(path)
}

/** Writes an output whole to a file, or piece by piece to standard output for the path `-`. */
export async function writeOutput(io: Io, path: string, chunks: Chunks): Promise<void> {
  if (path !== standardPath) return writeWhole(path, chunks)
  for await (const chunk of chunks) await io.out(chunk)
}
