import type { Span } from '../../core/types.ts'

/** One place of a text where a name may stand. */
export interface NameHit {
  /** As it stands in the text. */
  readonly text: string
  readonly span: Span
  /** What tells: a channel of `languages/names.ts`, or `bracket` for a name that stood in brackets behind this one. */
  readonly channel: string
  /** How well the two names agree, 0..1; what stands around the place has no part in it. */
  readonly score: number
  /** The place is taken for the name: the score is high enough for its channel and what stands around it. */
  readonly accepted: boolean
}

/** A place and how well it agrees, before what stands around it is looked at. */
export interface Candidate {
  readonly start: number
  readonly end: number
  readonly channel: string
  readonly score: number
  /** `reading`: every character is read so. `sound`: the whole sounds so. `bracket`: the text says so. */
  readonly kind: 'reading' | 'sound' | 'bracket'
  /** For sound: how much likelier the place is this name than ordinary text, in nats. */
  readonly evidence: number
  /** For a reading: how often one as good is expected in a text of these characters by chance. */
  readonly chance: number
  /** Needs more support than others: a word of the name was left out, or the family name alone stands there. */
  readonly isLoose: boolean
  /** Where the family name ends, when it is known and not all of the name. */
  readonly familyEnd: number
}
