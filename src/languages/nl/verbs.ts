import { type FormTable, formTable, readFormRows } from '../_shared/form-table.ts'
import { setOf, wordsOf } from '../_shared/lists.ts'
import { rememberNorms } from '../_shared/norm-memo.ts'
import { closedForms, infinitivesOf } from './spelling.ts'
import { particles, prefixes } from './verb-parts.ts'

/** Infinitives that a form may belong to, the likelier first; many are no words. */
export interface VerbForms {
  /** By the table of irregular verbs: nearly always right. */
  readonly irregular: (norm: string) => readonly string[]
  /** As if the verb were regular. */
  readonly regular: (norm: string) => readonly string[]
}

/** How many particles and prefixes may stand before a verb: *meebewegen* has two. */
const maxParts = 2

/** Finds the infinitives of verbs, with their particles and prefixes; the table of irregular verbs is read at once. */
export function createVerbForms(): VerbForms {
  const rows = readFormRows('nl', 'irregular.tsv').map(
    ([[infinitive = ''] = [], past = [], pasts = [], ...others]) => ({
      infinitive,
      // A participle takes an ending: *gekochte*.
      participles: (others[0] ?? []).flatMap((form) => (/[dt]$/.test(form) ? [form, `${form}e`] : [form])),
      others: [...past, ...pasts, ...(others[1] ?? [])],
    }),
  )
  const irregular = formTable(
    rows.flatMap((row) => [...row.participles, ...row.others].map((form) => [form, row.infinitive] as const)),
  )
  // After a prefix a participle has no ge: *gesproken*, *besproken*.
  const bare = formTable(
    rows.flatMap((row) =>
      row.participles.flatMap((form) => (form.startsWith('ge') ? [[form.slice(2), row.infinitive] as const] : [])),
    ),
  )
  const inseparable = setOf(prefixes)
  const parts = byFirstLetter([...new Set([...wordsOf(particles), ...inseparable])])
  const whole = (norm: string): readonly string[] => lookUp(irregular, norm)
  const afterPart = (rest: string, part: string): readonly string[] =>
    inseparable.has(part) ? [...lookUp(bare, rest), ...lookUp(irregular, rest)] : lookUp(irregular, rest)
  return {
    irregular: rememberNorms((norm) => withParts(norm, parts, whole, afterPart, maxParts)),
    regular: rememberNorms((norm) => withParts(norm, parts, regularInfinitives, regularInfinitives, maxParts)),
  }
}

function byFirstLetter(parts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const drawers = new Map<string, string[]>()
  for (const part of parts) {
    const drawer = drawers.get(part.charAt(0))
    if (drawer === undefined) drawers.set(part.charAt(0), [part])
    else drawer.push(part)
  }
  return drawers
}

const lookUp = (table: FormTable, norm: string): readonly string[] => table.get(norm) ?? []

/** What is found for a form, and for what is left of it behind each particle or prefix. */
function withParts(
  norm: string,
  parts: ReadonlyMap<string, readonly string[]>,
  whole: (norm: string) => readonly string[],
  afterPart: (rest: string, part: string) => readonly string[],
  depth: number,
): readonly string[] {
  const found = new Set(whole(norm))
  const add = (form: string, before: string, left: number): void => {
    for (const part of parts.get(form.charAt(0)) ?? []) {
      if (!form.startsWith(part) || form.length < part.length + minVerb) continue
      const rest = form.slice(part.length)
      for (const verb of afterPart(rest, part)) found.add(before + part + verb)
      if (left > 1) add(rest, before + part, left - 1)
    }
  }
  add(norm, '', depth)
  found.delete(norm)
  return [...found]
}
/** Forms as short as *at* and *ga* are many. */
const minVerb = 2

/** Infinitives of a form as a regular verb would make it. */
function regularInfinitives(norm: string): readonly string[] {
  const found: string[] = []
  const add = (stem: string): void => {
    found.push(...infinitivesOf(stem))
  }
  const past = /^(.{2,})(?:de|te)n?$/.exec(norm)?.[1]
  if (past !== undefined) add(past)
  const present = /^(.+(?:e|aa|oe|ie)n)d(?:e|en)?$/.exec(norm)?.[1]
  if (present !== undefined && present.length > 3) found.push(present)
  for (const form of [norm, ...participlesOf(norm)]) {
    const core = form.startsWith('ge') ? withoutTrema(form.slice(2)) : ''
    if (/[dt]$/.test(core)) add(core.slice(0, -1))
    add(core)
    if (/[dt]$/.test(form)) add(form.slice(0, -1))
    if (!form.endsWith('e')) add(form)
  }
  return found
}

/** *gekochte* is *gekocht* with an ending; *verbrede* is *verbreed*. */
const participlesOf = (norm: string): readonly string[] =>
  /[dt]en?$/.test(norm) ? closedForms(norm.replace(/en?$/, '')) : []

const withoutTrema = (stem: string): string =>
  stem.replace(/^[ëïüö]/, (letter) => ({ ë: 'e', ï: 'i', ü: 'u', ö: 'o' })[letter] ?? letter)
