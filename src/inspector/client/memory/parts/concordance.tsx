import type { PageLine } from '../../../memory-protocol.ts'
import { Checkbox } from '../../panels/fields.tsx'
import type { MemoryPartProps } from '../part.ts'
import type { MemoryState } from '../store/types.ts'
import { HitList } from './hit-list.tsx'
import { LanguageField, SearchResult } from './search-fields.tsx'
import { StateSign, VariantText } from './unit-cells.tsx'

const sorts = ['', 'left', 'right', 'keyword', 'document', 'date'] as const

/** Words in their context, with what renders them. */
export function Concordance(props: MemoryPartProps) {
  const { state, store, t } = props
  const { answer, isBusy, problem, text } = state.concordance
  const lines = answer?.lines ?? []
  const found =
    answer === undefined
      ? t('memory.concordance.hint')
      : lines.length === 0
        ? t('memory.search.none')
        : t(answer.isAll ? 'memory.concordance.found' : 'memory.concordance.foundMore', { count: lines.length })
  return (
    <div class="search">
      <ConcordanceFields {...props} />
      <SearchResult {...{ t, isBusy, problem, found }} milliseconds={answer?.milliseconds} />
      {answer === undefined || answer.forms.length < 2 ? null : (
        <ul class="forms" aria-label={t('memory.concordance.forms')}>
          {answer.forms.slice(0, 12).map(({ form, count }) => (
            <li key={form} class="forms__form" lang={state.concordance.language || undefined}>
              {form} <span class="forms__count">{count}</span>
            </li>
          ))}
        </ul>
      )}
      {text.trim() === '' ? null : (
        <HitList
          {...{ state, store }}
          label={t('memory.concordance.grid')}
          hits={lines}
          class="hits__rows--lines"
          cells={(line) => <LineCells {...{ line, state, t }} />}
        >
          {answer === undefined || answer.isAll ? null : (
            <button type="button" class="button hits__more" onClick={() => store.moreLines()}>
              {t('memory.concordance.more')}
            </button>
          )}
        </HitList>
      )}
    </div>
  )
}

function ConcordanceFields({ state, store, t }: MemoryPartProps) {
  const { concordance } = state
  return (
    <form class="search__fields" role="search" onSubmit={(event) => event.preventDefault()}>
      <div class="field search__text">
        <label class="field__label" for="concordance-text">
          {t('memory.concordance.text')}
        </label>
        <input
          id="concordance-text"
          class="field__input"
          type="search"
          data-leads=""
          autocomplete="off"
          spellcheck={false}
          lang={concordance.language || undefined}
          value={concordance.text}
          onInput={(event) => store.setConcordance({ text: event.currentTarget.value })}
        />
      </div>
      <LanguageField
        id="concordance-language"
        label={t('memory.concordance.language')}
        {...{ state }}
        any={t('memory.concordance.anyLanguage')}
        value={concordance.language}
        choose={(language) => store.setConcordance({ language })}
      />
      <LanguageField
        id="concordance-other"
        label={t('memory.concordance.other')}
        {...{ state }}
        any={t('memory.concordance.anyLanguage')}
        value={concordance.otherLanguage}
        choose={(otherLanguage) => store.setConcordance({ otherLanguage })}
      />
      <div class="field">
        <label class="field__label" for="concordance-sort">
          {t('memory.concordance.sort')}
        </label>
        <select
          id="concordance-sort"
          class="field__input"
          value={concordance.sort}
          onChange={(event) => {
            const sort = sorts.find((one) => one === event.currentTarget.value)
            if (sort !== undefined) store.setConcordance({ sort })
          }}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`memory.sort.${sort === '' ? 'none' : sort}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="search__choices">
        <Checkbox isOn={concordance.wholeWords} toggle={(wholeWords) => store.setConcordance({ wholeWords })}>
          {t('memory.concordance.wholeWords')}
        </Checkbox>
        <Checkbox isOn={concordance.caseSensitive} toggle={(caseSensitive) => store.setConcordance({ caseSensitive })}>
          {t('memory.concordance.case')}
        </Checkbox>
        <Checkbox isOn={concordance.isRegex} toggle={(isRegex) => store.setConcordance({ isRegex })}>
          {t('memory.concordance.regex')}
        </Checkbox>
      </div>
    </form>
  )
}

interface LineCellsProps extends Pick<MemoryPartProps, 't'> {
  readonly line: PageLine
  readonly state: MemoryState
}

function LineCells({ line, state, t }: LineCellsProps) {
  const { unit, language, left, keyword, right, other } = line
  const direction = state.sheet.languages.find(({ tag }) => tag === language)?.direction ?? 'ltr'
  return (
    <>
      <div class="line" role="gridcell" lang={language} dir={direction}>
        <span class="line__left">
          <bdi>{left}</bdi>
        </span>
        <mark class="mark mark--found line__keyword">{keyword}</mark>
        <span class="line__right">{right}</span>
      </div>
      <div class="line__other" role="gridcell">
        {other === undefined ? (
          <span class="line__absent">{t('memory.concordance.noOther')}</span>
        ) : (
          <VariantText
            state={state}
            variant={other.variant}
            isNamed={state.sheet.languages.length > 2}
            marks={other.spans.map((span) => ({
              ...span,
              class: 'mark mark--rendering',
              title: t('memory.concordance.rendering'),
            }))}
          />
        )}
        {unit.unit.decision.state === 'proposed' ? null : <StateSign {...{ unit, t }} />}
      </div>
    </>
  )
}
