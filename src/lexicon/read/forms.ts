import { AppError } from '../../core/errors.ts'
import { canonicalTag } from '../../core/tags.ts'
import type { LanguageTag } from '../../core/types.ts'
import type { ConceptTable } from '../concepts.ts'
import type { Material, XmlNode } from './material.ts'

/** A word as it may stand in a text: composed letters, no soft hyphens, the letters ĳ apart, plain hyphens and single spaces. */
export function cleanForm(text: string): string {
  if (/^[ -~]+$/.test(text) && !/^ | {2}| $/.test(text)) return text
  return text
    .normalize('NFC')
    .replaceAll('\u00ad', '')
    .replaceAll('ĳ', 'ij')
    .replaceAll('Ĳ', 'IJ')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Renderings longer than this explain and do not translate. */
const mostWords = 5

/** True for a rendering that could stand in a text in place of a word. */
export function isRendering(form: string): boolean {
  return form !== '' && form.length <= 60 && /[\p{L}\p{N}]/u.test(form) && form.split(' ').length <= mostWords
}

/** The text without what stands in brackets; brackets that are not closed stay. */
export function withoutRemarks(text: string): string {
  if (!/[([{]/.test(text)) return text
  const bracketed = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/gu
  return text.replace(bracketed, ' ').replace(bracketed, ' ')
}

/** One entry: renderings by language. */
export interface Entry {
  readonly kind: string
  readonly forms: ReadonlyMap<LanguageTag, readonly string[]>
}

/** A table of entries; its columns are the languages that they have, in the order in which they come. */
export function tableOf(
  about: Pick<ConceptTable, 'name' | 'level' | 'licence'>,
  entries: readonly Entry[],
): ConceptTable {
  const languages = [...new Set(entries.flatMap((entry) => [...entry.forms.keys()]))]
  const none: readonly string[] = []
  return {
    ...about,
    version: 1,
    languages,
    rows: entries.map((entry) => languages.map((language) => entry.forms.get(language) ?? none)),
    kinds: entries.map((entry) => entry.kind),
  }
}

/** Each once, in the order of their first places. */
export const distinct = (forms: readonly string[]): readonly string[] => [...new Set(forms)]

/** Part of speech in one letter, of what dictionaries write; empty when it is not known. */
export function partOf(text: string): string {
  const word = text.trim().toLowerCase()
  if (/^(?:n\b|noun|subst|proper)/u.test(word)) return 'n'
  if (/^(?:v\b|v[ti]|verb)/u.test(word)) return 'v'
  if (/^(?:adj|a\b)/u.test(word)) return 'a'
  if (/^adv/u.test(word)) return 'd'
  return /^(?:prep|conj|pron|art|particle)/u.test(word) ? 'p' : ''
}

/** The licence that a text speaks of, as an SPDX id where one fits; undefined when it speaks of none. */
export function licenceIn(text: string): string | undefined {
  const commons = /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)|\bCC[ -](BY(?:-\w\w)*)[ -](\d\.\d)/iu.exec(
    text.replace(/\bBY (SA|NC|ND)\b/gu, 'BY-$1'),
  )
  if (commons !== null) return `CC-${(commons[1] ?? commons[3] ?? '').toUpperCase()}-${commons[2] ?? commons[4] ?? ''}`
  const general = /\b(GNU (?:Lesser )?General Public License|L?GPL)\b(?:[^0-9]{0,40}(\d)(?:\.\d)?)?/iu.exec(text)
  if (general === null) return undefined
  const name = /Lesser|LGPL/iu.test(general[1] ?? '') ? 'LGPL' : 'GPL'
  if (general[2] === undefined) return name
  return `${name}-${general[2]}.0-${/any\s+later|or\s+later/iu.test(text) ? 'or-later' : 'only'}`
}

/**
 * Source and target of a dictionary: what the user said, else what its file name ends in (`nld-eng`), else the languages that
 * its title names (`Dutch-English dictionary`). Fails with LEXICON_NO_LANGUAGES.
 */
export function languagePair(material: Material, title: string): readonly [LanguageTag, LanguageTag] {
  const [source, target] = material.languages
  if (source !== undefined && target !== undefined) return [source, target]
  const file = /(?:^|[^a-z])([a-z]{2,3})[-_]([a-z]{2,3})\.[a-z.]+$/u.exec(material.name.toLowerCase())
  const byName = /(\p{Lu}[\p{L} ]*?)\s*[-–]\s*(\p{Lu}\p{L}*)/u.exec(title.slice(0, 200))
  const pairs = [
    [canonicalTag(file?.[1] ?? ''), canonicalTag(file?.[2] ?? '')],
    [material.languageCalled(byName?.[1] ?? ''), material.languageCalled(byName?.[2] ?? '')],
  ]
  for (const [from, to] of pairs) if (from !== undefined && to !== undefined) return [from, to]
  throw new AppError('LEXICON_NO_LANGUAGES', `${material.name} does not say which languages it holds`, {
    hint: 'Say them in the order of the file, as in `zinpaar lexicon add FILE --lang nl,en`.',
  })
}

/** All text in an element, at any depth. */
export function textIn(element: XmlNode): string {
  let text = ''
  for (const child of element.children) text += typeof child === 'string' ? child : textIn(child)
  return text
}

/** The elements in an element at any depth for which `isWanted` is true, in order; nothing is looked for inside them. */
export function elementsIn(element: XmlNode, isWanted: (element: XmlNode) => boolean): readonly XmlNode[] {
  return element.children.flatMap((child): readonly XmlNode[] =>
    typeof child === 'string' ? [] : isWanted(child) ? [child] : elementsIn(child, isWanted),
  )
}

/** `term` of `tbx:term`. */
export const localName = (element: { readonly name: string }): string =>
  element.name.slice(element.name.indexOf(':') + 1)

/** Name of a lexicon by its file: without folders and endings. */
export const nameOfFile = (path: string): string =>
  (path.split(/[\\/]/u).at(-1) ?? path).replace(/(?:\.\w{1,5})+$/u, '')
