import { type AlignChoice, alignPair, alignTeaching } from './align/align.ts'
import type { DocumentBag } from './align/document-bag.ts'
import { type OpenAlignment, openPair, reopenPair } from './align/open.ts'
import { scorersOfMode, usableScorers } from './align/scorers/index.ts'
import { analyseDocument } from './analyse/analyse.ts'
import { detectLanguage } from './analyse/detect.ts'
import type { Context, Embedder, PluggedIn } from './core/contracts.ts'
import { signatureOf } from './core/signature.ts'
import { baseLanguage, sameLanguage, undetermined } from './core/tags.ts'
import type {
  Alignment,
  AlignmentMode,
  AnalysedDocument,
  Document,
  LanguageTag,
  LinkedPair,
  Pin,
} from './core/types.ts'
import { warnOfBorders, withBorders } from './delimiters.ts'
import { bagOf } from './document-bag.ts'
import { embedderOf } from './embedding.ts'
import type { EmbeddingChoice } from './embedding-server.ts'
import { embedderId, vectorsOf } from './embedding-vectors.ts'
import { createKnowledge, type Knowledge, sideOf } from './knowledge.ts'
import type { LearntWords, TaughtWords } from './learnt.ts'
import { linkTexts, type Side } from './lexicon/link.ts'
import { isAcrossScripts } from './lexicon/scripts.ts'
import type { ConceptTrust } from './lexicon/words.ts'
import { warnOfIdleFiles } from './lexicons.ts'
import type { Memory } from './memory/memory.ts'
import { createAskMemory, type MemoryChoice } from './memory-answer.ts'
import { learnFromMemory } from './memory-lesson.ts'
import { createStock, type Stock } from './stock.ts'
import { withTaughtWords } from './taught-words.ts'
import { readTranslation } from './translation-file.ts'
import { version } from './version.ts'

export interface AlignOptions {
  readonly sourceLanguage?: LanguageTag
  readonly targetLanguage?: LanguageTag
  readonly mode: 'auto' | AlignmentMode
  /** Line i is segment i: no splitting, no search for boilerplate. */
  readonly segmented: boolean
  /** Glossaries, dictionaries and memories that help beside the lexicon that ships, in any format that `lexicon add` takes. */
  readonly lexiconFiles: readonly string[]
  /** Folder of the lexicons that the user has added for good; absent: none of them is used. */
  readonly lexiconFolder?: string
  /** A server on the user's machine that makes vectors of sentences; absent: none is asked. */
  readonly embedding?: EmbeddingChoice
  /** Path of a machine translation of the source, line by line; needs `segmented`. */
  readonly translationFile?: string
  /** What other documents taught; used for its languages when it is enough. */
  readonly learnt: readonly LearntWords[]
  /** A translation memory that helps: words are learnt from its units, and pairs of it that stand in both texts are fixed. */
  readonly memory?: MemoryChoice
  /** Pairs that a person has fixed: beads of the result whatever the texts say. For one pair of texts. */
  readonly pins: readonly Pin[]
  /** A line that stands between the parts of both texts, such as `.EOA`; no bead reaches over it. */
  readonly delimiter?: string
}

export const defaultOptions: AlignOptions = { mode: 'auto', segmented: false, lexiconFiles: [], learnt: [], pins: [] }

/** Aligns pairs of documents and keeps what it loaded for them: language packs and the lexicon. */
export interface Aligner {
  /** Language, roles of blocks, segments and entities of one document. */
  analyse(document: Document, side: 'source' | 'target', context: Context): Promise<AnalysedDocument>
  /** Two documents, analysed, with all that links them: what the search sees. */
  link(source: Document, target: Document, context: Context): Promise<LinkedPair>
  /** What a document speaks of, for finding its counterpart; `stem` is what its name may share with that. */
  gather(document: Document, side: 'source' | 'target', stem: string, context: Context): Promise<DocumentBag>
  /** The alignment of two documents; the same input gives the same result, whatever was aligned before. */
  align(source: Document, target: Document, context: Context): Promise<Alignment>
  /** The same, kept ready for realigning around pins. */
  open(source: Document, target: Document, context: Context): Promise<OpenAlignment>
  /** The same for documents that were analysed before: their segments stay as they are. */
  openAnalysed(source: AnalysedDocument, target: AnalysedDocument, context: Context): Promise<OpenAlignment>
  /** Makes an alignment that was read from a file ready for realigning; its texts are linked anew, and its words learnt. */
  reopen(alignment: Alignment, context: Context): Promise<OpenAlignment>
  /** The alignment of two documents, and what the words of parallel documents teach other documents. */
  alignTeaching(source: Document, target: Document, context: Context): Promise<AlignmentWithLesson>
  /** The signature that `align` would give two analysed documents in this mode. */
  signature(source: AnalysedDocument, target: AnalysedDocument, mode: AlignmentMode, context: Context): Promise<string>
}

