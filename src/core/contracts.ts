import type {
  Alignment,
  AlignmentMode,
  Diagnostic,
  Document,
  Entity,
  Evidence,
  LanguageTag,
  LinkedPair,
  Place,
  SegmentRange,
  Span,
  TranslationUnit,
} from './types.ts'

/** The only way a stage talks to the outside while it works. */
export interface Context {
  report(diagnostic: Diagnostic): void
  /** `done` of `total` steps of a long piece of work; called a few times a second at most. */
  progress?(what: string, done: number, total: number): void
  /** What became of one unit of a file that is read, for whoever makes an import report: the repaired and the skipped, one by one. */
  item?(item: ReadItem): void
  readonly signal?: AbortSignal
}

/** A unit that was mended or left out while a file was read. */
export interface ReadItem {
  readonly outcome: 'repaired' | 'skipped'
  /** That of the diagnostic which counts such units. */
  readonly code: string
  /** Plain words. */
  readonly reason: string
  readonly place?: Place
  /** Its id in the file, where it has one and no place is known. */
  readonly unit?: string
}

/** Bytes from anywhere: file, standard input, memory. */
export interface Input {
  readonly name: string
  bytes(): Promise<Uint8Array>
  stream(): AsyncIterable<Uint8Array>
  /** Name of the file whose bytes these are, where it lay packed in another one: it tells the format. */
  innerName?(): Promise<string | undefined>
}

export interface ReadOptions {
  /** Line i is segment i; empty lines keep their index and a final line end adds none. */
  readonly segmented: boolean
}

/** How units are read. */
export interface UnitReadOptions {
  /** The caller makes ids of its own: a reader may leave them empty, which spares a hash for each unit. */
  readonly withoutIds?: boolean
  /** Languages of files that do not say theirs. */
  readonly sourceLanguage?: LanguageTag
  readonly targetLanguage?: LanguageTag
}

/** What a writer needs to know beside the units. */
export interface Header {
  readonly sourceLanguage: LanguageTag
  readonly targetLanguage: LanguageTag
  readonly sourceFile: string
  readonly targetFile: string
  readonly tool: string
  readonly version: string
  readonly signature: string
  /** ISO 8601; absent unless the user asked for a date, so that the same input gives the same bytes. */
  readonly date?: string
  /** `--no-tuid`: leave out unit ids for clients that tie a unit to its id. */
  readonly omitIds: boolean
  /** The tool that a TMX file is written for; `plain`, when absent, suits all. Other formats have no profiles. */
  readonly profile?: Profile
}

/** Tools whose habits a TMX file can follow. */
export type Profile = 'plain' | 'omegat' | 'trados'

/** One of several files that a format writes together: `corpus.nl`, `corpus.zh`, `corpus.ids`. */
export interface Part {
  /** Takes the place of the format's extension in the file name: `.nl`. */
  readonly suffix: string
  readonly text: AsyncIterable<string>
}

/** `src/formats/<name>/index.ts` exports one of these. All members but the first three are optional. */
export interface Format {
  readonly name: string
  /** One line for `list formats`. */
  readonly title: string
  /** With the dot, the one written first; the longest that fits a file name wins (`.spans.json` before `.json`). */
  readonly extensions: readonly string[]
  /** How sure the first bytes are of this format, 0..1. */
  sniff?(head: Uint8Array): number
  readDocument?(input: Input, options: ReadOptions, context: Context): Promise<Document>
  readAlignment?(input: Input, context: Context): Promise<Alignment>
  readUnits?(input: Input, context: Context, options?: UnitReadOptions): AsyncIterable<TranslationUnit>
  /** For formats that hold every bead, or offsets; `exported` are the ids of the beads that the user's filter lets out. */
  writeAlignment?(alignment: Alignment, exported: ReadonlySet<string>, context: Context): Iterable<string>
  writeUnits?(units: Units, header: Header, context: Context): AsyncIterable<string>
  writeParts?(units: Units, header: Header, context: Context): readonly Part[]
}
export type Units = Iterable<TranslationUnit> | AsyncIterable<TranslationUnit>

