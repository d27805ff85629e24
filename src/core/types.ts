/** Half-open range of UTF-16 offsets into `Document.text`, never into a copy of it. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** BCP 47 tag: `nl`, `zh` (simplified), `zh-Hant`, `und`. */
export type LanguageTag = string

export type BlockRole = 'heading' | 'body' | 'caption' | 'byline' | 'boilerplate'

/** A paragraph-like region. Boilerplate takes no part in alignment and is never lost. */
export interface Block {
  readonly span: Span
  readonly role: BlockRole
  /** Why it has this role, in plain words; absent when it is simply what the reader found. */
  readonly why?: string
}

/** What every reader returns. `text` is the decoded input without its byte order mark, never rewritten afterwards. */
export interface Document {
  /** Name to show: the file name as it was given, or `stdin`. */
  readonly id: string
  /** Name of the format that read it. */
  readonly format: string
  readonly text: string
  readonly blocks: readonly Block[]
  /** Language that the file itself states, if it does. */
  readonly language?: LanguageGuess
  /** True when block i is segment i: no splitting, no search for boilerplate. */
  readonly segmented: boolean
}

export interface LanguageGuess {
  readonly tag: LanguageTag
  readonly by: 'user' | 'file' | 'script' | 'detector' | 'default'
  /** The next best tag when the call was close. */
  readonly runnerUp?: LanguageTag
}

/** Each stage returns the previous value plus one layer, so the type is the order. */
export interface SegmentedDocument extends Document {
  readonly language: LanguageGuess
  readonly segments: readonly Segment[]
}

/** One sentence, heading or line; the text is `document.text.slice(span.start, span.end)`. */
export interface Segment {
  readonly index: number
  readonly span: Span
  /** Index of its block. */
  readonly block: number
}

export interface AnalysedDocument extends SegmentedDocument {
  /** `analyses[i]` belongs to `segments[i]`. */
  readonly analyses: readonly SegmentAnalysis[]
  readonly pack: { readonly tag: LanguageTag; readonly version: number }
}

export interface SegmentAnalysis {
  readonly entities: readonly Entity[]
  /** Language-neutral length, so that no table of language pairs is needed: about one unit a letter of English. */
  readonly length: number
}

export type EntityKind =
  | 'date'
  | 'number'
  | 'percent'
  | 'money'
  | 'ordinal'
  | 'place'
  | 'currency'
  | 'language'
  | 'organisation'
  | 'treaty'
  | 'office'
  | 'event'
  | 'title'
  | 'person'

/** Something a sentence names. Equal keys mean the same thing in every language. */
export interface Entity {
  readonly kind: EntityKind
  readonly span: Span
  /** `date:2021-09`, `number:1e11`, `money:JPY:1e11`, `place:VN`, `org:asean`, `treaty:unclos`; absent when only a comparison with the other text can tell. */
  readonly key?: string
  /** What to compare when there is no key: a title with its ellipsis expanded, a name in Latin letters. */
  readonly form?: string
  /** Rule or list that found it. */
  readonly by: string
}

/** Columns of one word occurrence each, ordered by segment; occurrences may overlap. */
export interface TokenTable {
  readonly vocabulary: readonly string[]
  /** Occurrences of segment i are `offsets[i] .. offsets[i + 1]`. */
  readonly offsets: Uint32Array
  /** Index into `vocabulary`. */
  readonly ids: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Share of a vote of each occurrence, 0..1: words over the same characters (国防, 国防部, 部长) divide it. */
  readonly weights: Float32Array
}

/** Stems under which inflected forms of one word meet. */
export interface StemTable {
  readonly names: readonly string[]
  /** Stem of each word of a vocabulary: index into `names`. */
  readonly of: Uint32Array
}

/** How likely stems render each other, both ways, as columns by source stem. */
export interface StemPairs {
  /** Pairs of source stem x are `offsets[x] .. offsets[x + 1]`. */
  readonly offsets: Uint32Array
  /** Target stem of each pair; ascending within a source stem. */
  readonly ids: Uint32Array
  /** Probability of the target stem, given the source stem. */
  readonly forward: Float32Array
  /** Probability of the source stem, given the target stem. */
  readonly backward: Float32Array
}

