import type { GazetteerRow } from './gazetteer-file.ts'

/** Names of places with an s, as Dutch and German write them: `Vietnams buitenlandse beleid`, `Chinas Wirtschaft`. */
export function genitivesOf(rows: readonly GazetteerRow[]): readonly GazetteerRow[] {
  return rows.flatMap((row) =>
    row.key.startsWith('place:') && /^\p{Lu}[\p{L}-]*\p{Ll}$/u.test(row.form) && !/[sxzß]$/u.test(row.form)
      ? [{ ...row, form: `${row.form}s` }]
      : [],
  )
}
