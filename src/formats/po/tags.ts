import type { LanguageTag } from '../../core/types.ts'

/** The language of what is to be translated, where a file does not say it: gettext takes it to be English. */
export const usualSource: LanguageTag = 'en'
