import { AppError } from './core/errors.ts'
import { canonicalTag, interfaceLocale, undetermined } from './core/tags.ts'
import type { LanguageTag } from './core/types.ts'

/** `Dutch` for `nl`, `Traditional Chinese` for `zh-Hant`; the tag itself where no name is known. */
export function languageName(tag: LanguageTag): string {
  if (tag === undetermined) return 'language not known'
  return nameOf(tag) ?? tag
}

/** The canonical form of a tag that a user typed. Fails with LANGUAGE_BAD_TAG for anything that is no BCP 47 tag of a language. */
export function parseLanguage(text: string): LanguageTag {
  const tag = canonicalTag(text.trim())
  if (tag !== undefined && isLanguage(tag)) return tag
  throw new AppError('LANGUAGE_BAD_TAG', `${text} is not the tag of a language`)
}

/** Two letters must be those of a known language; three may be any, since lists of names leave the small ones out. */
function isLanguage(tag: LanguageTag): boolean {
  const [primary = ''] = tag.split('-', 1)
  if (primary.length !== 2) return primary.length === 3
  // The script is known of nearly every language, and told ten times sooner than its name.
  return new Intl.Locale(primary).maximize().script !== undefined || nameOf(primary) !== undefined
}

function nameOf(tag: LanguageTag): string | undefined {
  try {
    return new Intl.DisplayNames([interfaceLocale], { type: 'language', fallback: 'none' }).of(tag)
  } catch {
    return undefined
  }
}
