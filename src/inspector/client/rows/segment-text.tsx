import type { JSX } from '../preact.ts'
import { colourOf } from '../why/matches.ts'
import { type MarkNode, type MarkSpan, nestMarks } from './mark-tree.ts'

export interface MarkedTextProps {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly spans: readonly MarkSpan[]
  /** The number of the match that is lit. */
  readonly lit: number
}

/** A stretch of a text with its marks. The text is only ever text. */
export function MarkedText({ text, start, end, spans, lit }: MarkedTextProps): JSX.Element {
  if (spans.length === 0) return <>{text.slice(start, end)}</>
  return <>{drawNodes(nestMarks(text, start, end, spans), lit)}</>
}

function drawNodes(nodes: readonly MarkNode[], lit: number): JSX.Element[] {
  return nodes.map((node) =>
    'text' in node ? (
      <span>{node.text}</span>
    ) : (
      <Mark mark={node.mark} lit={lit}>
        {drawNodes(node.inside, lit)}
      </Mark>
    ),
  )
}

function Mark({
  mark,
  lit,
  children,
}: {
  readonly mark: string
  readonly lit: number
  readonly children: JSX.Element[]
}) {
  const [kind, digits = ''] = mark.split('-')
  const number = Number(digits)
  if (kind !== 'name' && kind !== 'word') return <mark class={`mark mark--${kind}`}>{children}</mark>
  const isLit = number === lit ? ' mark--lit' : ''
  return (
    <mark class={`mark mark--${kind} mark--${colourOf(number)}${isLit}`} data-mark={number}>
      {children}
    </mark>
  )
}
