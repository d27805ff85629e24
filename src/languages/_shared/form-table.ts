import { readFileSync } from 'node:fs'

/** Dictionary forms by inflected form, the likelier first. */
export type FormTable = ReadonlyMap<string, readonly string[]>

/** Rows of a table of irregular forms (`src/languages/<folder>/<file>`): the dictionary form, then cells of forms parted by `;`. */
export function readFormRows(folder: string, file: string): readonly (readonly (readonly string[])[])[] {
  const text = readFileSync(new URL(`../${folder}/${file}`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => line.split('\t').map((cell) => cell.split(';').filter((form) => form !== '')))
}

/** A table of pairs of inflected and dictionary form; a form that is its own dictionary form is left out. */
export function formTable(pairs: Iterable<readonly [form: string, lemma: string]>): FormTable {
  const table = new Map<string, string[]>()
  for (const [form, lemma] of pairs) {
    if (form === lemma) continue
    const lemmas = table.get(form)
    if (lemmas === undefined) table.set(form, [lemma])
    else if (!lemmas.includes(lemma)) lemmas.push(lemma)
  }
  return table
}
