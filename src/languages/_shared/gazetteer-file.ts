import { existsSync, readFileSync } from 'node:fs'

/** One surface form of a thing and, where the form is ambiguous, the key that must be named in the same text. */
export interface GazetteerRow {
  readonly key: string
  readonly form: string
  readonly condition?: string
  /** Name of the list, for `Entity.by`. */
  readonly by: string
}

/** Rows of `international.tsv`: acronyms and Latin names that stand unchanged in texts of any language. */
export function readInternational(): readonly GazetteerRow[] {
  return readRows(new URL('international.tsv', import.meta.url))
}

/** Rows of a language's own column, `src/languages/<folder>/<file>`; none when there is no such file. */
export function readColumn(folder: string, file = 'gazetteer.tsv'): readonly GazetteerRow[] {
  return readRows(new URL(`../${folder}/${file}`, import.meta.url))
}

function readRows(url: URL): readonly GazetteerRow[] {
  if (!existsSync(url)) return []
  const lines = readFileSync(url, 'utf8').split('\n').slice(2)
  return lines.flatMap((line) => (line === '' ? [] : rowsOf(line)))
}

function rowsOf(line: string): readonly GazetteerRow[] {
  const [key = '', forms = '', conditions = ''] = line.split('\t')
  const conditionOf = new Map(conditions.split(';').map((entry) => splitAt(entry, entry.lastIndexOf('@'))))
  return forms.split(';').map((form) => {
    const condition = conditionOf.get(form)
    return { key, form, by: 'gazetteer', ...(condition === undefined ? {} : { condition }) }
  })
}

function splitAt(entry: string, at: number): [string, string] {
  return [entry.slice(0, Math.max(at, 0)), entry.slice(at + 1)]
}
