import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { lineSpans } from '../../src/core/text.ts'
import type { Document } from '../../src/core/types.ts'

/** Folder of gold data that is not part of the project: ZINPAAR_SHARED, else `../shared`; undefined when it is not there. */
export function sharedFolder(): string | undefined {
  const folder = resolve(process.env.ZINPAAR_SHARED ?? '../shared')
  return existsSync(join(folder, 'gold')) ? folder : undefined
}

/** A plain text with a paragraph a line. */
export const readPlain = (folder: string, name: string): Document =>
  plainDocument(basename(name), readFileSync(join(folder, name), 'utf8'))

/** A plain text with a paragraph a line, from memory. */
export function plainDocument(id: string, text: string): Document {
  const blocks = lineSpans(text)
    .filter((span) => text.slice(span.start, span.end).trim() !== '')
    .map((span) => ({ span, role: 'body' as const }))
  return { id, format: 'txt', text, segmented: false, blocks }
}

/** A text with a sentence a line. */
export function readLines(folder: string, name: string): Document {
  const text = readFileSync(join(folder, name), 'utf8').replace(/\n$/, '')
  const blocks = lineSpans(text).map((span) => ({ span, role: 'body' as const }))
  return { id: basename(name), format: 'txt', text, segmented: true, blocks }
}
