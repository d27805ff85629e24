import type { Context } from '../../core/contracts.ts'
import { type CharacterFilter, createCharacterFilter } from '../_text/characters.ts'
import { attributesText, escapeText } from '../_xml/escape.ts'
import { adminLanguage, toFileTag } from '../_xml/tags.ts'
import {
  confidenceText,
  type Glossary,
  type GlossaryFormat,
  oneLine,
  type Term,
  type TermForm,
  type TermKind,
} from './terms.ts'

/**
 * TBX-Basic in the form of ISO 30042:2008 (a `martif` of `termEntry`, `langSet`, `tig`): term banks and translation tools
 * that read any TBX read this one, and only some the one of 2019. No DOCTYPE, since the file that it names is never beside it.
 */
export const tbx: GlossaryFormat = {
  name: 'tbx',
  title: 'Term base (TBX-Basic)',
  extensions: ['.tbx'],
  write: writeTbx,
}

function* writeTbx(glossary: Glossary, context: Context): Generator<string> {
  const filter = createCharacterFilter()
  yield headText(glossary, filter)
  let number = 0
  for (const term of glossary.terms) yield entryText(term, `c${++number}`, glossary, filter)
  yield '    </body>\n  </text>\n</martif>\n'
  filter.report('TBX', context)
}

function headText({ origins, sourceLanguage, targetLanguage }: Glossary, filter: CharacterFilter): string {
  const title = `Terms: ${toFileTag(sourceLanguage)} – ${toFileTag(targetLanguage)}`
  const sources = origins.map((origin) => {
    const text = escapeText(filter.clean(oneLine(`Linked in ${origin}`), 'the header'))
    return `      <sourceDesc>\n        <p>${text}</p>\n      </sourceDesc>\n`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<martif type="TBX-Basic" xml:lang="${adminLanguage}">\n  <martifHeader>\n    <fileDesc>\n`,
    `      <titleStmt>\n        <title>${escapeText(title)}</title>\n      </titleStmt>\n`,
    ...sources,
    '    </fileDesc>\n    <encodingDesc>\n      <p type="XCSURI">TBXBasicXCSV02.xcs</p>\n    </encodingDesc>\n',
    '  </martifHeader>\n  <text>\n    <body>\n',
  ].join('')
}

/** Part of speech in the words of TBX-Basic; of words nobody knows it. */
const partsOfSpeech: Readonly<Partial<Record<TermKind, string>>> = {
  treaty: 'properNoun',
  organisation: 'properNoun',
  person: 'properNoun',
  place: 'properNoun',
  event: 'properNoun',
  title: 'properNoun',
  office: 'noun',
  language: 'noun',
  currency: 'noun',
  date: 'other',
  money: 'other',
  percent: 'other',
  number: 'other',
  ordinal: 'other',
}

function entryText(term: Term, id: string, glossary: Glossary, filter: CharacterFilter): string {
  const clean = (text: string): string => escapeText(filter.clean(oneLine(text), term.key))
  const speech = partsOfSpeech[term.kind]
  const set = (language: string, forms: readonly TermForm[], example: string | undefined): string => {
    const tigs = forms.map((form, i) =>
      tigText(clean(form.text), i === 0, speech, i === 0 ? example : undefined, clean),
    )
    return `        <langSet${attributesText([['xml:lang', toFileTag(language)]])}>\n${tigs.join('')}        </langSet>\n`
  }
  return [
    `      <termEntry id="${id}">\n`,
    `        <descrip type="subjectField">${clean(term.kind)}</descrip>\n`,
    `        <note>${clean(`Occurrences: ${term.occurrences}; confidence: ${confidenceText(term.confidence)}; key: ${term.key}`)}</note>\n`,
    set(glossary.sourceLanguage, term.source, term.example?.source),
    set(glossary.targetLanguage, term.target, term.example?.target),
    '      </termEntry>\n',
  ].join('')
}

function tigText(
  term: string,
  isPreferred: boolean,
  speech: string | undefined,
  example: string | undefined,
  clean: (text: string) => string,
): string {
  const status = isPreferred ? 'preferredTerm-admn-sts' : 'admittedTerm-admn-sts'
  return [
    `          <tig>\n            <term>${term}</term>\n`,
    speech === undefined ? '' : `            <termNote type="partOfSpeech">${speech}</termNote>\n`,
    `            <termNote type="administrativeStatus">${status}</termNote>\n`,
    example === undefined ? '' : `            <descrip type="context">${clean(example)}</descrip>\n`,
    '          </tig>\n',
  ].join('')
}
