import type { Refusal } from '../../../protocol.ts'
import { languageName } from '../../text/language-name.ts'
import type { MemoryPartProps } from '../part.ts'
import type { MemoryState } from '../store/types.ts'

interface LanguageFieldProps {
  readonly id: string
  readonly label: string
  readonly state: MemoryState
  readonly value: string
  /** Name of the choice of none. */
  readonly any?: string
  choose(tag: string): void
}

/** One of the languages that the memory has. */
export function LanguageField({ id, label, state, value, any, choose }: LanguageFieldProps) {
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      <select id={id} class="field__input" value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {any === undefined ? null : <option value="">{any}</option>}
        {state.sheet.languages.map(({ tag }) => (
          <option key={tag} value={tag}>
            {languageName(tag, state.locale)} ({tag})
          </option>
        ))}
      </select>
    </div>
  )
}

interface ResultProps extends Pick<MemoryPartProps, 't'> {
  readonly isBusy: boolean
  readonly problem: Refusal | undefined
  /** How many were found, in words. */
  readonly found: string
  readonly milliseconds: number | undefined
}

/** What became of a search, over its results. */
export function SearchResult({ isBusy, problem, found, milliseconds, t }: ResultProps) {
  if (problem !== undefined)
    return (
      <p class="notice notice--error" role="alert">
        {problem.message}. {problem.next}
      </p>
    )
  return (
    <p class="search__found">
      {isBusy ? <span class="search__busy">{t('memory.search.busy')}</span> : found}
      {milliseconds === undefined || isBusy ? null : (
        <span class="search__time">
          {t('memory.search.time', { milliseconds: Math.max(1, Math.round(milliseconds)) })}
        </span>
      )}
    </p>
  )
}
