import { standardPath } from '../input.ts'
import { type Chunks, writeWhole } from '../whole-file.ts'
import type { Io } from './command.ts'

/** Writes an output whole to a file, or piece by piece to standard output for the path `-`. */
export async function writeOutput(io: Io, path: string, chunks: Chunks): Promise<void> {
  if (path !== standardPath) return writeWhole(path, chunks)
  for await (const chunk of chunks) await io.out(chunk)
}
