import { baseLanguage, canonicalTag, undetermined } from '../../core/tags.ts'
import type { LanguageTag, TranslationUnit, Variant } from '../../core/types.ts'

/** How a language found goes with the one asked for. */
export type Kinship = 'same' | 'near' | 'region' | 'script' | 'other'

/**
 * `same`: no difference worth a word (`nl` and `nl-NL`). `near`: only one of them names the region or variant in which they
 * differ (`nl` and `nl-BE`). `region`: each names another (`nl-NL` and `nl-BE`). `script`: the same language in another script
 * (`zh-Hans` and `zh-Hant`). Of a language that nobody knows nothing differs: asked for, it goes with all.
 */
export function kinshipOf(asked: LanguageTag, found: LanguageTag): Kinship {
  if (asked === found) return 'same'
  const [a, b] = [placed(asked), placed(found)]
  if (a.language === undetermined) return 'same'
  if (a.language !== b.language) return 'other'
  if (a.script !== b.script) return 'script'
  if (a.region === b.region && a.variants === b.variants) return 'same'
  const isNear = !a.namesRegion || !b.namesRegion || a.region === b.region
  return isNear ? 'near' : 'region'
}

interface Placed {
  readonly language: string
  readonly script: string
  readonly region: string
  readonly namesRegion: boolean
  readonly variants: string
}

function placed(tag: LanguageTag): Placed {
  const canonical = canonicalTag(tag) ?? undetermined
  const locale = new Intl.Locale(canonical)
  const language = baseLanguage(canonical)
  // What is likely for a language that nobody knows would be English.
  const full = language === undetermined ? locale : locale.maximize()
  const bare = [language, locale.script, locale.region].filter((part) => part !== undefined).join('-')
  return {
    language,
    script: full.script ?? '',
    region: full.region ?? '',
    namesRegion: locale.region !== undefined,
    variants: canonical.slice(bare.length),
  }
}

const offered: readonly Kinship[] = ['same', 'near', 'region', 'script']

/** How to look for targets. */
export interface TargetOptions {
  /** The variant that is translated: no target itself. */
  readonly source?: Variant
  /** Also variants in other scripts of the language. */
  readonly foldScript?: boolean
  /** `kinshipOf`, or one that remembers. */
  readonly kinship?: (asked: LanguageTag, found: LanguageTag) => Kinship
}

/**
 * Variants of a unit that are targets for a language, the nearest first, its very tag before all others; several in one language
 * are all of them targets. Those in another script only with `foldScript`.
 */
export function targetsFor(
  { variants }: TranslationUnit,
  language: LanguageTag,
  { source, foldScript = false, kinship = kinshipOf }: TargetOptions = {},
): readonly Variant[] {
  const rankOf = (found: LanguageTag): number => {
    if (found === language) return 0
    const rank = offered.indexOf(kinship(language, found))
    return rank < 0 || (offered[rank] === 'script' && !foldScript) ? -1 : rank + 1
  }
  return variants
    .filter((variant) => variant !== source)
    .map((variant) => ({ variant, rank: rankOf(variant.language) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ variant }) => variant)
}
