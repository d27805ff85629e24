import type { Difference, Match } from '../../../../memory-view.ts'
import { PercentField } from '../../panels/fields.tsx'
import type { MemoryPartProps } from '../part.ts'
import type { MemoryState } from '../store/types.ts'
import { HitList } from './hit-list.tsx'
import { RunsText, type TextMark } from './runs.tsx'
import { LanguageField, SearchResult } from './search-fields.tsx'
import { StateSign, VariantText } from './unit-cells.tsx'

/** Units whose source is like a sentence that is typed. */
export function Fuzzy(props: MemoryPartProps) {
  const { state, store, t } = props
  const { answer, isBusy, problem, text } = state.fuzzy
  const matches = answer?.matches ?? []
  const found =
    answer === undefined
      ? t('memory.fuzzy.hint')
      : matches.length === 0
        ? t('memory.search.none')
        : t('memory.fuzzy.found', { count: matches.length })
  return (
    <div class="search">
      <FuzzyFields {...props} />
      <SearchResult {...{ t, isBusy, problem, found }} milliseconds={answer?.milliseconds} />
      {text.trim() === '' ? null : (
        <HitList
          {...{ state, store }}
          label={t('memory.fuzzy.grid')}
          hits={matches}
          class="hits__rows--matches"
          cells={(match) => <MatchCells {...{ match, state, t }} />}
        />
      )}
    </div>
  )
}

function FuzzyFields({ state, store, t }: MemoryPartProps) {
  const { fuzzy } = state
  return (
    <form class="search__fields" role="search" onSubmit={(event) => event.preventDefault()}>
      <div class="field search__text">
        <label class="field__label" for="fuzzy-text">
          {t('memory.fuzzy.text')}
        </label>
        <textarea
          id="fuzzy-text"
          class="field__input"
          rows={2}
          data-leads=""
          spellcheck={false}
          lang={fuzzy.sourceLanguage || undefined}
          value={fuzzy.text}
          onInput={(event) => store.setFuzzy({ text: event.currentTarget.value })}
        />
      </div>
      <LanguageField
        id="fuzzy-source"
        label={t('memory.fuzzy.source')}
        {...{ state }}
        any={t('memory.concordance.anyLanguage')}
        value={fuzzy.sourceLanguage}
        choose={(sourceLanguage) => store.setFuzzy({ sourceLanguage })}
      />
      <LanguageField
        id="fuzzy-target"
        label={t('memory.fuzzy.target')}
        {...{ state }}
        any={t('memory.concordance.anyLanguage')}
        value={fuzzy.targetLanguage}
        choose={(targetLanguage) => store.setFuzzy({ targetLanguage })}
      />
      <PercentField
        id="fuzzy-min"
        label={t('memory.fuzzy.min')}
        value={fuzzy.min}
        change={(min) => store.setFuzzy({ min })}
      />
    </form>
  )
}

interface MatchCellsProps extends Pick<MemoryPartProps, 't'> {
  readonly match: Match
  readonly state: MemoryState
}

function MatchCells({ match, state, t }: MatchCellsProps) {
  const { unit, source, target, kind, score, differences, penalties, suggestion } = match
  const titleOf = (difference: Difference): string => t(`memory.difference.${difference.kind}`)
  const inSource = differences.flatMap((one): readonly TextMark[] =>
    one.match.end > one.match.start ? [{ ...one.match, class: 'mark mark--differs', title: titleOf(one) }] : [],
  )
  const isNamed = state.sheet.languages.length > 2
  const lacking = differences.filter(({ match: place }) => place.end === place.start)
  return (
    <>
      <div class={`score score--${kind}`} role="gridcell">
        <span class="score__percent">{Math.round(score)}%</span>
        <span class="score__kind">{t(`memory.kind.${kind}`)}</span>
      </div>
      <div class="match" role="gridcell">
        <VariantText {...{ state }} isNamed={isNamed} variant={source} marks={inSource} />
        {lacking.length === 0 ? null : (
          <p class="match__lacking">
            {t('memory.fuzzy.lacking')}{' '}
            {lacking.map(({ query }, i) => (
              <span key={i} class="mark mark--lacking" lang={source.language}>
                {state.fuzzy.answered.slice(query.start, query.end)}
              </span>
            ))}
          </p>
        )}
      </div>
      <div class="match" role="gridcell">
        <VariantText {...{ state }} isNamed={isNamed} variant={target} marks={[]} />
        {suggestion === undefined ? null : (
          <p class="match__suggestion">
            {t('memory.fuzzy.suggestion')}{' '}
            <span lang={target.language}>
              <RunsText content={suggestion} />
            </span>
          </p>
        )}
      </div>
      <div class="match__facts" role="gridcell">
        {unit.unit.decision.state === 'proposed' ? null : <StateSign {...{ unit, t }} />}
        {penalties.length === 0 ? null : (
          <ul class="penalties" aria-label={t('memory.fuzzy.penalties')}>
            {penalties.map(({ kind: name, points, note }) => (
              <li key={`${name} ${note}`} title={note}>
                <span class="penalties__points">−{points}</span> {t(`memory.penalty.${name}`)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
