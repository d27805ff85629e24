import type { LanguagePack } from './core/contracts.ts'
import type { LanguageTag } from './core/types.ts'
import { loadPack } from './languages/index.ts'
import type { NamedLinker } from './lexicon/names/linker.ts'
import type { PackedColumn } from './lexicon/packed-column.ts'
import { shippedSources } from './lexicon/shipped.ts'
import type { Source, VersionedWords } from './lexicon/source.ts'

/** What comes with the tool, loaded when it is first asked for and kept; aligners that share one load it once. */
export interface Stock {
  /** The pack of a language, as `loadPack` gives it. */
  pack(tag: LanguageTag): Promise<LanguagePack>
  /** The lexicons that ship. */
  lexicons(): readonly Source[]
  /** Links people whom one side names in Latin letters and the other in Han characters. */
  peopleLinker(): Promise<NamedLinker>
}

/** An empty stock. What it keeps lasts as long as itself: some megabytes a language. */
export function createStock(): Stock {
  const packs = new Map<LanguageTag, Promise<LanguagePack>>()
  let sources: readonly Source[] | undefined
  let linker: Promise<NamedLinker> | undefined
  return {
    pack(tag) {
      const known = packs.get(tag)
      if (known !== undefined) return known
      const loaded = loadPack(tag)
      packs.set(tag, loaded)
      return loaded
    },
    lexicons() {
      sources ??= shippedSources().map(keepColumns)
      return sources
    },
    peopleLinker() {
      linker ??= import('./lexicon/names/linker.ts').then(({ createPeopleLinker }) => createPeopleLinker())
      return linker
    },
  }
}

/** The same source, which keeps a column for every pack that asked for it. */
function keepColumns(source: Source): Source {
  const columns = new Map<VersionedWords, Map<string, PackedColumn | undefined>>()
  return {
    ...source,
    column(language, words) {
      const own = columns.get(words) ?? new Map<string, PackedColumn | undefined>()
      columns.set(words, own)
      if (!own.has(language)) own.set(language, source.column(language, words))
      return own.get(language)
    },
  }
}
