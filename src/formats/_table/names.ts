import { canonicalTag, interfaceLocale } from '../../core/tags.ts'
import type { LanguageTag } from '../../core/types.ts'
import { fromFileTag } from '../_xml/tags.ts'
import { namedVariants } from './tags.ts'

/** The tag that a column is called by (`nl`, `zh_CN`), as we write it; undefined for words that merely look like one. */
export function tagNamed(name: string): LanguageTag | undefined {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/iu.test(name)) return undefined
  const tag = canonicalTag(name)
  if (tag === undefined) return undefined
  const base = tag.split('-', 1)[0] ?? ''
  return namesIn(interfaceLocale, 'dialect')(base) === undefined ? undefined : fromFileTag(tag)
}

/**
 * Tags of columns that are called by names of languages, in English, in the language itself (*Nederlands*, *中文*), or in any
 * language that another column is called by (*Nederlands*, *Chinees*). Undefined where a name is not one.
 */
export function languagesNamed(names: readonly string[]): readonly (LanguageTag | undefined)[] {
  const wanted = names.map(plainName)
  if (wanted.filter((name) => likeName.test(name)).length < 2) return []
  const found = wanted.map(() => undefined as LanguageTag | undefined)
  const tags = candidates()
  const lookUp = (table: ReadonlyMap<string, LanguageTag>): void => {
    for (const [i, name] of wanted.entries()) {
      const tag = table.get(name)
      if (tag !== undefined) found[i] ??= fromFileTag(tag)
    }
  }
  lookUp(namesOfLanguages(interfaceLocale, tags))
  if (found.every((tag) => tag !== undefined)) return found
  lookUp(ownNames(tags))
  const others = [...new Set(found)].flatMap((tag) => tag ?? []).slice(0, mostOthers)
  for (const tag of others) lookUp(namesOfLanguages(tag, tags))
  return found
}

/** Names in so many languages are looked up at most: each takes some hundredths of a second. */
const mostOthers = 8

/** Letters of any script, spaces and brackets. */
const likeName = /^[\p{L}\p{M}][\p{L}\p{M}\s()（）.,'’-]{1,48}$/u

const plainName = (name: string): string => name.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ')

/** Names in one language: both *Simplified Chinese* and *Chinese (Simplified)*. The tag without script and region wins. */
function namesOfLanguages(locale: LanguageTag, tags: readonly LanguageTag[]): ReadonlyMap<string, LanguageTag> {
  const names = new Map<string, LanguageTag>()
  const lookUps = [namesIn(locale, 'standard'), namesIn(locale, 'dialect')]
  for (const tag of tags)
    for (const nameOf of lookUps) {
      const name = plainName(nameOf(tag) ?? '')
      if (name !== '' && !names.has(name)) names.set(name, tag)
    }
  return names
}

function ownNames(tags: readonly LanguageTag[]): ReadonlyMap<string, LanguageTag> {
  const names = new Map<string, LanguageTag>()
  for (const tag of tags) {
    const name = plainName(namesIn(tag, 'standard')(tag) ?? '')
    if (name !== '' && !names.has(name)) names.set(name, tag)
  }
  return names
}

/** Every two-letter code that has a name in English, and the longer tags that have names of their own. */
function candidates(): readonly LanguageTag[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const short = letters.flatMap((first) => letters.map((second) => first + second))
  const nameOf = namesIn(interfaceLocale, 'standard')
  return [...short.filter((tag) => canonicalTag(tag) === tag && nameOf(tag) !== undefined), ...namedVariants]
}

function namesIn(locale: LanguageTag, languageDisplay: 'dialect' | 'standard'): (tag: string) => string | undefined {
  try {
    const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none', languageDisplay })
    return (tag) => {
      try {
        return names.of(tag)
      } catch {
        return undefined
      }
    }
  } catch {
    return () => undefined
  }
}