/** How words of a translation come about: some render a word of the other side, the rest stand there by chance. */
export interface TranslationModel {
  readonly pairs: StemPairs
  /** Share of the occurrences of each stem that render nothing and stand there by chance, 0..1. */
  readonly sourceChance: Float64Array
  readonly targetChance: Float64Array
  /** Relative frequency of each stem in its text. */
  readonly sourceFrequencies: Float64Array
  readonly targetFrequencies: Float64Array
}

/** How the lengths of translations run: target length over source length, and the variance of its logarithm in long passages. */
export interface LengthFit {
  readonly ratio: number
  readonly variance: number
}

/** One thing that both texts name, with every place where they do. */
export interface Link {
  readonly key: string
  readonly kind: EntityKind
  /** How sure it is that both sides mean the same thing, 0..1. */
  readonly confidence: number
  readonly by: string
  readonly source: readonly Mention[]
  readonly target: readonly Mention[]
}

export interface Mention {
  readonly segment: number
  readonly span: Span
}

/** `probability` that the source word is rendered by the target word (ids of the two token tables). */
export interface WordPair {
  readonly source: number
  readonly target: number
  readonly probability: number
}

/** Two analysed texts and all that links them: what scorers see. */
export interface LinkedPair {
  readonly source: AnalysedDocument
  readonly target: AnalysedDocument
  readonly links: readonly Link[]
  readonly sourceTokens: TokenTable
  readonly targetTokens: TokenTable
  readonly sourceStems: StemTable
  readonly targetStems: StemTable
  readonly wordPairs: readonly WordPair[]
  /** What other documents taught of these words. */
  readonly prior?: StemPairs
  /** What was learnt from the texts themselves; absent before a first search. */
  readonly learnt?: TranslationModel
  readonly lengthFit?: LengthFit
  /** What an embedder says of the segments; absent unless the user has one. */
  readonly vectors?: PairVectors
  /** A machine translation of the source into the language of the target; absent unless the user has one. */
  readonly translated?: TranslatedSource
  /** What a translation memory has of both texts; absent unless the user has one, and when it has nothing. */
  readonly memory?: PairMemory
  /** Where the word pairs come from, for the signature: `core.1`. */
  readonly lexicons: readonly string[]
}

/** Vectors of the segments of two texts, and how near to each other segments come by chance. */
export interface PairVectors {
  readonly source: SegmentVectors
  readonly target: SegmentVectors
  /** Components of one vector. */
  readonly size: number
  /** Standard deviation of the cosine of segments that do not belong together, about what is usual for them. */
  readonly spread: number
  /** Name and version of the embedder, for the signature. */
  readonly by: string
}

/** One side: vectors of length 1, one after another; all zeros for a segment that takes no part. */
export interface SegmentVectors {
  readonly components: Float32Array
  /** Mean cosine of each segment with segments of the other text that do not belong to it. */
  readonly chance: Float64Array
}

/** The words of a machine translation whose segment i renders segment i of the source. */
export interface TranslatedSource {
  readonly tokens: TokenTable
  readonly stems: StemTable
  /** Name of the text and hash of its content, for the signature. */
  readonly by: string
}

/** Pairs of two texts that stand in a translation memory. What its other units teach is in the prior and the word pairs. */
export interface PairMemory {
  /** Each with its word; no two share a segment, and some may cross others. */
  readonly anchors: readonly Pin[]
  /** Hash of all that it contributed, for the signature. */
  readonly by: string
}

/** Half-open range of segment indexes. */
export interface SegmentRange {
  readonly from: number
  readonly to: number
}

/**
 * A pair that a person has fixed: these segments of the source belong with these of the target and with no others. One side
 * may be empty: these segments have no counterpart.
 */
