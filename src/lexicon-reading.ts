import type { Context } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import type { LanguageTag } from './core/types.ts'
import type { ConceptTable } from './lexicon/concepts.ts'
import { readerFor } from './lexicon/read/index.ts'
import type { ReadingTally } from './lexicon/read/material.ts'
import { headOf, openMaterial } from './lexicon-material.ts'

/** Why entries were left out, how many, and where the first of them stands. */
export interface Skipped {
  readonly reason: string
  readonly count: number
  readonly first: string
}

/** What came of a file. */
export interface LexiconReading {
  readonly table: ConceptTable
  /** Name of the reader: `table`, `tbx`, `tmx`, `dictd`, `tei`, `cedict` or `wordnet`. */
  readonly format: string
  /** Entries that came in; those read are these and the skipped ones. */
  readonly kept: number
  readonly skipped: readonly Skipped[]
}

/**
 * Reads a glossary, dictionary, wordnet or memory; what kind it is, is found by its name and its first bytes. `languages` helps
 * where the file does not say which it holds. A damaged file gives what stands before the damage and a warning
 * (LEXICON_BROKEN_OFF). Fails as reading a file does, with LEXICON_UNKNOWN_FORMAT, LEXICON_NO_LANGUAGES, and LEXICON_EMPTY.
 */
export async function readLexicon(
  path: string,
  languages: readonly LanguageTag[],
  context: Context,
): Promise<LexiconReading> {
  const material = openMaterial(path, languages, context)
  const reader = readerFor(await headOf(material))
  const { tally, counts } = createTally(path, context)
  const table = await reader.read(material, tally)
  const { kept, skipped } = counts()
  if (kept === 0 || table.rows.length === 0)
    throw new AppError('LEXICON_EMPTY', `${path} holds no words that can be used`)
  return { table: { ...table, level: table.level ?? reader.level }, format: reader.name, kept, skipped }
}

function createTally(path: string, context: Context) {
  let kept = 0
  const reasons = new Map<string, { count: number; readonly first: string }>()
  const tally: ReadingTally = {
    keep: () => void kept++,
    skip(reason, where) {
      const known = reasons.get(reason)
      if (known === undefined) reasons.set(reason, { count: 1, first: where })
      else known.count++
    },
    breakOff: (reason) =>
      context.report({
        code: 'LEXICON_BROKEN_OFF',
        level: 'warning',
        message: `${reason.includes(path) ? reason : `${path}: ${reason}`}; what stands before that was read`,
        document: path,
      }),
  }
  const counts = () => ({ kept, skipped: [...reasons].map(([reason, rest]): Skipped => ({ reason, ...rest })) })
  return { tally, counts }
}
