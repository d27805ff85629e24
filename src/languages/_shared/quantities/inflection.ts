import type { Surfaces } from './data.ts'

/** Every stem with every ending: `inflect(['tägig'], ['', 'e'])` gives `tägig`, `tägige`. */
export function inflect(stems: Surfaces, endings: Surfaces): Surfaces {
  return stems.flatMap((stem) => endings.map((ending) => stem + ending))
}

/** A record whose keys are stems, with every key inflected: `{ erst: 1 }` gives `{ erste: 1, ersten: 1, … }`. */
export function inflectKeys(
  stems: Readonly<Record<string, number>>,
  endings: Surfaces,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(stems).flatMap(([stem, value]) => inflect([stem], endings).map((form) => [form, value])),
  )
}
