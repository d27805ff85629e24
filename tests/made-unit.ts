import type { TranslationUnit } from '../src/core/types.ts'

/** A Dutch–Chinese unit of two plain texts. */
export const madeUnit = (source: string, target: string, more: Partial<TranslationUnit> = {}): TranslationUnit => ({
  id: '00000000000000aa',
  sourceLanguage: 'nl',
  variants: [
    { language: 'nl', content: [{ kind: 'text', text: source }] },
    { language: 'zh', content: [{ kind: 'text', text: target }] },
  ],
  decision: { state: 'proposed' },
  notes: [],
  props: {},
  ...more,
})
