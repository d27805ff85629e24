import type { Entity, Span } from '../../core/types.ts'

const title = /《([^《》\n]{1,120})》/gu
/** Last words of titles that are treaties or the like. */
const treatyEnd =
  /(?:条约|條約|公约|公約|协定|協定|协议|協議|议定书|議定書|宪章|憲章|宣言|声明|聲明|备忘录|備忘錄|规约|規約|联合公报|公報|行动计划|准则|宪法|协约)$/u

/** Titles in 《》, without the marks; kind `title`, `by` says whether the title names a treaty. */
export function findHanTitles(text: string, span: Span): readonly Entity[] {
  return Array.from(text.slice(span.start, span.end).matchAll(title)).flatMap(({ index, 1: inner = '' }) => {
    const form = inner.trim()
    const start = span.start + index + 1 + inner.indexOf(form)
    const by = treatyEnd.test(form) ? 'treaty-title' : 'book-title-marks'
    return form === '' ? [] : [{ kind: 'title', span: { start, end: start + form.length }, form, by } satisfies Entity]
  })
}
