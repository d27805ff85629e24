import { baseLanguage } from '../core/tags.ts'
import type { WordKnowledge } from './column.ts'
import type { ConceptTable } from './concepts.ts'
import { foldLetters } from './letters.ts'

/**
 * One language of a source as typed arrays. Form i is the units from `ends[i - 1]` to `ends[i]`; its senses are those from
 * `senseEnds[i - 1]` to `senseEnds[i]`, each a concept times 256 plus the rank of the form in it.
 */
export interface PackedColumn {
  /** UTF-16 units of all forms as norms, one after another; the words of a phrase are parted by one space. */
  readonly units: Uint16Array
  readonly ends: Uint32Array
  readonly senseEnds: Uint32Array
  readonly senses: Uint32Array
  /** Forms of one drawer (see `drawerOf`) stand together: where each drawer ends, counted in forms. Empty for languages without spaces. */
  readonly drawers: Uint32Array
  /** Forms that are function words, in ascending order. */
  readonly functionForms: Uint32Array
}

/** Longest form that is kept, in UTF-16 units; longer ones are sentences. */
export const longestForm = 255
/** Ranks from here on count the same. */
const lowestRank = 255

/** The column of a language, or undefined when the table lacks it. Forms that have no word in them and sentences are left out. */
export function packColumn(table: ConceptTable, language: string, words: WordKnowledge): PackedColumn | undefined {
  const columns = table.languages.flatMap((tag, column) => (baseLanguage(tag) === language ? [column] : []))
  if (columns.length === 0) return undefined
  const senses = new Map<string, number[]>()
  table.rows.forEach((row, concept) => {
    for (const column of columns)
      row[column]?.forEach((form, rank) => {
        const norm = words.joiner === '' ? form : normOf(form, words)
        if (norm === '' || norm.length > longestForm) return
        noteSense(senses, norm, concept, Math.min(rank, lowestRank))
      })
  })
  return packForms(senses, words)
}

/** A form has one sense a concept: the first, which is the best unless two columns are looked up as one. */
function noteSense(senses: Map<string, number[]>, norm: string, concept: number, rank: number): void {
  const sense = concept * 256 + rank
  const list = senses.get(norm)
  if (list === undefined) senses.set(norm, [sense])
  else {
    const last = list.at(-1) ?? 0
    if (Math.floor(last / 256) !== concept) list.push(sense)
    else if (sense < last) list[list.length - 1] = sense
  }
}

function packForms(senses: ReadonlyMap<string, readonly number[]>, words: WordKnowledge): PackedColumn {
  const { forms, drawers } = words.joiner === '' ? { forms: [...senses.keys()], drawers: [] } : inDrawers(senses)
  const lists = forms.map((form) => senses.get(form) ?? [])
  const units = new Uint16Array(forms.reduce((sum, form) => sum + form.length, 0))
  let at = 0
  for (const form of forms) for (let i = 0; i < form.length; i++) units[at++] = form.charCodeAt(i)
  return {
    units,
    ends: runningSums(forms.map((form) => form.length)),
    senseEnds: runningSums(lists.map((list) => list.length)),
    senses: Uint32Array.from(lists.flat()),
    drawers: Uint32Array.from(drawers),
    functionForms: Uint32Array.from(forms.flatMap((form, i) => (words.functionWords.has(form) ? [i] : []))),
  }
}

function inDrawers(senses: ReadonlyMap<string, unknown>): {
  readonly forms: readonly string[]
  readonly drawers: readonly number[]
} {
  const drawers = new Map<string, string[]>()
  for (const form of senses.keys()) {
    const drawer = drawerOf(form)
    const list = drawers.get(drawer)
    if (list === undefined) drawers.set(drawer, [form])
    else list.push(form)
  }
  const sorted = [...drawers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, forms]) => forms)
  return { forms: sorted.flat(), drawers: [...runningSums(sorted.map((forms) => forms.length))] }
}

/** Sums of the numbers up to and with each. */
export function runningSums(counts: ArrayLike<number>): Uint32Array {
  const sums = new Uint32Array(counts.length)
  let sum = 0
  for (let i = 0; i < sums.length; i++) {
    sum += counts[i] ?? 0
    sums[i] = sum
  }
  return sums
}

/**
 * The drawer of a form, by its first word. Words of one stem begin alike, but for marks on their letters and vowels that are
 * doubled in a closed syllable (*oog*, *ogen*).
 */
export function drawerOf(norm: string): string {
  const space = norm.indexOf(' ')
  return foldLetters(space < 0 ? norm : norm.slice(0, space))
    .replace(/([aeou])\1/g, '$1')
    .slice(0, 2)
}

function normOf(form: string, words: WordKnowledge): string {
  let joined = ''
  words.words(form, { start: 0, end: form.length }, (_start, _end, norm) => {
    joined = joined === '' ? norm : `${joined} ${norm}`
  })
  return joined
}

/** The text of form i. */
export function formAt(column: PackedColumn, i: number): string {
  const { units, ends } = column
  return String.fromCharCode(...units.subarray(i === 0 ? 0 : ends[i - 1], ends[i]))
}

const space = 0x20

/** True when form i has several words. */
export function isPhrase({ units, ends }: PackedColumn, i: number): boolean {
  const end = ends[i] ?? 0
  for (let at = i === 0 ? 0 : (ends[i - 1] ?? 0); at < end; at++) if (units[at] === space) return true
  return false
}

/** The same column as the word rules of another pack see it: forms are taken apart again, concepts and ranks stay. */
export function repackColumn(column: PackedColumn, words: WordKnowledge): PackedColumn {
  const senses = new Map<string, number[]>()
  for (let i = 0; i < column.ends.length; i++) {
    const form = formAt(column, i)
    const norm = words.joiner === '' ? form : normOf(form, words)
    if (norm === '' || norm.length > longestForm) continue
    const own = column.senses.subarray(i === 0 ? 0 : column.senseEnds[i - 1], column.senseEnds[i])
    const list = senses.get(norm)
    if (list === undefined) senses.set(norm, [...own])
    else list.push(...own)
  }
  for (const list of senses.values()) list.sort((a, b) => a - b)
  return packForms(senses, words)
}

/** Renderings of every concept, in the order of their ranks. */
export function unpackColumn(column: PackedColumn, concepts: number): readonly (readonly string[])[] {
  const cells: { readonly form: string; readonly rank: number }[][] = Array.from({ length: concepts }, () => [])
  for (let i = 0; i < column.ends.length; i++) {
    const form = formAt(column, i)
    for (let k = i === 0 ? 0 : (column.senseEnds[i - 1] ?? 0); k < (column.senseEnds[i] ?? 0); k++) {
      const sense = column.senses[k] ?? 0
      cells[sense >>> 8]?.push({ form, rank: sense & 255 })
    }
  }
  return cells.map((cell) => cell.sort((a, b) => a.rank - b.rank).map(({ form }) => form))
}
