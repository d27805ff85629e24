import type { Run } from '../../../../memory-view.ts'

/** A place in the plain text of a content that is shown in its own way. */
export interface TextMark {
  readonly start: number
  readonly end: number
  readonly class: string
  /** What it means, for those who point at it. */
  readonly title?: string
}

/** A text with its inline codes as chips and its marks. Marks may overlap: the one that starts first wins. */
export function RunsText({
  content,
  marks = [],
}: {
  readonly content: readonly Run[]
  readonly marks?: readonly TextMark[]
}) {
  let offset = 0
  return (
    <>
      {content.map((run, i) => {
        if (run.kind === 'code') return <Code key={`c${i}`} run={run} />
        const start = offset
        offset += run.text.length
        return <Marked key={`t${i}`} text={run.text} start={start} marks={marks} />
      })}
    </>
  )
}

/** An inline code as it stood in the file. */
export function Code({ run }: { readonly run: Extract<Run, { readonly kind: 'code' }> }) {
  return (
    <bdi class={`chip chip--${run.role}`} title={run.data} lang="zxx">
      {run.data.length > 24 ? `${run.data.slice(0, 22)}…` : run.data || run.id}
    </bdi>
  )
}

function Marked({
  text,
  start,
  marks,
}: {
  readonly text: string
  readonly start: number
  readonly marks: readonly TextMark[]
}) {
  return (
    <>
      {piecesOf(text, start, marks).map(({ part, mark }, i) =>
        mark === undefined ? (
          part
        ) : (
          <mark key={i} class={mark.class} title={mark.title}>
            {part}
            {mark.title === undefined ? null : <span class="unseen"> ({mark.title})</span>}
          </mark>
        ),
      )}
    </>
  )
}

interface Piece {
  readonly part: string
  readonly mark?: TextMark
}

function piecesOf(text: string, offset: number, marks: readonly TextMark[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, mark.start - offset)
    const to = Math.min(text.length, mark.end - offset)
    if (to <= from) continue
    if (from > at) pieces.push({ part: text.slice(at, from) })
    pieces.push({ part: text.slice(from, to), mark })
    at = to
  }
  if (at < text.length) pieces.push({ part: text.slice(at) })
  return pieces
}

/** The plain text of a content. */
export const plainOf = (content: readonly Run[]): string =>
  content.map((run) => (run.kind === 'text' ? run.text : '')).join('')

/** Where a text stands in another one, in any case. */
export function marksOf(content: readonly Run[], wanted: string, ownClass: string): readonly TextMark[] {
  if (wanted === '') return []
  const [text, part] = [plainOf(content).toLowerCase(), wanted.toLowerCase()]
  const marks: TextMark[] = []
  for (let at = text.indexOf(part); at >= 0 && marks.length < 100; at = text.indexOf(part, at + part.length))
    marks.push({ start: at, end: at + part.length, class: ownClass })
  return marks
}
