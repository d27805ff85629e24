/** Levenshtein distance by its textbook table. */
export function distanceByTable(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k)
  for (const [i, token] of a.entries()) {
    const next = [i + 1]
    for (const [j, other] of b.entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (token === other ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
