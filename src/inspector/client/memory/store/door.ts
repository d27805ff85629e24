import type {
  Changed,
  ChangePost,
  ConcordanceAnswer,
  ConcordancePost,
  FiguresAnswer,
  FuzzyAnswer,
  FuzzyPost,
  HistoryAnswer,
  MemorySheet,
  UnitsAnswer,
  UnitsPost,
} from '../../../memory-protocol.ts'
import type { Refusal } from '../../../protocol.ts'

/** An answer, or why there is none. */
export type Answered<T> =
  | { readonly isOk: true; readonly value: T }
  | { readonly isOk: false; readonly refusal: Refusal }

/** The server as the store sees it. */
export interface MemoryDoor {
  sheet(): Promise<Answered<MemorySheet>>
  units(post: UnitsPost): Promise<Answered<UnitsAnswer>>
  concordance(post: ConcordancePost): Promise<Answered<ConcordanceAnswer>>
  fuzzy(post: FuzzyPost): Promise<Answered<FuzzyAnswer>>
  change(post: ChangePost): Promise<Answered<Changed>>
  history(): Promise<Answered<HistoryAnswer>>
  figures(): Promise<Answered<FiguresAnswer>>
}

/** The server that sent the page; `unreachable` is what is said when it does not answer. */
export function memoryDoor(unreachable: () => Refusal): MemoryDoor {
  /** A connection that the server has just closed fails once: what changes nothing is asked again. */
  const ask = async <T>(path: string, body?: unknown, tries = 2): Promise<Answered<T>> => {
    try {
      const response = await fetch(`api/${path}`, body === undefined ? {} : posted(body))
      const value: unknown = await response.json()
      return response.ok ? { isOk: true, value: value as T } : { isOk: false, refusal: value as Refusal }
    } catch {
      return tries > 1 ? ask(path, body, tries - 1) : { isOk: false, refusal: unreachable() }
    }
  }
  return {
    sheet: () => ask('memory'),
    units: (post) => ask('units', post),
    concordance: (post) => ask('concordance', post),
    fuzzy: (post) => ask('fuzzy', post),
    change: (post) => ask('change', post, 1),
    history: () => ask('history'),
    figures: () => ask('figures'),
  }
}

const posted = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
