import { unitIdOf } from '../../core/content.ts'
import type { Context, Input, UnitReadOptions } from '../../core/contracts.ts'
import { AppError } from '../../core/errors.ts'
import { undetermined } from '../../core/tags.ts'
import type { LanguageTag, TranslationUnit, Variant } from '../../core/types.ts'
import { decodeChunks } from '../_text/chunks.ts'
import { createLineSplitter } from '../_text/lines.ts'
import { textRun } from '../_units/content.ts'
import { notesRead, type Property, readProvenance } from '../_units/provenance.ts'
import { recordOf } from '../_units/record.ts'
import { createTally, type Tally } from '../_units/reports.ts'
import { type BadEntry, createEntryReader, type PoEntry } from './entries.ts'
import { languagesOf, readHeader, statedEncoding } from './languages.ts'
import { fuzzyFlag, headerFields, isMadeContext, propertyIn, propNames } from './names.ts'

/** What the entries of one file are read with. */
interface Job {
  readonly source: LanguageTag
  readonly target: LanguageTag
  /** Of the alignment that all entries come from, where the header has it. */
  readonly signature: string
  readonly tally: Tally
}

/**
 * The units of a PO file as a stream. Entries that somebody marked as fuzzy share only part of their content; a plural entry
 * gives two units, of its first and its last form. Obsolete, untranslated and damaged entries are left out and reported.
 */
export async function* readPo(
  input: Input,
  context: Context,
  options: UnitReadOptions = {},
): AsyncGenerator<TranslationUnit> {
  const tally = createTally(context)
  const found = { entries: 0, bad: 0 }
  let job: Job | undefined
  const unitsOf = (entry: PoEntry | BadEntry | undefined): readonly TranslationUnit[] => {
    if (entry === undefined) return []
    if ('problem' in entry) {
      found.bad++
      tally.add('READ_UNITS_LEFT_OUT', `an entry with ${entry.problem} was left out`, entry.place)
      return []
    }
    found.entries++
    const isHeader = entry.id === '' && entry.context === undefined
    if (job === undefined || (isHeader && found.entries === 1)) {
      const header = readHeader(isHeader ? (entry.translations[0] ?? '') : '')
      const languages = languagesOf(header, input.name, options)
      if (languages.target === undetermined) reportNoLanguage(input.name, context)
      job = { ...languages, signature: header.get(headerFields.signature.toLowerCase()) ?? '', tally }
    }
    return isHeader ? [] : readEntry(entry, job)
  }
  try {
    const splitter = createLineSplitter()
    const reader = createEntryReader()
    for await (const text of decodeChunks(input, context, statedEncoding))
      for (const line of splitter.add(text, false)) yield* unitsOf(reader.add(line))
    for (const line of splitter.add('', true)) yield* unitsOf(reader.add(line))
    yield* unitsOf(reader.end())
    if (found.entries === 0) throw new AppError('READ_MALFORMED', `${input.name} holds no entry of a PO file`)
  } finally {
    tally.report(input.name, context)
  }
}

function reportNoLanguage(name: string, context: Context): void {
  context.report({
    code: 'READ_NO_LANGUAGE',
    level: 'warning',
    message: `${name}: neither its header nor its name says which language the translations are in`,
    document: name,
    place: { line: 1, column: 1 },
    hint: 'Say it with --target-lang, or write it into the header as “Language: …”.',
  })
}

function readEntry(entry: PoEntry, { source, target, signature, tally }: Job): readonly TranslationUnit[] {
  if (entry.isObsolete) {
    tally.add('READ_UNITS_LEFT_OUT', 'an obsolete entry was left out', entry.place)
    return []
  }
  const pairs = formsOf(entry).filter(([id, translation]) => id.trim() !== '' && translation.trim() !== '')
  if (pairs.length === 0) tally.add('READ_UNITS_LEFT_OUT', 'an entry without a translation was left out', entry.place)
  const ours = entry.extracted.flatMap((line): readonly Property[] => {
    const property = propertyIn(line)
    return property === undefined ? [] : [property]
  })
  const provenance = readProvenance(ours, signature)
  const isFuzzy = entry.flags.includes(fuzzyFlag)
  return pairs.map(([id, translation]): TranslationUnit => {
    const variants: readonly Variant[] = [
      { language: source, content: [textRun(id)] },
      { language: target, content: [textRun(translation)] },
    ]
    return {
      id: unitIdOf(variants),
      sourceLanguage: source,
      variants,
      ...(isFuzzy ? { relation: 'partial' as const } : {}),
      ...provenance.fields,
      notes: notesRead([entry.comments.join('\n').trim()].filter((note) => note !== '')),
      props: recordOf([...propertiesOf(entry), ...provenance.others]),
    }
  })
}

/** The text with its only translation, or the singular with the first form and the plural with the last. */
function formsOf({ id, plural, translations }: PoEntry): readonly (readonly [string, string])[] {
  const [first = ''] = translations
  if (plural === undefined) return [[id, first]]
  const last = translations.at(-1) ?? ''
  return plural === id && last === first
    ? [[id, first]]
    : [
        [id, first],
        [plural, last],
      ]
}

function propertiesOf(entry: PoEntry): readonly Property[] {
  const extracted = entry.extracted.filter((line) => propertyIn(line) === undefined)
  const flags = entry.flags.filter((flag) => flag !== fuzzyFlag)
  const all: readonly (readonly [string, string | undefined])[] = [
    [propNames.context, isMadeContext(entry.context ?? '') ? undefined : entry.context],
    [propNames.references, entry.references.join(' ') || undefined],
    [propNames.flags, flags.join(', ') || undefined],
    [propNames.extracted, extracted.join('\n') || undefined],
    [propNames.previous, entry.previous],
  ]
  return all.filter((pair): pair is Property => pair[1] !== undefined)
}
