import type { Context, Input, ReadOptions } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import type { Alignment, Document } from './core/types.ts'
import { formatToRead } from './format-choice.ts'
import { formatByName } from './formats/index.ts'

/** Name of the format that is tried when neither the name nor the first bytes of a file tell what it is. */
const plainText = 'txt'

/**
 * Reads a text. Its format is found by the name of the file, then by its first bytes, and is plain text otherwise. Fails with
 * FORMAT_CANNOT_READ for a file that holds pairs of sentences, and with what the reader of the format fails with.
 */
export async function readDocument(input: Input, options: ReadOptions, context: Context): Promise<Document> {
  const format = (await formatToRead(input, ['readDocument'])) ?? formatByName(plainText)
  const read = format.readDocument
  if (read === undefined) throw cannotRead(input, 'a text')
  return read(input, options, context)
}

/** Reads an alignment that was written before, with every bead and decision. Fails with FORMAT_CANNOT_READ for anything else. */
export async function readAlignment(input: Input, context: Context): Promise<Alignment> {
  const format = await formatToRead(input, ['readAlignment'])
  const read = format?.readAlignment
  if (read === undefined) throw cannotRead(input, 'an alignment')
  return read(input, context)
}

const cannotRead = (input: Input, wanted: string): AppError =>
  new AppError('FORMAT_CANNOT_READ', `${input.name} is not ${wanted} that can be read here`)
