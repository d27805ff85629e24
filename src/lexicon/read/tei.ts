import {
  cleanForm,
  distinct,
  type Entry,
  elementsIn,
  isRendering,
  languagePair,
  licenceIn,
  nameOfFile,
  partOf,
  tableOf,
  textIn,
} from './forms.ts'
import type { LexiconReader, XmlNode } from './material.ts'

/** What the head of the file says. */
interface Head {
  readonly title: string
  readonly licence: string | undefined
  readonly language: string
}

/** FreeDict's own form: entries of the Text Encoding Initiative, P5 (`cit`, `quote`) and P4 (`trans`, `tr`). */
export const reader: LexiconReader = {
  name: 'tei',
  title: 'FreeDict TEI (.tei)',
  level: 'dictionary',
  sniff: ({ name, text }) => (/<TEI(?:\.2)?[\s>]/u.test(text) ? 0.95 : name.endsWith('.tei') ? 0.5 : 0),
  async read(material, tally) {
    const found: { readonly kind: string; readonly head: string; readonly forms: readonly string[] }[] = []
    let head: Head = { title: '', licence: undefined, language: '' }
    try {
      for await (const step of material.elements((name) => name === 'teiHeader' || name === 'entry')) {
        if (step.kind !== 'whole') continue
        if (step.element.name === 'teiHeader') head = readHead(step.element)
        else {
          const entry = readEntry(step.element)
          if (entry.forms.length === 0)
            tally.skip('an entry without a short rendering', `line ${step.element.place.line}`)
          else {
            tally.keep()
            found.push(entry)
          }
        }
      }
    } catch (error) {
      if (found.length === 0) throw error
      tally.breakOff(error instanceof Error ? error.message : String(error))
    }
    const [source, target] = languagePair(material, head.title)
    const entries = found.map(
      ({ kind, head: word, forms }): Entry => ({
        kind,
        forms: new Map([
          [source, [word]],
          [target, forms],
        ]),
      }),
    )
    return tableOf(
      {
        name: nameOfFile(material.name),
        level: 'dictionary',
        ...(head.licence === undefined ? {} : { licence: head.licence }),
      },
      entries,
    )
  },
}

function readHead(header: XmlNode): Head {
  const first = (name: string): string => {
    const [found] = elementsIn(header, (element) => element.name === name)
    return found === undefined ? '' : textIn(found)
  }
  const [licence] = elementsIn(header, (element) => element.name === 'licence' || element.name === 'availability')
  const words = licence === undefined ? '' : `${textIn(licence)} ${addressesIn(licence)}`
  return { title: first('title'), licence: licenceIn(words), language: '' }
}

const addressesIn = (element: XmlNode): string =>
  [element, ...elementsIn(element, (one) => one.attributes.target !== undefined)]
    .map((one) => one.attributes.target ?? '')
    .join(' ')

function readEntry(entry: XmlNode): {
  readonly kind: string
  readonly head: string
  readonly forms: readonly string[]
} {
  const words = elementsIn(entry, (element) => element.name === 'orth').map((orth) => cleanForm(textIn(orth)))
  const parts = elementsIn(entry, (element) => element.name === 'pos').map((pos) => partOf(textIn(pos)))
  const forms = elementsIn(entry, isTranslation)
    .flatMap((translation) => elementsIn(translation, (element) => element.name === 'quote' || element.name === 'tr'))
    .map((quote) => cleanForm(textIn(quote)))
    .filter(isRendering)
  const head = words[0] ?? ''
  return { head, kind: parts[0] ?? '', forms: isRendering(head) ? distinct(forms) : [] }
}

const isTranslation = ({ name, attributes }: XmlNode): boolean =>
  name === 'trans' || (name === 'cit' && (attributes.type ?? '').startsWith('trans'))
