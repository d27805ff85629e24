import { alignPair } from './align/align.ts'
import { scorers } from './align/scorers/index.ts'
import { analyseDocument } from './analyse/analyse.ts'
import { detectLanguage } from './analyse/detect.ts'
import { tokenise } from './analyse/tokens.ts'
import type { Context, LanguagePack } from './core/contracts.ts'
import { signatureOf } from './core/signature.ts'
import { baseLanguage, sameLanguage, undetermined } from './core/tags.ts'
import type { Alignment, AlignmentMode, AnalysedDocument, Document, LanguageTag } from './core/types.ts'
import { readGlossary } from './glossaries.ts'
import { loadPack } from './languages/index.ts'
import { type ConceptTable, coreConcepts } from './lexicon/concepts.ts'
import { joinConcepts } from './lexicon/glossary.ts'
import { createVocabulary, linkTexts, type Side, type Vocabulary } from './lexicon/link.ts'
import { version } from './version.ts'

export interface AlignOptions {
  readonly sourceLanguage?: LanguageTag
  readonly targetLanguage?: LanguageTag
  readonly mode: 'auto' | AlignmentMode
  /** Line i is segment i: no splitting, no search for boilerplate. */
  readonly segmented: boolean
  /** Glossaries that help beside the lexicon that ships; see `readGlossary`. */
  readonly lexiconFiles: readonly string[]
}

export const defaultOptions: AlignOptions = { mode: 'auto', segmented: false, lexiconFiles: [] }

/** Aligns pairs of documents and keeps what it loaded for them: language packs and the lexicon. */
export interface Aligner {
  /** Language, roles of blocks, segments and entities of one document. */
  analyse(document: Document, side: 'source' | 'target', context: Context): Promise<AnalysedDocument>
  /** The alignment of two documents; the same input gives the same result, whatever was aligned before. */
  align(source: Document, target: Document, context: Context): Promise<Alignment>
}

/** Makes an aligner; packs and lexicon are loaded when the first document needs them. */
export function createAligner(options: Partial<AlignOptions> = {}): Aligner {
  const chosen = { ...defaultOptions, ...options }
  const knowledge = createKnowledge(chosen.lexiconFiles)
  const analyse: Aligner['analyse'] = async (document, side, context) => {
    const override = side === 'source' ? chosen.sourceLanguage : chosen.targetLanguage
    const language = detectLanguage(document, override, context)
    return analyseDocument(document, language, await knowledge.pack(language.tag), context)
  }
  return {
    analyse,
    async align(source, target, context) {
      const left = await sideOf(await analyse(source, 'source', context), knowledge, context)
      const right = await sideOf(await analyse(target, 'target', context), knowledge, context)
      warnOfSameLanguage(left.document, right.document, context)
      const { signatures } = await knowledge.concepts(context)
      const linked = linkTexts(left, right, signatures)
      const signature = (mode: AlignmentMode): string => sign(mode, left.document, right.document, linked.lexicons)
      return alignPair(linked, { mode: chosen.mode, scorers, signature }, context)
    },
  }
}

function warnOfSameLanguage(source: AnalysedDocument, target: AnalysedDocument, context: Context): void {
  const [here, there] = [source.language.tag, target.language.tag]
  if (here === undetermined || !sameLanguage(here, there)) return
  context.report({
    code: 'ALIGN_SAME_LANGUAGE',
    level: 'warning',
    message: `${source.id} and ${target.id} are both in the language ${here}.`,
    hint: 'Check the files, or say the languages with --source-lang and --target-lang.',
  })
}

/** The lexicon in use: one table, and what the signature says of it. */
interface Concepts {
  readonly table: ConceptTable
  readonly signatures: readonly string[]
}

/** What is loaded once and used for every pair. */
interface Knowledge {
  pack(tag: LanguageTag): Promise<LanguagePack>
  vocabulary(tag: LanguageTag, context: Context): Promise<Vocabulary>
  concepts(context: Context): Promise<Concepts>
}

function createKnowledge(lexiconFiles: readonly string[]): Knowledge {
  const packs = new Map<LanguageTag, Promise<LanguagePack>>()
  const vocabularies = new Map<LanguageTag, Promise<Vocabulary>>()
  const tables = new Map<string, Promise<Concepts>>()
  const concepts = (context: Context): Promise<Concepts> =>
    remembered(tables, 'all', () => loadConcepts(lexiconFiles, context))
  const pack = (tag: LanguageTag): Promise<LanguagePack> => remembered(packs, tag, () => loadPack(tag))
  const vocabulary = (tag: LanguageTag, context: Context): Promise<Vocabulary> =>
    remembered(vocabularies, tag, async () =>
      createVocabulary((await concepts(context)).table, baseLanguage(tag), await pack(tag)),
    )
  return { pack, vocabulary, concepts }
}

async function loadConcepts(lexiconFiles: readonly string[], context: Context): Promise<Concepts> {
  const glossaries = await Promise.all(lexiconFiles.map((path) => readGlossary(path, context)))
  const core = coreConcepts()
  return {
    table: joinConcepts([...glossaries.map((glossary) => glossary.table), core]),
    signatures: [...glossaries.map((glossary) => glossary.signature), `${core.name}.${core.version}`],
  }
}

function remembered<V>(map: Map<string, Promise<V>>, key: string, make: () => Promise<V>): Promise<V> {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

async function sideOf(document: AnalysedDocument, knowledge: Knowledge, context: Context): Promise<Side> {
  const vocabulary = await knowledge.vocabulary(document.language.tag, context)
  const tokens = tokenise(document, await knowledge.pack(document.language.tag), vocabulary.terms)
  return { document, tokens, vocabulary }
}

function sign(
  mode: AlignmentMode,
  source: AnalysedDocument,
  target: AnalysedDocument,
  lexicons: readonly string[],
): string {
  const pack = (document: AnalysedDocument): string => `${document.pack.tag}.${document.pack.version}`
  return signatureOf([
    ['align', source.segmented ? 'segmented' : 'text'],
    ['mode', mode],
    ['scorers', scorers.map((scorer) => `${scorer.id}.${scorer.version}`).join('+')],
    ['packs', `${pack(source)}+${pack(target)}`],
    ['lexicon', lexicons.join('+')],
    ['v', version],
  ])
}
