export interface Progress {
  /** Decided by a person: accepted, rejected or corrected. */
  readonly reviewed: number
  readonly left: number
  readonly of: number
}

/** `reviewed` of `of` in whole percent; 100 only when nothing is left, and 0 only when nothing was done. */
export function progressPercent({ reviewed, of }: Progress): number {
  if (of === 0 || reviewed === of) return 100
  return reviewed === 0 ? 0 : Math.min(99, Math.max(1, Math.round((100 * reviewed) / of)))
}
