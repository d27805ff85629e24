import type { Entity, Span } from '../../core/types.ts'

const bracketed = /[「『《]([^「」『』《》\n。！？]{2,80})[」』》]/gu
/** Last words of titles that are treaties or the like. */
const treatyEnd =
  /(?:条約|協定|協約|憲章|議定書|宣言|声明|覚書|規約|規程|行動計画|枠組み|合意書|取極|取決め|交換公文|規範|議定|綱領|ビジョン)$/u

/** Names of treaties in 「」, and names of books in 『』 or 《》, without the marks; other quotations are none. Kind `title`. */
export function findJapaneseTitles(text: string, span: Span): readonly Entity[] {
  return Array.from(text.slice(span.start, span.end).matchAll(bracketed)).flatMap(
    ({ index, 0: whole, 1: inner = '' }) => {
      const form = inner.trim()
      const isTreaty = treatyEnd.test(form)
      if (form === '' || (whole.startsWith('「') && !isTreaty)) return []
      const start = span.start + index + 1 + inner.indexOf(form)
      const by = isTreaty ? 'treaty-title' : 'book-title-marks'
      return [{ kind: 'title', span: { start, end: start + form.length }, form, by } satisfies Entity]
    },
  )
}
