import type { Relation } from '../../../editing.ts'
import { decisionStates, relations } from '../../../editing.ts'
import { Checkbox, Radio } from '../panels/fields.tsx'
import type { PartProps } from '../part.ts'
import { type ComponentChildren, useEffect, useState } from '../preact.ts'
import { countBeads, isWhole } from '../store/early.ts'
import { isSearching } from '../store/page-state.ts'
import type { Filter } from '../store/types.ts'
import { ConfidenceFilter } from './confidence-filter.tsx'
import { DecisionSign } from './decision-sign.tsx'
import { type Counts, countChoices, isOpen, openFilter } from './filter.ts'
import { RelationSign } from './relation-sign.tsx'
import { useSettled } from './settled.ts'

const shapes: readonly Filter['shape'][] = ['any', '1:1', 'n:m', 'one-sided', 'crossing']

interface FilterProps extends PartProps {
  /** Absent until all was counted first. */
  readonly counts: Counts | undefined
  /** A count as the language writes it. */
  number(count: number | undefined): string
}

/** Search, filters and what they leave, with how many each choice would show. */
export function FindPanel(props: PartProps) {
  const { state, t } = props
  const { beads } = state.editing.pair
  const { filter, shownFor, hits, crossing, failed, named } = state
  const counts = useSettled(
    () => countChoices(beads, { filter: shownFor, hits, crossing, failed, named }),
    [beads, shownFor, hits, crossing, failed, named],
  )
  const format = new Intl.NumberFormat(state.locale)
  const filters: FilterProps = {
    ...props,
    counts: isWhole(state) ? counts : undefined,
    number: (count) => (count === undefined ? '' : format.format(count)),
  }
  return (
    <search class="find" aria-label={t('find.title')}>
      <SearchField {...props} />
      <ShownLine {...props} />
      <RelationFilter {...filters} />
      <DecisionFilter {...filters} />
      <details class="find__more" open={hasMore(filter)}>
        <summary class="find__summary">{t('find.more')}</summary>
        <div class="find__inside">
          <ShapeFilter {...filters} />
          <ConfidenceFilter {...filters} />
          <MarkFilter {...filters} />
        </div>
      </details>
    </search>
  )
}

function hasMore({ shape, confidence, hasEntity, failedCheck, hasComment }: Filter): boolean {
  return shape !== 'any' || confidence[0] > 0 || confidence[1] < 1 || hasEntity || failedCheck || hasComment
}

function SearchField({ state, store, t }: PartProps) {
  const [typed, setTyped] = useState(state.filter.text)
  useEffect(() => setTyped(state.filter.text), [state.filter.text])
  return (
    <div class="find__search field">
      <label class="field__label" for="search">
        {t('find.search')}
      </label>
      <input
        id="search"
        class="field__input"
        type="search"
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          const text = event.currentTarget.value
          setTyped(text)
          // While characters are composed from keys, what stands there is not yet what is meant.
          if (!event.isComposing) store.setFilter({ text })
        }}
        onCompositionEnd={(event) => store.setFilter({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) store.moveBy(event.shiftKey ? -1 : 1)
        }}
      />
    </div>
  )
}

function ShownLine({ state, store, t }: PartProps) {
  const { filter, shown } = state
  const of = countBeads(state)
  const isAll = isOpen(filter)
  if (!isAll && !isWhole(state)) return <div class="find__shown">{t('page.loading')}</div>
  const found = isAll ? 'find.all' : shown.length === 0 ? 'find.none' : 'find.shown'
  const key = isSearching(state) ? 'find.searching' : found
  return (
    <div class="find__shown">
      <span>{t(key, { count: shown.length, of })}</span>
      {!isAll && (
        <button type="button" class="button" onClick={() => store.setFilter(openFilter)}>
          {t('find.clear')}
        </button>
      )}
    </div>
  )
}

function Group({ legend, children }: { readonly legend: string; readonly children: ComponentChildren }) {
  return (
    <fieldset class="find__group">
      <legend class="find__legend">{legend}</legend>
      {children}
    </fieldset>
  )
}

function RelationFilter({ state, store, t, counts, number }: FilterProps) {
  const { relations: chosen } = state.filter
  return (
    <Group legend={t('find.relation')}>
      {relations.map((relation: Relation) => (
        <Checkbox
          key={relation}
          isOn={chosen?.has(relation) === true}
          count={number(counts?.relations[relation])}
          sign={<RelationSign relation={relation} />}
          toggle={() => store.setFilter({ relations: toggled(chosen, relation) })}
        >
          {t(`relation.${relation}`)}
        </Checkbox>
      ))}
    </Group>
  )
}

function DecisionFilter({ state, store, t, counts, number }: FilterProps) {
  const { decisions: chosen } = state.filter
  return (
    <Group legend={t('find.decision')}>
      {decisionStates.map((decision) => (
        <Checkbox
          key={decision}
          isOn={chosen?.has(decision) === true}
          count={number(counts?.decisions[decision])}
          sign={<DecisionSign state={decision} />}
          toggle={() => store.setFilter({ decisions: toggled(chosen, decision) })}
        >
          {t(`decision.${decision}`)}
        </Checkbox>
      ))}
    </Group>
  )
}

/** Nothing chosen is no filter: all pass. */
function toggled<Choice>(chosen: ReadonlySet<Choice> | undefined, choice: Choice): ReadonlySet<Choice> | undefined {
  const next = new Set(chosen)
  if (!next.delete(choice)) next.add(choice)
  return next.size === 0 ? undefined : next
}

function ShapeFilter({ state, store, t, counts, number }: FilterProps) {
  return (
    <Group legend={t('find.shape')}>
      {shapes.map((shape) => (
        <Radio
          key={shape}
          group="find-shape"
          isOn={state.filter.shape === shape}
          count={number(counts?.shapes[shape])}
          choose={() => store.setFilter({ shape })}
        >
          {t(`find.shape.${shape}`)}
        </Radio>
      ))}
    </Group>
  )
}

function MarkFilter({ state, store, t, counts, number }: FilterProps) {
  const { filter, isChecked } = state
  return (
    <Group legend={t('find.with')}>
      {(['hasEntity', 'failedCheck', 'hasComment'] as const).map((mark) => (
        <Checkbox
          key={mark}
          isOn={filter[mark]}
          count={number(counts?.[mark])}
          toggle={(isOn) => store.setFilter({ [mark]: isOn })}
        >
          {t(`find.${mark}`)}
        </Checkbox>
      ))}
      {!isChecked && <p class="field__hint">{t('find.checking')}</p>}
    </Group>
  )
}
