import type { Span } from '../core/types.ts'

/** Marks that translations repeat, by the form under which scripts meet; a full stop says nothing. */
const marks: ReadonlyMap<string, string> = new Map(
  Object.entries({ '?': '?？؟', '!': '!！', ':': ':：', ';': ';；؛', '"': '"“”„«»「」『』‹›' }).flatMap(
    ([norm, forms]) => [...forms].map((form) => [form, norm] as const),
  ),
)
const anyMark = /[?？؟!！:：;；؛"“”„«»「」『』‹›]/gu

/** Question marks, exclamation marks, colons, semicolons and quotation marks of one segment, as words. */
export function visitMarks(
  text: string,
  { start, end }: Span,
  visit: (start: number, end: number, norm: string) => void,
): void {
  for (const { index, 0: mark } of text.slice(start, end).matchAll(anyMark))
    visit(start + index, start + index + 1, marks.get(mark) ?? mark)
}
