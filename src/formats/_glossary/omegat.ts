import type { Context } from '../../core/contracts.ts'
import { type CharacterFilter, createCharacterFilter } from '../_text/characters.ts'
import { confidenceText, type Glossary, type GlossaryFormat, oneLine, type Term } from './terms.ts'

/**
 * Source, target and comment with tabs between them, one pair of forms a line: what OmegaT reads from a glossary folder. It
 * shows all lines of a source form, so that every form of one side stands with every form of the other; the example stands
 * with the first pair only.
 */
export const omegat: GlossaryFormat = {
  name: 'utf8',
  title: 'OmegaT glossary',
  extensions: ['.utf8', '.txt', '.tab', '.tsv'],
  write: writeOmegat,
}

function* writeOmegat(glossary: Glossary, context: Context): Generator<string> {
  const filter = createCharacterFilter()
  for (const term of glossary.terms) yield* linesOf(term, filter)
  filter.report('OmegaT glossary', context)
}

function* linesOf(term: Term, filter: CharacterFilter): Generator<string> {
  const clean = (text: string): string => filter.clean(oneLine(text), term.key)
  const facts = `${term.kind}, ${term.occurrences} ×, ${confidenceText(term.confidence)}, ${term.key}`
  let example = term.example === undefined ? '' : `: ${term.example.source} = ${term.example.target}`
  for (const source of term.source)
    for (const target of term.target) {
      const cells = [clean(source.text), clean(target.text)]
      // A line that starts with this sign is a remark to OmegaT, which trims a space before a term.
      yield `${cells[0]?.startsWith('#') === true ? ' ' : ''}${cells.join('\t')}\t${clean(facts + example)}\n`
      example = ''
    }
}
