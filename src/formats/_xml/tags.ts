import { canonicalTag, undetermined } from '../../core/tags.ts'
import type { LanguageTag } from '../../core/types.ts'

/**
 * Chinese by region, not by script: OmegaT compares language and country and cannot tell zh-Hans from zh-Hant, and most
 * other clients only list zh-CN and zh-TW.
 */
const writtenTags: ReadonlyMap<LanguageTag, string> = new Map([
  ['zh', 'zh-CN'],
  ['zh-Hans', 'zh-CN'],
  ['zh-Hant', 'zh-TW'],
])

const readTags: ReadonlyMap<string, LanguageTag> = new Map([
  ['zh-CN', 'zh'],
  ['zh-Hans', 'zh'],
  ['zh-TW', 'zh-Hant'],
])

/** The tag as translation tools know it. */
export function toFileTag(tag: LanguageTag): string {
  return writtenTags.get(tag) ?? tag
}

/** Our tag for one that a translation tool wrote, in canonical case; `und` when it is none. */
export function fromFileTag(tag: string): LanguageTag {
  const canonical = canonicalTag(tag.trim()) ?? undetermined
  return readTags.get(canonical) ?? canonical
}

/** `fromFileTag` that remembers what it was asked: canonical tags are slow to make, and files have few of them. */
export function createTagReader(): (tag: string) => LanguageTag {
  const known = new Map<string, LanguageTag>()
  return (tag) => {
    const found = known.get(tag)
    if (found !== undefined) return found
    const made = fromFileTag(tag)
    if (known.size < mostTags) known.set(tag, made)
    return made
  }
}
const mostTags = 1000

/** Language of notes and names in files. */
export const adminLanguage = 'en'
