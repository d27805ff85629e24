import type { ConceptTable } from './concepts.ts'
import { minorKind } from './source.ts'

/**
 * Reads pairs of the form `word<TAB>rendering<TAB>probability` under a line that names the two languages; `#` lines are
 * comments. A word is a minor concept, and its renderings stand in the order of the lines.
 */
export function parsePairs(name: string, version: number, text: string): ConceptTable {
  const [head = '', ...body] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const renderings = new Map<string, string[]>()
  for (const line of body) {
    const [word = '', rendering = ''] = line.split('\t')
    const list = renderings.get(word)
    if (list === undefined) renderings.set(word, [rendering])
    else list.push(rendering)
  }
  const rows = [...renderings].map(([word, forms]) => [[word], forms])
  return { name, version, languages: head.split('\t').slice(0, 2), rows, kinds: rows.map(() => minorKind) }
}
