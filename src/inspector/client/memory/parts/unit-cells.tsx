import type { MemoryUnit, Variant } from '../../../../memory-view.ts'
import { languageName } from '../../text/language-name.ts'
import type { MemoryTranslate } from '../part.ts'
import type { MemoryState } from '../store/types.ts'
import { marksOf, RunsText, type TextMark } from './runs.tsx'

/** What was decided of a unit, as a sign and a word. */
export function StateSign({ unit, t }: { readonly unit: MemoryUnit; readonly t: MemoryTranslate }) {
  const { state } = unit.unit.decision
  return <span class={`state state--${state}`}>{t(`memory.state.${state}`)}</span>
}

/** Relation and confidence, where a unit has them. */
export function RelationSign({ unit, t }: { readonly unit: MemoryUnit; readonly t: MemoryTranslate }) {
  const { relation, confidence } = unit.unit
  if (relation === undefined && confidence === undefined) return null
  return (
    <span class={`bond bond--${relation ?? 'none'}`}>
      {relation === undefined ? null : t(`memory.relation.${relation}`)}
      {confidence === undefined ? null : <span class="bond__percent">{Math.round(confidence * 100)}%</span>}
    </span>
  )
}

interface VariantTextProps {
  readonly variant: Variant
  readonly state: MemoryState
  readonly marks?: readonly TextMark[]
  /** Whether the language is named in front, where several stand together. */
  readonly isNamed?: boolean
}

/** One text of a unit in its own letters and direction. */
export function VariantText({ variant, state, marks, isNamed = false }: VariantTextProps) {
  const { language, content } = variant
  const direction = state.sheet.languages.find(({ tag }) => tag === language)?.direction ?? 'ltr'
  return (
    <div class="variant">
      {isNamed ? (
        <abbr class="variant__tag" title={languageName(language, state.locale)}>
          {language}
        </abbr>
      ) : null}
      <span class="segment__text" lang={language} dir={direction}>
        <RunsText content={content} marks={marks ?? marksOf(content, state.query.text.trim(), 'mark mark--found')} />
      </span>
    </div>
  )
}

/** Texts of a unit for two columns: by language where all units have the same two, else its source and all its other texts. */
export function unitSides(
  { unit }: MemoryUnit,
  pair: readonly string[],
): readonly [readonly Variant[], readonly Variant[]] {
  const isLeft = ({ language }: Variant, i: number): boolean => (pair.length === 2 ? language === pair[0] : i === 0)
  return [unit.variants.filter(isLeft), unit.variants.filter((variant, i) => !isLeft(variant, i))]
}

/** The two languages that all units of a memory have; empty when there are others. */
export function pairOf({ sheet }: MemoryState): readonly string[] {
  const tags = sheet.pairs[0]?.languages.split(' ') ?? []
  return sheet.pairs.length === 1 && tags.length === 2 ? tags : []
}
