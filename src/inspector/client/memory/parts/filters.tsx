import { decisionStates, relations } from '../../../../editing.ts'
import type { UnitQuery } from '../../../memory-protocol.ts'
import { Checkbox } from '../../panels/fields.tsx'
import { languageName } from '../../text/language-name.ts'
import type { MemoryPartProps } from '../part.ts'

/** Which units are shown and searched. */
export function Filters({ state, store, t }: MemoryPartProps) {
  const { query, sheet, list, tab } = state
  const change = (part: Partial<Record<keyof UnitQuery, unknown>>): void => store.setQuery(queryWith(query, part))
  const isFiltered = Object.keys(query).length > 1 || query.text !== ''
  return (
    <section class="find" aria-label={t('memory.find.title')}>
      {tab === 'units' ? (
        <div class="find__search">
          <label class="field__label" for="search">
            {t('memory.find.text')}
          </label>
          <input
            id="search"
            class="field__input"
            type="search"
            data-leads=""
            autocomplete="off"
            spellcheck={false}
            value={query.text}
            onInput={(event) => change({ text: event.currentTarget.value })}
          />
        </div>
      ) : (
        <p class="field__hint">{t('memory.find.applies')}</p>
      )}
      <div class="find__shown">
        <span>
          {tab !== 'units'
            ? t('memory.find.all', { count: state.units })
            : isFiltered && list.pages.size === 0 && !list.isWhole
              ? t('memory.search.busy')
              : isFiltered
                ? t(list.isWhole ? 'memory.find.shown' : 'memory.find.shownSoFar', { count: list.count })
                : t('memory.find.all', { count: state.units })}
        </span>
        {isFiltered ? (
          <button type="button" class="button button--quiet" onClick={() => store.setQuery({ text: '' })}>
            {t('memory.find.clear')}
          </button>
        ) : null}
        {tab === 'units' && isFiltered && !list.isWhole ? (
          <progress
            class="progress__bar find__looked"
            max="1"
            value={list.looked}
            aria-label={t('memory.find.looking')}
          />
        ) : null}
      </div>
      <Choices
        legend={t('memory.find.state')}
        names={decisionStates}
        chosen={query.states}
        nameOf={(name) => t(`memory.state.${name}`)}
        choose={(chosen) => change({ states: chosen })}
      />
      <Choices
        legend={t('memory.find.relation')}
        names={relations}
        chosen={query.relations}
        nameOf={(name) => t(`memory.relation.${name}`)}
        choose={(chosen) => change({ relations: chosen })}
      />
      {sheet.languages.length > 2 ? (
        <Choices
          legend={t('memory.find.languages')}
          names={sheet.languages.map(({ tag }) => tag)}
          chosen={query.languages}
          nameOf={(tag) => languageName(tag, state.locale)}
          choose={(chosen) => change({ languages: chosen })}
        />
      ) : null}
      {sheet.memories.length > 1 ? (
        <Choices
          legend={t('memory.find.memories')}
          names={sheet.memories}
          chosen={query.memories}
          nameOf={(name) => name}
          choose={(chosen) => change({ memories: chosen })}
        />
      ) : null}
      <div class="field">
        <label class="field__label" for="find-origin">
          {t('memory.find.origin')}
        </label>
        <input
          id="find-origin"
          class="field__input"
          value={query.origin ?? ''}
          onInput={(event) => change({ origin: event.currentTarget.value })}
        />
      </div>
      <div class="find__range">
        <Day id="find-since" label={t('memory.find.since')} value={query.since} change={(since) => change({ since })} />
        <Day id="find-until" label={t('memory.find.until')} value={query.until} change={(until) => change({ until })} />
      </div>
      <div class="field">
        <label class="field__label" for="find-confidence">
          {t('memory.find.confidence')}
        </label>
        <input
          id="find-confidence"
          class="field__input"
          type="number"
          min="0"
          max="100"
          value={query.minConfidence === undefined ? '' : Math.round(query.minConfidence * 100)}
          onInput={(event) => change({ minConfidence: shareOf(event.currentTarget.value) })}
        />
      </div>
      {query.step === undefined ? null : (
        <p class="find__step">
          {t('memory.find.step', { step: query.step })}{' '}
          <button type="button" class="button button--quiet" onClick={() => change({ step: undefined })}>
            {t('memory.find.clear')}
          </button>
        </p>
      )}
    </section>
  )
}

/** Members that are empty are left out. */
function queryWith(query: UnitQuery, part: Partial<Record<keyof UnitQuery, unknown>>): UnitQuery {
  const entries = Object.entries({ ...query, ...part }).filter(
    ([name, value]) =>
      name === 'text' || !(value === undefined || value === '' || (Array.isArray(value) && value.length === 0)),
  )
  return { text: '', ...Object.fromEntries(entries) }
}

function shareOf(text: string): number | undefined {
  const percent = Number.parseFloat(text)
  return Number.isFinite(percent) && percent > 0 ? Math.min(100, percent) / 100 : undefined
}

interface ChoicesProps<Name extends string> {
  readonly legend: string
  readonly names: readonly Name[]
  /** Absent: all. */
  readonly chosen: readonly Name[] | undefined
  nameOf(name: Name): string
  choose(chosen: readonly Name[]): void
}

function Choices<Name extends string>({ legend, names, chosen = [], nameOf, choose }: ChoicesProps<Name>) {
  return (
    <fieldset class="find__group">
      <legend class="find__legend">{legend}</legend>
      {names.map((name) => (
        <Checkbox
          key={name}
          isOn={chosen.includes(name)}
          toggle={(isOn) => choose(isOn ? [...chosen, name] : chosen.filter((one) => one !== name))}
        >
          {nameOf(name)}
        </Checkbox>
      ))}
    </fieldset>
  )
}

interface DayProps {
  readonly id: string
  readonly label: string
  readonly value: string | undefined
  change(day: string): void
}

function Day({ id, label, value, change }: DayProps) {
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="field__input"
        type="date"
        value={value ?? ''}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  )
}