/** `src/languages/<tag>/index.ts` exports a function that makes one of these. Data first; code only where data cannot say it. */
export interface LanguagePack {
  readonly tag: LanguageTag
  readonly version: number
  /** ISO 15924 codes of the scripts it is written in. */
  readonly scripts: readonly string[]
  readonly direction: 'ltr' | 'rtl'
  /** What stands between two sentences that are joined: a space, or nothing. */
  readonly joiner: ' ' | ''
  /** Units of length that one character of its own script is worth (a letter of English is 1). */
  readonly unitsPerCharacter: number
  /** Sentences of one block, in order, without the white space between them. */
  segment(text: string, block: Span): readonly Span[]
  /** Words of one segment, in order. `norm` is the form to compare (lower case, folded). */
  words(text: string, span: Span, visit: (start: number, end: number, norm: string) => void): void
  /**
   * Things that one segment names, in order of their start; they do not overlap within a kind. Where the reading depends
   * on the rest of the text, all readings of a place come out, and one whose `by` ends in `:if:KEY` counts only if the
   * document names KEY; whoever sees the whole document chooses.
   */
  entities(text: string, span: Span): readonly Entity[]
  /** Form under which inflected words of a lexicon meet. */
  stem(norm: string): string
  /** Form under which words that languages write alike meet (経済 and 经济); absent where it is the norm. */
  fold?(norm: string): string
  /**
   * Forms under which a dictionary may list an inflected word, the likelier first, the word itself not among them; rules
   * make them, so many are no words and the caller keeps those that it knows.
   */
  lemmas?(norm: string): readonly string[]
  /**
   * Words of one segment whose parts stand apart (*kondigde … aan* is *aankondigen*): the place that stands for the whole,
   * which overlaps other words, and the dictionary form. Only forms that `isKnown` lets pass are visited.
   */
  separated?(
    text: string,
    span: Span,
    isKnown: (norm: string) => boolean,
    visit: (start: number, end: number, norm: string) => void,
  ): void
  /** Letters that may join the parts of a compound, `''` and `'s'` among them; absent where words are not compounded in writing. */
  readonly compoundLinks?: readonly string[]
  /** Ends of words that are no parts of compounds, whatever a dictionary says: *lijk* in *hartelijk*. */
  readonly endings?: ReadonlySet<string>
  /** Words that link nothing (articles, particles), as norms. */
  readonly functionWords: ReadonlySet<string>
  readonly furniture: Furniture
}

/** How pages in this language mark what is not article text. All are whole lines in lower case unless said otherwise. */
export interface Furniture {
  /** Lines after which the article is over: `reacties`, `更多`. */
  readonly afterwords: readonly string[]
  /** Menu words and buttons. */
  readonly menu: readonly string[]
  /** Starts of captions and credits: `foto:`. */
  readonly captionStarts: readonly string[]
  /** Parts of a short line that make it a caption: `图自`. */
  readonly captionParts: readonly string[]
  /** Starts of by-lines: `door`, `记者`. */
  readonly bylineStarts: readonly string[]
  /** Marks at the end of an article's last sentence: `(完)`. */
  readonly endMarks: readonly string[]
}

/** Scores of one prepared pair. `score` is called in the inner loop and allocates nothing; `explain` adds up to `score`. */
export interface PreparedScorer {
  score(sFrom: number, sTo: number, tFrom: number, tTo: number): number
  explain(source: SegmentRange, target: SegmentRange): readonly Evidence[]
  /** How much of what this scorer knows on each side has a counterpart; for scorers that can tell. */
  coverage?(source: SegmentRange, target: SegmentRange): Coverage
}

/** Shares 0..1 and how many things they are shares of. */
export interface Coverage {
  readonly source: number
  readonly target: number
  readonly sourceCount: number
  readonly targetCount: number
}

/**
 * A first look for the way through both texts, and the search that keeps their order; a first look for what they share in
 * any order, and the search for that.
 */
export type SearchKind = 'look' | 'glance' | AlignmentMode

/** `src/align/scorers/<id>.ts` exports one of these. Scores are log-likelihood ratios: pair against chance. */
export interface Scorer {
  readonly id: string
  readonly version: number
  /** The searches it takes part in; all when absent. */
  readonly searches?: readonly SearchKind[]
  /** Whether a pair has what this scorer looks at; always when absent. Without it every score is 0. */
  isUsable?(pair: PluggedIn): boolean
  /** Whether what the texts teach of their words and lengths changes its scores, so that it is prepared anew after a lesson. */
  readonly learns?: boolean
  prepare(pair: LinkedPair): PreparedScorer
}

/** What of a pair a user's own models tell, by the names that signatures have for it. */
export interface PluggedIn {
  readonly vectors?: { readonly by: string }
  readonly translated?: { readonly by: string }
}

/** Turns sentences of any language into vectors that are near for equal meaning. */
export interface Embedder {
  /** The model, for signatures and for what is kept of it. */
  readonly name: string
  /** Rises when the same model gives other vectors. */
  readonly version: string
  /** One vector for each text, in their order, all of one size. Fails with AppError EMBED_FAILED. */
  embed(texts: readonly string[], context: Context): Promise<readonly Float32Array[]>
}
