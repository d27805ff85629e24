import { canonicalTag } from '../../core/tags.ts'
import {
  cleanForm,
  distinct,
  type Entry,
  elementsIn,
  isRendering,
  localName,
  nameOfFile,
  partOf,
  tableOf,
  textIn,
} from './forms.ts'
import type { LexiconReader, XmlNode } from './material.ts'

const isEntry = (name: string): boolean => ['termEntry', 'conceptEntry'].includes(localName({ name }))
const isLanguage = (element: XmlNode): boolean => ['langSet', 'langSec'].includes(localName(element))
const isTerm = (element: XmlNode): boolean => ['tig', 'ntig', 'termSec'].includes(localName(element))

/** Terminology in TBX: version 2 (`martif`: Basic, Default, Min) and version 3 (`tbx`: Core, Basic, Min), in either style. */
export const reader: LexiconReader = {
  name: 'tbx',
  title: 'TBX terminology (.tbx), versions 2 and 3',
  level: 'glossary',
  sniff: ({ name, text }) => (/<(?:martif|tbx)[\s>]/u.test(text) ? 0.95 : name.endsWith('.tbx') ? 0.5 : 0),
  async read(material, tally) {
    const entries: Entry[] = []
    try {
      for await (const step of material.elements(isEntry)) {
        if (step.kind !== 'whole') continue
        const entry = readEntry(step.element)
        if (entry.forms.size > 1) {
          tally.keep()
          entries.push(entry)
        } else tally.skip('a concept with terms in one language only', `line ${step.element.place.line}`)
      }
    } catch (error) {
      if (entries.length === 0) throw error
      tally.breakOff(error instanceof Error ? error.message : String(error))
    }
    return tableOf({ name: nameOfFile(material.name), level: 'glossary' }, entries)
  },
}

function readEntry(element: XmlNode): Entry {
  const forms = new Map<string, readonly string[]>()
  let kind = ''
  for (const section of elementsIn(element, isLanguage)) {
    const language = canonicalTag(section.attributes['xml:lang'] ?? section.attributes.lang ?? '')
    if (language === undefined) continue
    const terms = elementsIn(section, isTerm)
      .map(readTerm)
      .filter((term) => term.use !== 'avoid' && isRendering(term.form))
    const ranked = [...terms.filter((term) => term.use === 'prefer'), ...terms.filter((term) => term.use !== 'prefer')]
    const list = distinct([...(forms.get(language) ?? []), ...ranked.map((term) => term.form)])
    if (list.length > 0) forms.set(language, list)
    kind = kind === '' ? (terms.find((term) => term.kind !== '')?.kind ?? '') : kind
  }
  return { kind, forms }
}

interface Term {
  readonly form: string
  readonly kind: string
  readonly use: 'prefer' | 'admit' | 'avoid'
}

/** Notes stand as `termNote` with a type, or, in the style of version 3, as elements called after the type. */
function readTerm(section: XmlNode): Term {
  const [term] = elementsIn(section, (element) => localName(element) === 'term')
  const note = (type: string): string => {
    const [found] = elementsIn(section, (element) => element.attributes.type === type || localName(element) === type)
    return found === undefined ? '' : textIn(found).trim()
  }
  const status = note('administrativeStatus') || note('normativeAuthorization')
  return {
    form: term === undefined ? '' : cleanForm(textIn(term)),
    kind: partOf(note('partOfSpeech')),
    use: /^(?:deprecated|superseded|notRecommended)/iu.test(status)
      ? 'avoid'
      : /^preferred/iu.test(status)
        ? 'prefer'
        : 'admit',
  }
}
