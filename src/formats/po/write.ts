import { nativeText } from '../../core/content.ts'
import type { Context, Header, Units } from '../../core/contracts.ts'
import type { TranslationUnit } from '../../core/types.ts'
import { type CharacterFilter, createCharacterFilter } from '../_text/characters.ts'
import { tidyContent } from '../_units/content.ts'
import { pairOf } from '../_units/pair.ts'
import { provenanceOf, statusOf } from '../_units/provenance.ts'
import { createTally } from '../_units/reports.ts'
import { createSeenIds } from '../_units/seen.ts'
import { toFileTag } from '../_xml/tags.ts'
import { fuzzyFlag, headerFields, madeContext, propertyLine, propNames } from './names.ts'

const title = 'PO'

/**
 * A PO file of pairs, one entry at a time. Pairs that want a review are fuzzy; what we know of a pair stands in extracted
 * comments. Equal source texts get contexts of their own, since gettext allows each only once.
 */
export async function* writePo(units: Units, header: Header, context: Context): AsyncGenerator<string> {
  const filter = createCharacterFilter()
  const losses = createTally()
  const notices = createTally()
  const isSeen = createSeenIds()
  yield headerText(header)
  for await (const unit of units) {
    const pair = pairOf(unit, header)
    const source = nativeText(tidyContent(pair?.source.content ?? [], filter, unit.id))
    const target = nativeText(tidyContent(pair?.target.content ?? [], filter, unit.id))
    if (source === '' || target === '') {
      losses.add('WRITE_UNITS_LEFT_OUT', 'a unit without text in both languages was left out', unit.id)
      continue
    }
    const known: readonly string[] = Object.values(propNames)
    if (Object.keys(unit.props).some((name) => !known.includes(name)))
      notices.add('WRITE_PROPERTIES_LEFT_OUT', 'properties of other tools have no place in an entry', unit.id)
    const named = unit.props[propNames.context]
    const isRepeated = isSeen(`${source}\u0004${named ?? ''}`)
    const entryContext = isRepeated ? madeContext(unit.id) : named
    yield `\n${entryText(unit, source, target, entryContext, header, filter)}`
  }
  filter.report(title, context)
  losses.report(title, context)
  notices.report(title, context, 'info')
}

function headerText(header: Header): string {
  const fields: readonly (readonly [string, string])[] = [
    ['MIME-Version', '1.0'],
    ['Content-Type', 'text/plain; charset=UTF-8'],
    ['Content-Transfer-Encoding', '8bit'],
    [headerFields.language, localeOf(header.targetLanguage)],
    [headerFields.sourceLanguage, localeOf(header.sourceLanguage)],
    ...(header.date === undefined ? [] : [['PO-Revision-Date', header.date] as const]),
    ['X-Generator', `${header.tool} ${header.version}`],
    [headerFields.signature, header.signature],
  ]
  const lines = fields.map(([name, value]) => quoted(`${name}: ${value.replace(/[\r\n]+/gu, ' ')}\n`))
  return `msgid ""\nmsgstr ""\n${lines.join('\n')}\n`
}

/** `zh_CN`: gettext writes a region after an underline. */
const localeOf = (tag: string): string => toFileTag(tag).replace(/-(?=[A-Z]{2}$)/u, '_')

function entryText(
  unit: TranslationUnit,
  source: string,
  target: string,
  entryContext: string | undefined,
  header: Header,
  filter: CharacterFilter,
): string {
  const clean = (text: string): string => filter.clean(text, unit.id)
  const prop = (name: keyof typeof propNames): string => clean(unit.props[propNames[name]] ?? '')
  const comments = (mark: string, text: string): readonly string[] =>
    text === '' ? [] : text.split(/\r\n|\r|\n/u).map((line) => `${mark} ${line}`.trimEnd())
  const flags = [needsReview(unit) ? fuzzyFlag : '', prop('flags')].filter((flag) => flag !== '').join(', ')
  const provenance = provenanceOf(unit, header).map(([name, value]) => propertyLine(name, clean(value)))
  const previous = prop('previous')
  return [
    ...comments('#', clean(unit.notes.join('\n'))),
    ...comments('#.', prop('extracted')),
    ...provenance.map((line) => `#. ${line}`),
    ...comments('#:', prop('references')),
    ...comments('#,', flags),
    ...(previous === '' ? [] : [`#| msgid ${quoted(previous)}`]),
    ...(entryContext === undefined ? [] : [`msgctxt ${quoted(clean(entryContext))}`]),
    `msgid ${quoted(source)}`,
    `msgstr ${quoted(target)}`,
    '',
  ].join('\n')
}

const needsReview = (unit: TranslationUnit): boolean => ['needs-review', 'rejected'].includes(statusOf(unit))

const quoted = (text: string): string =>
  `"${text.replace(/[\\"\n\r\t]/gu, (character) => written[character] ?? `\\${character}`)}"`
const written: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }
