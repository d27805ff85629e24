import { alignPair } from './align/align.ts'
import { scorers } from './align/scorers/index.ts'
import { analyseDocument } from './analyse/analyse.ts'
import { detectLanguage } from './analyse/detect.ts'
import { tokenise } from './analyse/tokens.ts'
import type { Context, LanguagePack } from './core/contracts.ts'
import { signatureOf } from './core/signature.ts'
import { baseLanguage, sameLanguage, undetermined } from './core/tags.ts'
import type { Alignment, AlignmentMode, AnalysedDocument, Document, LanguageTag } from './core/types.ts'
import { loadPack } from './languages/index.ts'
import { type ConceptTable, coreConcepts } from './lexicon/concepts.ts'
import { createVocabulary, linkTexts, type Side, type Vocabulary } from './lexicon/link.ts'
import { version } from './version.ts'

export interface AlignOptions {
  readonly sourceLanguage?: LanguageTag
  readonly targetLanguage?: LanguageTag
  readonly mode: 'auto' | AlignmentMode
  /** Line i is segment i: no splitting, no search for boilerplate. */
  readonly segmented: boolean
}

export const defaultOptions: AlignOptions = { mode: 'auto', segmented: false }

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
  const knowledge = createKnowledge()
  const analyse: Aligner['analyse'] = async (document, side, context) => {
    const override = side === 'source' ? chosen.sourceLanguage : chosen.targetLanguage
    const language = detectLanguage(document, override, context)
    return analyseDocument(document, language, await knowledge.pack(language.tag), context)
  }
  return {
    analyse,
    async align(source, target, context) {
      const left = await sideOf(await analyse(source, 'source', context), knowledge)
      const right = await sideOf(await analyse(target, 'target', context), knowledge)
      if (
        left.document.language.tag !== undetermined &&
        sameLanguage(left.document.language.tag, right.document.language.tag)
      )
        context.report({
          code: 'ALIGN_SAME_LANGUAGE',
          level: 'warning',
          message: `${source.id} and ${target.id} are both in the language ${left.document.language.tag}.`,
          hint: 'Check the files, or say the languages with --source-lang and --target-lang.',
        })
      const table = knowledge.concepts()
      const linked = linkTexts(left, right, [`${table.name}.${table.version}`])
      const signature = (mode: AlignmentMode): string => sign(mode, left.document, right.document, linked.lexicons)
      return alignPair(linked, { mode: chosen.mode, scorers, signature }, context)
    },
  }
}

interface Knowledge {
  pack(tag: LanguageTag): Promise<LanguagePack>
  vocabulary(tag: LanguageTag): Promise<Vocabulary>
  concepts(): ConceptTable
}

function createKnowledge(): Knowledge {
  const packs = new Map<LanguageTag, Promise<LanguagePack>>()
  const vocabularies = new Map<LanguageTag, Promise<Vocabulary>>()
  let table: ConceptTable | undefined
  const concepts = (): ConceptTable => {
    table ??= coreConcepts()
    return table
  }
  const pack = (tag: LanguageTag): Promise<LanguagePack> => remembered(packs, tag, () => loadPack(tag))
  const vocabulary = (tag: LanguageTag): Promise<Vocabulary> =>
    remembered(vocabularies, tag, async () => createVocabulary(concepts(), baseLanguage(tag), await pack(tag)))
  return { pack, vocabulary, concepts }
}

function remembered<V>(map: Map<string, Promise<V>>, key: string, make: () => Promise<V>): Promise<V> {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

async function sideOf(document: AnalysedDocument, knowledge: Knowledge): Promise<Side> {
  const vocabulary = await knowledge.vocabulary(document.language.tag)
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
