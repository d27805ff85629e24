import { createFieldReader, type FieldReader } from './field-reader.ts'
import { readHead } from './head.ts'
import type { BlockReader } from './types.ts'

/** Readers of the fields of each segment, by name. */
export async function openHeads(
  segments: readonly BlockReader[],
): Promise<readonly ReadonlyMap<string, FieldReader>[]> {
  return await Promise.all(
    segments.map(async (read) => {
      const { fields } = readHead((await read([0]))[0] ?? new Uint8Array(0))
      return new Map(fields.map((field) => [field.name, createFieldReader(field, read)]))
    }),
  )
}

/** Names of all fields of the segments, sorted. */
export function fieldNames(segments: readonly ReadonlyMap<string, FieldReader>[]): readonly string[] {
  return [...new Set(segments.flatMap((fields) => [...fields.keys()]))].sort()
}
