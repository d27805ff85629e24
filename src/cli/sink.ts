import { standardPath } from '../input.ts'
import { createSpare, type Spare } from '../spared-files.ts'
import { type Chunks, checkWritable, writeWhole } from '../whole-file.ts'
import type { Io } from './command.ts'

/** The path of an output as it is handled: `/dev/stdout` is standard output, on which nothing else may then be printed. */
export const outputPath = (path: string): string => (path === '/dev/stdout' ? standardPath : path)

/** Fails before any work where an output could not be written. */
export async function checkOutput(path: string): Promise<void> {
  if (path !== standardPath) await checkWritable(path)
}

/** Spares the files that a command reads; whatever format it writes, no output may be one of them. */
export function spareInputs(paths: readonly (string | undefined)[]): Spare {
  const files = paths.filter((path): path is string => path !== undefined && path !== standardPath)
  return createSpare(files, 'is read by this very command')
}

/** Writes an output whole to a file, or piece by piece to standard output for the path `-`. */
export async function writeOutput(io: Io, path: string, chunks: Chunks): Promise<void> {
  if (path !== standardPath) return writeWhole(path, chunks)
  for await (const chunk of chunks) await io.out(chunk)
}
