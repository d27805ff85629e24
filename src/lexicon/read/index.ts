import { AppError } from '../../core/errors.ts'
import { reader as cedict } from './cedict.ts'
import { reader as dictd } from './dictd.ts'
import type { FileHead, LexiconReader } from './material.ts'
import { reader as table } from './table.ts'
import { reader as tbx } from './tbx.ts'
import { reader as tei } from './tei.ts'
import { reader as tmx } from './tmx.ts'
import { reader as wordnet } from './wordnet.ts'

/** Every kind of file that words are read from. Adding one is a file beside this and a row here. */
export const readers: readonly LexiconReader[] = [table, tbx, tmx, dictd, tei, cedict, wordnet]

/** Below this a look at the head settles nothing. */
const sureEnough = 0.25

/** The reader for a file by its head. Fails with LEXICON_UNKNOWN_FORMAT. */
export function readerFor(head: FileHead): LexiconReader {
  const scores = readers.map((reader) => ({ reader, score: reader.sniff(head) }))
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.score >= sureEnough) return best.reader
  throw new AppError('LEXICON_UNKNOWN_FORMAT', `${head.name} is no lexicon, glossary or memory that can be read`)
}
