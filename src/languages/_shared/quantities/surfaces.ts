const ideographs = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}〇○ー々'
const letters = `[[\\p{L}\\p{M}]--[${ideographs}]]+`
const wordPattern = new RegExp(`[${ideographs}]|${letters}(?:\\.${letters})*\\.?|\\S`, 'gv')

/**
 * The norms of the tokens that a written form in a data table consists of: `mln.`, `per cent` (two), 百分之 (three).
 * A full stop belongs to the word before it, so tables write one only in short forms.
 */
export function normsOf(surface: string): readonly string[] {
  return (surface.normalize('NFC').toLowerCase().match(wordPattern) ?? []).map(String)
}

/** True when `sequence` stands in `norms` from `at`. */
export function matchesAt(
  norms: (index: number) => string | undefined,
  at: number,
  sequence: readonly string[],
): boolean {
  for (let i = 0; i < sequence.length; i++) if (norms(at + i) !== sequence[i]) return false
  return true
}

/** Word sequences in a tree, so that the longest one is found in one walk. */
export interface SurfaceTree<T> {
  readonly next: Map<string, SurfaceTree<T>>
  value?: T
}

/** An empty tree. */
export function createSurfaceTree<T>(): SurfaceTree<T> {
  return { next: new Map() }
}

/** Adds a written form; the first value given for a form stays. */
export function addSurface<T>(tree: SurfaceTree<T>, surface: string, value: T): void {
  let node = tree
  for (const norm of normsOf(surface)) {
    let child = node.next.get(norm)
    if (!child) {
      child = createSurfaceTree()
      node.next.set(norm, child)
    }
    node = child
  }
  node.value ??= value
}

/** The longest form that begins at token `at`, with the index after it. */
export function longestSurface<T>(
  tree: SurfaceTree<T>,
  norms: (index: number) => string | undefined,
  at: number,
): { readonly end: number; readonly value: T } | undefined {
  let best: { end: number; value: T } | undefined
  let node: SurfaceTree<T> | undefined = tree
  for (let i = at; node; i++) {
    if (node.value !== undefined) best = { end: i, value: node.value }
    const norm = norms(i)
    node = norm === undefined ? undefined : node.next.get(norm)
  }
  return best
}
