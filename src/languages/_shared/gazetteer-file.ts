import { existsSync, readFileSync } from 'node:fs'

/** One surface form of a thing and, where the form is ambiguous, the key that must be named in the same text; several such keys make several rows. */
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
  if (conditions === '') return forms.split(';').map((form) => ({ key, form, by: 'gazetteer' }))
  const entries = conditions.split(';')
  return forms.split(';').flatMap((form) => {
    const own = entries.filter((entry) => entry.startsWith(`${form}@`)).map((entry) => entry.slice(form.length + 1))
    const row = { key, form, by: 'gazetteer' }
    return own.length === 0 ? [row] : own.map((condition) => ({ ...row, condition }))
  })
}
