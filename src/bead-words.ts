import type { LanguagePack } from './core/contracts.ts'
import type { Alignment, AnalysedDocument, Bead, Span } from './core/types.ts'
import { loadPack } from './languages/index.ts'

/** How many words a side has that mean something, and how many of them have a counterpart. */
export interface WordCount {
  readonly known: number
  readonly all: number
}

/** Counts the words of beads; knows the words of both languages. */
export type WordCounter = (pair: Pick<Alignment, 'source' | 'target'>, bead: Bead) => WordCount

/** A counter that tells of the side of a bead with fewer words; articles and their like do not count. */
export async function createWordCounter({ source, target }: Alignment): Promise<WordCounter> {
  const packs = { source: await loadPack(source.language.tag), target: await loadPack(target.language.tag) }
  return (pair, bead) => {
    const here = countSide(pair.source, bead, 'source', packs.source)
    const there = countSide(pair.target, bead, 'target', packs.target)
    return there.all < here.all ? there : here
  }
}

function countSide(document: AnalysedDocument, bead: Bead, side: 'source' | 'target', pack: LanguagePack): WordCount {
  const linked = bead.evidence.flatMap(({ score, links }) => (score > 0 ? (links ?? []) : [])).map((link) => link[side])
  let all = 0
  let known = 0
  for (const { span } of document.segments.slice(bead[side].from, bead[side].to))
    for (const word of apartWords(document.text, span, pack)) {
      all++
      if (linked.some(({ start, end }) => start < word.end && end > word.start)) known++
    }
  return { known, all }
}

/** Words that do not overlap: of those over the same characters the first and longest. */
function apartWords(text: string, span: Span, { words, functionWords }: LanguagePack): readonly Span[] {
  const found: Span[] = []
  words(text, span, (start, end, norm) => {
    if (!functionWords.has(norm)) found.push({ start, end })
  })
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let last = -1
  return found.filter(({ start, end }) => {
    if (start < last) return false
    last = end
    return true
  })
}