export interface Pin {
  readonly source: SegmentRange
  readonly target: SegmentRange
  /** Where it was given, for messages: `pins.tsv, line 3`. */
  readonly where?: string
  /** What fixes it when no person has. */
  readonly word?: Evidence
}

export type Relation = 'translation' | 'partial' | 'related' | 'unaligned'

/** n source segments : m target segments; either side may be empty and then still knows its place (`from === to`). */
export interface Bead {
  /** `3-5:7-8`: source range and target range, half-open. Unique within an alignment. */
  readonly id: string
  readonly source: SegmentRange
  readonly target: SegmentRange
  /** Log-odds, comparable inside one alignment. */
  readonly score: number
  /** Probability 0..1 that the two sides belong together. */
  readonly confidence: number
  readonly relation: Relation
  readonly evidence: readonly Evidence[]
  readonly decision: Decision
  /** What a person wrote in place of the text of a side; the document keeps its own. */
  readonly text?: SideTexts
  /** What a person noted, without deciding anything by it. */
  readonly comment?: string
}

export interface SideTexts {
  readonly source?: string
  readonly target?: string
}

/** One reason for (score > 0) or against (score < 0) a bead. */
export interface Evidence {
  readonly scorer: string
  readonly score: number
  /** Plain words: `both name the agreement of September 2021`. */
  readonly note: string
  readonly kind?: EntityKind | 'word'
  readonly key?: string
  /** Matching places in the two texts. */
  readonly links?: readonly EvidenceLink[]
}

export interface EvidenceLink {
  readonly source: Span
  readonly target: Span
}

export type Decision =
  | { readonly state: 'proposed' }
  | {
      readonly state: 'accepted' | 'rejected' | 'edited'
      readonly by: string
      /** ISO 8601 time of the person's act. */
      readonly at: string
      readonly comment?: string
    }

export type AlignmentMode = 'parallel' | 'comparable'

/**
 * The result. Every segment of both sides is in exactly one bead. Beads come in the order of the source; their places in the
 * target may fall, in comparable texts anywhere and in parallel ones where a passage stands elsewhere (evidence `order`).
 */
export interface Alignment {
  readonly source: AnalysedDocument
  readonly target: AnalysedDocument
  readonly mode: AlignmentMode
  /** Why this mode ran, in plain words. */
  readonly modeReason: string
  readonly beads: readonly Bead[]
  /** Says which tool, version, mode, scorers and packs made it. */
  readonly signature: string
}

/** What memories hold and bilingual files carry. Multilingual by shape, as TMX is. */
export interface TranslationUnit {
  /** Hash of languages and contents, equal across runs. */
  readonly id: string
  readonly sourceLanguage: LanguageTag
  readonly variants: readonly Variant[]
  readonly relation?: Relation
  /** Probability 0..1. */
  readonly confidence?: number
  readonly decision: Decision
  readonly origin?: Origin
  readonly notes: readonly string[]
  /** Properties of other tools, kept for a round trip. */
  readonly props: Readonly<Record<string, string>>
}

export interface Origin {
  readonly sourceFile: string
  readonly targetFile: string
  /** Segment indexes, `3` or `3-4` (both inclusive). */
  readonly sourceSegments: string
  readonly targetSegments: string
  /** `1:2`: how many segments stand on each side. */
  readonly shape: string
  /** Short ids of what links the two sides: `date:2021-09 treaty:unclos`. */
  readonly evidence: readonly string[]
  readonly signature: string
}

export interface Variant {
  readonly language: LanguageTag
  readonly content: readonly Run[]
}

/** Inline codes survive a round trip without any stage having to understand them. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'code'
      readonly id: string
      readonly role: 'open' | 'close' | 'single'
      /** The native code, such as `<b>`. */
      readonly data: string
    }

/** A problem that a user can live with: it flows beside the result. */
export interface Diagnostic {
  readonly code: string
  readonly level: 'info' | 'warning' | 'error'
  readonly message: string
  readonly document?: string
  readonly place?: Place
  readonly hint?: string
}

/** Counted from 1; a column counts UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
}
