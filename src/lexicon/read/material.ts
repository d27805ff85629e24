import type { LanguageTag } from '../../core/types.ts'
import type { ConceptTable } from '../concepts.ts'
import type { Level } from '../levels.ts'

/** An element of XML with its content, as the XML reader gives it. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlNode | string)[]
  readonly place: { readonly line: number }
}

/** Containers as they open, and whole elements of the kinds that were asked for. */
export type XmlStep =
  | { readonly kind: 'open' | 'whole'; readonly element: XmlNode }
  | { readonly kind: 'close'; readonly name: string }

/** A row of a table and the line, counted from 1, that it starts on. */
export interface TableRow {
  readonly cells: readonly string[]
  readonly line: number
}

/** A unit of a translation memory: plain texts by language. */
export type MemoryUnit = readonly { readonly language: LanguageTag; readonly text: string }[]

/** A file that holds words, opened in the ways that readers need; whoever opens it knows encodings, compression, XML and tables. */
export interface Material {
  /** Its path as the user named it. */
  readonly name: string
  /** Languages that the user said it holds, in the order of the file; often none. */
  readonly languages: readonly LanguageTag[]
  bytes(): Promise<Uint8Array>
  text(): Promise<string>
  /** The file of the same name with another ending; undefined when there is none. */
  sibling(ending: string): Promise<Uint8Array | undefined>
  rows(): Promise<Iterable<TableRow>>
  /** Ends with an error at a damaged place, after everything before it. */
  elements(isWhole: (name: string) => boolean): AsyncIterable<XmlStep>
  /** As `elements`, for the units of a TMX file. */
  units(): AsyncIterable<MemoryUnit>
  /** The language that is called so in English; undefined when none is known. */
  languageCalled(name: string): LanguageTag | undefined
}

/** What a reader counts. */
export interface ReadingTally {
  /** An entry came in as a row. */
  keep(): void
  /** An entry was left out for this reason; `where` says which. */
  skip(reason: string, where: string): void
  /** The file ends before its end, or is damaged from here on. */
  breakOff(reason: string): void
}

/** The first bytes of a file. */
export interface FileHead {
  /** Name without folders, in lower case. */
  readonly name: string
  /** As UTF-8 or UTF-16, unpacked; letters that are cut off or damaged come out as U+FFFD. */
  readonly text: string
}

/** `src/lexicon/read/<name>.ts` exports one of these. */
export interface LexiconReader {
  readonly name: string
  /** One line for people. */
  readonly title: string
  /** What the words of such files are taken for unless the user says otherwise. */
  readonly level: Level
  /** How sure the head is of this format, 0..1. */
  sniff(head: FileHead): number
  /**
   * The concepts of a file. An entry that makes no sense is counted and left out; a damaged file gives the entries before the
   * damage. Fails with LEXICON_NO_LANGUAGES when neither the file nor the user says which languages it holds.
   */
  read(material: Material, tally: ReadingTally): Promise<ConceptTable>
}
