import type { Context, Input } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { undetermined } from './core/tags.ts'
import type { Alignment } from './core/types.ts'
import { readAlignment } from './files.ts'
import { glossaryFormats } from './formats/_glossary/index.ts'
import type { Glossary, GlossaryFormat } from './formats/_glossary/terms.ts'
import { createStock, type Stock } from './stock.ts'
import { type TermOptions, termsOf } from './term-list.ts'

/**
 * The terms of alignments that were kept as files; the packs of their languages bring inflected words together. Fails with
 * what `readAlignment` fails with, and with TERMS_MIXED_LANGUAGES.
 */
export async function collectTerms(
  inputs: readonly Input[],
  options: Omit<TermOptions, 'stems'>,
  context: Context,
  stock: Stock = createStock(),
): Promise<Glossary> {
  const alignments: Alignment[] = []
  for (const input of inputs) alignments.push(await readAlignment(input, context))
  const [first] = alignments
  const [source, target] = await Promise.all([
    stock.pack(first?.source.language.tag ?? undetermined),
    stock.pack(first?.target.language.tag ?? undetermined),
  ])
  return termsOf(alignments, { ...options, stems: [source.stem, target.stem] })
}

/** The format of a glossary file by its name, or the one called `name`. Fails with FORMAT_UNKNOWN. */
export function glossaryFormat(path: string, name?: string): GlossaryFormat {
  const ending = name === undefined ? path.toLowerCase() : `.${name.toLowerCase().replace(/^\./u, '')}`
  const found = glossaryFormats.find(({ extensions }) => extensions.some((extension) => ending.endsWith(extension)))
  if (found !== undefined) return found
  const endings = glossaryFormats.map(({ extensions }) => extensions[0]).join(', ')
  throw new AppError('FORMAT_UNKNOWN', `no format of glossaries has the ending of ${name ?? path}`, {
    hint: `Use one of ${endings}.`,
  })
}

/** A glossary in one format: `tbx`, `csv` or `utf8`. */
export function glossaryText(glossary: Glossary, name: string, context: Context): Iterable<string> {
  return glossaryFormat('', name).write(glossary, context)
}
