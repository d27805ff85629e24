import type { Step } from '../../../../memory-view.ts'
import type { MemoryPartProps } from '../part.ts'

/** All steps, the last one first; each can be taken back or done again. */
export function History({ state, store, t }: MemoryPartProps) {
  const { history, locale } = state
  if (history === undefined) return <p class="page__notice">{t('memory.history.loading')}</p>
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const number = new Intl.NumberFormat(locale)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
    <div class="history" tabIndex={0} role="region" aria-label={t('memory.tab.history')}>
      {history.length === 0 ? <p class="field__hint">{t('memory.history.none')}</p> : null}
      <table class="sample history__table">
        <thead>
          <tr>
            <th scope="col">{t('memory.history.number')}</th>
            <th scope="col">{t('memory.history.what')}</th>
            <th scope="col">{t('memory.history.who')}</th>
            <th scope="col">{t('memory.history.when')}</th>
            <th scope="col">{t('memory.history.units')}</th>
            <th scope="col">{t('memory.history.state')}</th>
          </tr>
        </thead>
        <tbody>
          {[...history].reverse().map((step) => (
            <tr key={step.number} class={step.isUndone ? 'history__step history__step--undone' : 'history__step'}>
              <td class="sample__number">{step.number}</td>
              <td>{step.label}</td>
              <td>{step.by || '–'}</td>
              <td>{Number.isNaN(Date.parse(step.at)) ? step.at : time.format(Date.parse(step.at))}</td>
              <td class="sample__percent">
                {step.added === 0 ? null : <span>+{number.format(step.added)} </span>}
                {step.removed === 0 ? null : <span>−{number.format(step.removed)}</span>}
              </td>
              <td>
                <StepState {...{ state, store, t, step }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function StepState({ state, store, t, step }: MemoryPartProps & { readonly step: Step }) {
  if (step.isFinal === true) return <span>{t('memory.history.final')}</span>
  const name = t(step.isUndone ? 'memory.history.redo' : 'memory.history.undo')
  return (
    <span class="history__state">
      {step.isUndone ? <span>{t('memory.history.undone')}</span> : null}
      {step.isWhole ? null : <span>{t('memory.history.broken')}</span>}
      {state.sheet.isReadOnly ? null : (
        <button
          type="button"
          class="button"
          aria-label={`${name}: ${step.label}`}
          onClick={() => (step.added + step.removed > 2 ? store.open({ kind: 'step', step }) : store.turnStep(step))}
        >
          {name}
        </button>
      )}
    </span>
  )
}
