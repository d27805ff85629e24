import type { LanguageTag, Run, Variant } from '../../core/types.ts'
import type { CharacterFilter } from '../_text/characters.ts'

/** A run of text. */
export const textRun = (text: string): Run => ({ kind: 'text', text })

/** False for a content of white space alone: no translation of anything. */
export function hasContent(content: readonly Run[]): boolean {
  return content.some((run) => run.kind === 'code' || /\S/u.test(run.text))
}

/** Line breaks, tabs and spaces; not the no-break, ideographic and thin spaces, which stay as the source has them. */
const breakingSpace = /[\t\n\r \x85\u2028\u2029]+/gu

/**
 * The content as every export writes it: forbidden characters dropped, white space inside a text one space, none at the edges,
 * runs of text that touch joined. Each of these, left in, was seen to cost exact matches. Empty when nothing is left.
 */
export function tidyContent(content: readonly Run[], filter: CharacterFilter, where: string): readonly Run[] {
  const runs = joinTexts(content.map((run) => cleanRun(run, filter, where)))
  return trimEdges(runs.map(withSingleSpaces)).filter((run) => run.kind === 'code' || run.text !== '')
}

function cleanRun(run: Run, filter: CharacterFilter, where: string): Run {
  if (run.kind === 'code') return { ...run, id: filter.clean(run.id, where), data: filter.clean(run.data, where) }
  // Vertical tabs and form feeds are white space before they are characters that XML forbids.
  return textRun(filter.clean(run.text.replace(/[\v\f]/gu, ' '), where))
}

const withSingleSpaces = (run: Run): Run => (run.kind === 'code' ? run : textRun(run.text.replace(breakingSpace, ' ')))

/** Texts that touch as one run. */
export function joinTexts(content: readonly Run[]): readonly Run[] {
  const runs: Run[] = []
  for (const run of content) {
    const last = runs.at(-1)
    if (run.kind !== 'text' || last?.kind !== 'text') runs.push(run)
    else runs[runs.length - 1] = textRun(last.text + run.text)
  }
  return runs
}

/** Codes without native code are nothing to a reader: the text beside one is the edge. */
function trimEdges(runs: readonly Run[]): readonly Run[] {
  const isVisible = (run: Run): boolean => run.kind === 'text' || run.data !== ''
  const first = runs.findIndex(isVisible)
  const last = runs.findLastIndex(isVisible)
  return runs.map((run, i) => {
    if (run.kind === 'code') return run
    const start = i === first ? run.text.trimStart() : run.text
    return textRun(i === last ? start.trimEnd() : start)
  })
}

/** True for ids that `unitIdOf` makes, also with the number that a writer adds to a second one. */
export function ownId(id: string): string | undefined {
  return id.length < 16 ? undefined : /^([0-9a-f]{16})(?:-\d+)?$/u.exec(id)?.[1]
}

/** The variant with this language first, the others after it in their order. */
export function sourceFirst(variants: readonly Variant[], source: LanguageTag): readonly Variant[] {
  const first = variants.find((variant) => variant.language === source)
  return first === undefined || first === variants[0]
    ? variants
    : [first, ...variants.filter((variant) => variant !== first)]
}
