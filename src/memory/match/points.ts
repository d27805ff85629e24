/**
 * Percent points that come off a score. They are conventions, near to what users of OmegaT, Okapi and Trados know: a point or so
 * for tags, case and punctuation, a few for another region, more for what the unit itself puts in doubt. `most` is the highest
 * sum of its kind.
 */
export const points = {
  /** Each number that differs and that the suggestion puts right. */
  repairedNumber: 1,
  /** Each number that differs otherwise. */
  number: { each: 2, most: 6 },
  name: { each: 1, most: 3 },
  tag: { each: 1, most: 5 },
  case: { each: 1, most: 2 },
  punctuation: { each: 1, most: 2 },
  /** Of two tags, one names no region (`nl` and `nl-BE`), and both name one (`nl-NL` and `nl-BE`). */
  near: 1,
  region: 5,
  /** Found only by looking among other scripts. */
  script: 10,
  partial: 5,
  related: 15,
  unaligned: 25,
  rejected: 25,
  /** A confidence from which on nothing is taken off, and points for each tenth below. */
  sureConfidence: 0.9,
  doubt: 1,
  /** Years in which a unit counts as new, points for each year beyond, and the most. */
  age: { newYears: 3, each: 1, most: 5 },
} as const