/** An alignment, and what it teaches when the two texts are parallel. */
export interface AlignmentWithLesson {
  readonly alignment: Alignment
  readonly taught?: TaughtWords
}

/** What a program brings that is no plain data. */
export interface PlugIns {
  /** Takes the place of the server that the options name. */
  readonly embedder?: Embedder
  /** An open memory that takes the place of the one that the options name; it stays open. */
  readonly memory?: Memory
  /** Where packs and lexicons that ship come from; absent: a stock of the aligner's own. */
  readonly stock?: Stock | undefined
}

/** Makes an aligner; packs and lexicon are loaded when the first document needs them. */
export function createAligner(options: Partial<AlignOptions> = {}, plugIns: PlugIns = {}): Aligner {
  const chosen = { ...defaultOptions, ...options }
  const embedder = plugIns.embedder ?? (chosen.embedding === undefined ? undefined : embedderOf(chosen.embedding))
  const stock = plugIns.stock ?? createStock()
  const knowledge = createKnowledge(chosen, stock)
  const ask = createAskMemory(chosen.memory, plugIns.memory)
  const analyse: Aligner['analyse'] = async (document, side, context) => {
    const override = side === 'source' ? chosen.sourceLanguage : chosen.targetLanguage
    const bordered = withBorders(document, chosen.delimiter)
    const language = detectLanguage(bordered, override, context)
    return analyseDocument(bordered, language, await knowledge.pack(language.tag), context)
  }
  const link: Aligner['link'] = async (source, target, context) =>
    linkAnalysed(await analyse(source, 'source', context), await analyse(target, 'target', context), context)
  const linkAnalysed = async (
    source: AnalysedDocument,
    target: AnalysedDocument,
    context: Context,
  ): Promise<LinkedPair> => {
    const left = await sideOf(source, knowledge, context)
    const right = await sideOf(target, knowledge, context)
    warnOfBorders(left.document, right.document, chosen.delimiter, context)
    warnOfSameLanguage(left.document, right.document, context)
    const lexicon = await knowledge.lexicon(context)
    const [here, there] = [left.document.language.tag, right.document.language.tag]
    warnOfIdleFiles(lexicon, chosen.lexiconFiles, [here, there], context)
    const signatures = lexicon.signatures(baseLanguage(here), baseLanguage(there))
    const answer = await ask?.(left, right)
    if (answer === undefined) {
      const linked = await linkKnown(left, right, knowledge, signatures, context)
      const learnt = knowledge.learnt(here, there)
      return withMeaning(learnt === undefined ? linked : { ...linked, prior: learnt.priorOf(linked) }, context)
    }
    const lesson = await learnFromMemory(answer, [here, there], knowledge, stock, context)
    const [from, to] = [
      await sideOf(source, lesson.knowledge, context),
      await sideOf(target, lesson.knowledge, context),
    ]
    const linked = await linkKnown(from, to, lesson.knowledge, signatures, context)
    const learnt = knowledge.learnt(here, there)
    const known = {
      ...linked,
      ...(learnt === undefined ? {} : { prior: learnt.priorOf(linked) }),
      memory: answer.memory,
    }
    return withMeaning(withTaughtWords(known, lesson.taughtOf(linked)), context)
  }
  const translationOf = async (source: AnalysedDocument, tag: LanguageTag, context: Context) => {
    const path = chosen.translationFile
    if (path === undefined) return undefined
    const { terms } = await knowledge.vocabulary(tag, context)
    return readTranslation(path, source, tag, await knowledge.pack(tag), terms, context)
  }
  /** The pair with what a user's own models say of it. */
  const withMeaning = async (linked: LinkedPair, context: Context): Promise<LinkedPair> => {
    const { source, target } = linked
    const translated = await translationOf(source, target.language.tag, context)
    const vectors = embedder === undefined ? undefined : await vectorsOf(source, target, embedder, context)
    return {
      ...linked,
      ...(translated === undefined ? {} : { translated }),
      ...(vectors === undefined ? {} : { vectors }),
    }
  }
  const signatureFor = (mode: AlignmentMode, pair: SignedPair): string =>
    sign(mode, pair, knowledge.learnt(pair.source.language.tag, pair.target.language.tag)?.signature, chosen.delimiter)
  const choiceFor = (linked: LinkedPair): AlignChoice => ({
    mode: chosen.mode,
    scorers: usableScorers(linked),
    pins: chosen.pins,
    signature: (mode) => signatureFor(mode, linked),
  })
  return {
    analyse,
    link,
    async gather(document, side, stem, context) {
      const seen = await sideOf(await analyse(document, side, context), knowledge, context)
      return bagOf(seen, await knowledge.wordIndex(seen.document.language.tag, context), document.id, stem)
    },
    async align(source, target, context) {
      const linked = await link(source, target, context)
      return alignPair(linked, choiceFor(linked), context)
    },
    async open(source, target, context) {
      const linked = await link(source, target, context)
      return openPair(linked, choiceFor(linked), context)
    },
    async openAnalysed(source, target, context) {
      const linked = await linkAnalysed(source, target, context)
      return openPair(linked, choiceFor(linked), context)
    },
    async reopen(alignment, context) {
      const linked = await linkAnalysed(alignment.source, alignment.target, context)
      return reopenPair(alignment, linked, choiceFor(linked))
    },
    async alignTeaching(source, target, context) {
      const linked = await link(source, target, context)
      const { alignment, taught } = alignTeaching(linked, choiceFor(linked), context)
      if (taught === undefined) return { alignment }
      return { alignment, taught: { ...taught, languages: [linked.source.language.tag, linked.target.language.tag] } }
    },
    async signature(source, target, mode, context) {
      const [here, there] = [source.language.tag, target.language.tag]
      const lexicon = await knowledge.lexicon(context)
      const signatures = lexicon.signatures(baseLanguage(here), baseLanguage(there))
      const [left, right] = [await knowledge.pack(here), await knowledge.pack(there)]
      const linker = isAcrossScripts(left, right) ? [(await knowledge.peopleLinker()).signature] : []
      const translated = await translationOf(source, there, context)
      const answer = await ask?.(await sideOf(source, knowledge, context), await sideOf(target, knowledge, context))
      return signatureFor(mode, {
        source: { ...source, pack: left },
        target: { ...target, pack: right },
        lexicons: [...signatures, ...linker],
        ...(translated === undefined ? {} : { translated }),
        ...(embedder === undefined ? {} : { vectors: { by: embedderId(embedder) } }),
        ...(answer === undefined ? {} : { memory: answer.memory }),
      })
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

/** Links two texts by all that is known of their words. */
async function linkKnown(
  left: Side,
  right: Side,
  knowledge: Knowledge,
  signatures: readonly string[],
  context: Context,
): Promise<LinkedPair> {
  const lexicon = await knowledge.lexicon(context)
  const bridges = await knowledge.bridges(left.document.language.tag, right.document.language.tag, context)
  return linkSides(left, right, { ...lexicon, bridges }, signatures, knowledge)
}

async function linkSides(
  left: Side,
  right: Side,
  concepts: ConceptTrust,
  signatures: readonly string[],
  { peopleLinker }: Knowledge,
): Promise<LinkedPair> {
  if (!isAcrossScripts(left.vocabulary, right.vocabulary)) return linkTexts(left, right, concepts, signatures)
  const { signature, link: across } = await peopleLinker()
  return linkTexts(left, right, concepts, [...signatures, signature], across)
}

/** What the signature of an alignment is made from. */
type SignedPair = Pick<LinkedPair, 'source' | 'target' | 'lexicons'> & PluggedIn

function sign(mode: AlignmentMode, pair: SignedPair, learnt?: string, delimiter?: string): string {
  const { source, target, lexicons, vectors, translated, memory } = pair
  const pack = (document: AnalysedDocument): string => `${document.pack.tag}.${document.pack.version}`
  return signatureOf([
    ['align', source.segmented ? 'segmented' : 'text'],
    ['mode', mode],
    [
      'scorers',
      scorersOfMode(usableScorers(pair), mode)
        .map((scorer) => `${scorer.id}.${scorer.version}`)
        .join('+'),
    ],
    ['packs', `${pack(source)}+${pack(target)}`],
    ['lexicon', lexicons.join('+')],
    ...(vectors === undefined ? [] : [['embedder', vectors.by] as const]),
    ...(translated === undefined ? [] : [['translation', translated.by] as const]),
    ...(memory === undefined ? [] : [['memory', memory.by] as const]),
    ...(learnt === undefined ? [] : [['learnt', learnt] as const]),
    ...(delimiter === undefined ? [] : [['delimiter', delimiter] as const]),
    ['v', version],
  ])
}
