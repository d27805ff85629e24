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

/** Builds the tree of a folded text; `isTranscription` says which characters take part. */
export function buildRunTree(folded: string, isTranscription: (code: number) => boolean): RunTree {
  const tree = { firstChild: [0], next: [0], codes: [0] }
  const children = new Map<number, number>()
  const dot = separator.charCodeAt(0)
  for (const [start, end] of runsOf(folded, (code) => code === dot || isTranscription(code)))
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

/** Starts and ends of the longest stretches of at least two units for which `belongs` holds. */
function* runsOf(folded: string, belongs: (code: number) => boolean): Iterable<readonly [number, number]> {
  let start = 0
  for (let at = 0; at <= folded.length; at++) {
    if (at < folded.length && belongs(folded.charCodeAt(at))) continue
    if (at - start > 1) yield [start, at]
    start = at + 1
  }
}
