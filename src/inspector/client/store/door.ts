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
  sheet(): Promise<Sheet>
  beads(ids: readonly string[]): Promise<readonly BeadDetail[]>
  checks(revision: number): Promise<CheckList>
  edits(post: EditPost): Promise<Answer>
  realign(post: RealignPost): Promise<Answer>
  rerun(post: RerunPost): Promise<Answer>
  export(post: ExportPost): Promise<ExportAnswer>
  /** Calls back with what other windows did; gives back what ends that. */
  news(take: (news: News) => void): () => void
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
