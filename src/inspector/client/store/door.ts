import type {
  BeadDetail,
  CheckList,
  EditPost,
  Exported,
  ExportPost,
  Kept,
  News,
  RealignPost,
  Refusal,
  RerunPost,
  Sheet,
} from '../../protocol.ts'

/** What the page asks of whoever holds the alignment: a server, or the page itself in a report. */
export interface Door {
  /** The sheet, or its first piece when it is long. */
  first(): Promise<Sheet>
  /** The whole sheet, behind its first piece. */
  coming(): ComingSheet
  /** The whole sheet. */
  sheet(): Promise<Sheet>
  beads(ids: readonly string[]): Promise<readonly BeadDetail[]>
  checks(revision: number): Promise<CheckList>
  edits(post: EditPost): Promise<Answer>
  realign(post: RealignPost): Promise<Answer>
  rerun(post: RerunPost): Promise<Answer>
  export(post: ExportPost): Promise<ExportAnswer>
  /** Calls back with what other windows did from a revision on; gives back what ends that. */
  news(take: (news: News) => void, revision: number): () => void
}

/** A sheet that is on its way. */
export interface ComingSheet {
  /** All of it but texts that come apart. */
  readonly bare: Promise<Sheet>
  readonly whole: Promise<Sheet>
}

/**
 * `behind`: others were first, nothing was kept. `refused`: what was sent will never be taken. `failed`: it could not be kept
 * now, and may be later. A server that cannot be reached is a rejected promise.
 */
export type Answer =
  | { readonly kind: 'kept' | 'behind'; readonly kept: Kept }
  | { readonly kind: 'refused' | 'failed'; readonly refusal: Refusal }

export type ExportAnswer =
  | { readonly kind: 'written'; readonly exported: Exported }
  | { readonly kind: 'file'; readonly name: string; readonly content: Blob }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
