import { analyseDocument } from './analyse/analyse.ts'
import { type TermFinder, tokenise } from './analyse/tokens.ts'
import type { Context, LanguagePack } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { hashOf } from './core/hash.ts'
import type { AnalysedDocument, LanguageTag, StemTable, TokenTable, TranslatedSource } from './core/types.ts'
import { readDocument } from './files.ts'
import { inputFrom } from './input.ts'

/**
 * Reads a machine translation of a segmented source, line i for segment i, as the target language's pack sees its words.
 * Fails with USAGE when the source is not segmented, TRANSLATION_MISMATCH when the numbers of lines differ, and as
 * `readDocument` does.
 */
export async function readTranslation(
  path: string,
  source: AnalysedDocument,
  tag: LanguageTag,
  pack: LanguagePack,
  terms: TermFinder | undefined,
  context: Context,
): Promise<TranslatedSource> {
  if (!source.segmented) throw new AppError('USAGE', `${path} can help only with texts that are segmented already`)
  const document = await readDocument(inputFrom(path), { segmented: true }, context)
  const analysed = analyseDocument(document, { tag, by: 'user' }, pack, context)
  const [lines, wanted] = [analysed.segments.length, source.segments.length]
  if (lines !== wanted)
    throw new AppError(
      'TRANSLATION_MISMATCH',
      `${path} has ${lines} ${lines === 1 ? 'line' : 'lines'}, and ${source.id} has ${wanted}`,
    )
  const tokens = tokenise(analysed, pack, terms)
  return { tokens, stems: stemsOf(tokens, pack), by: hashOf(document.text) }
}

function stemsOf({ vocabulary }: TokenTable, pack: LanguagePack): StemTable {
  const ids = new Map<string, number>()
  const of = Uint32Array.from(vocabulary, (norm) => {
    const stem = pack.stem(norm)
    const id = ids.get(stem) ?? ids.size
    ids.set(stem, id)
    return id
  })
  return { names: [...ids.keys()], of }
}
