import { separator } from './sound.ts'

/**
 * All that transcription characters spell in a text, as a tree: each path from the root stands in the text, inside an
 * unbroken run of such characters and separators.
 */
export interface RunTree {
  /** Children of a node, first to last, by `next`; 0 is none. The root is node 0. */
  readonly firstChild: Int32Array
  readonly next: Int32Array
  /** UTF-16 unit that leads to a node. */
  readonly codes: Uint16Array
}

/** Names are not longer than this. */
const maxDepth = 20

/** So many characters before and behind a separator are taken for part of the name, unless they are frequent words. */
const partLength = 5

/**
 * Builds the tree of a folded text; `isTranscription` says which characters take part everywhere, `isPossible` which take
 * part beside a separator.
 */
export function buildRunTree(
  folded: string,
  isTranscription: (code: number) => boolean,
  isPossible: (code: number) => boolean,
): RunTree {
  const tree = { firstChild: [0], next: [0], codes: [0] }
  const children = new Map<number, number>()
  const dot = separator.charCodeAt(0)
  const parts = besideSeparators(folded, isPossible)
  const belongs = (code: number, at: number): boolean => code === dot || isTranscription(code) || parts.has(at)
  for (const [start, end] of runsOf(folded, belongs))
    for (let from = start; from < end - 1; from++) {
      if (folded.charCodeAt(from) === dot) continue
      let node = 0
      for (let at = from; at < Math.min(end, from + maxDepth); at++) {
        const code = folded.charCodeAt(at)
        const key = node * 0x10000 + code
        let child = children.get(key)
        if (child === undefined) {
          child = tree.codes.length
          children.set(key, child)
          tree.codes.push(code)
          tree.firstChild.push(0)
          tree.next.push(tree.firstChild[node] ?? 0)
          tree.firstChild[node] = child
        }
        node = child
      }
    }
  return {
    firstChild: Int32Array.from(tree.firstChild),
    next: Int32Array.from(tree.next),
    codes: Uint16Array.from(tree.codes),
  }
}

/** Offsets beside the separators of a text, as far as `isPossible` holds without a break. */
function besideSeparators(folded: string, isPossible: (code: number) => boolean): ReadonlySet<number> {
  const offsets = new Set<number>()
  for (let dot = folded.indexOf(separator); dot >= 0; dot = folded.indexOf(separator, dot + 1))
    for (const direction of [-1, 1])
      for (let length = 1; length <= partLength; length++) {
        const at = dot + direction * length
        if (at < 0 || at >= folded.length || !isPossible(folded.charCodeAt(at))) break
        offsets.add(at)
      }
  return offsets
}

/** Starts and ends of the longest stretches of at least two units for which `belongs` holds. */
function* runsOf(folded: string, belongs: (code: number, at: number) => boolean): Iterable<readonly [number, number]> {
  let start = 0
  for (let at = 0; at <= folded.length; at++) {
    if (at < folded.length && belongs(folded.charCodeAt(at), at)) continue
    if (at - start > 1) yield [start, at]
    start = at + 1
  }
}
