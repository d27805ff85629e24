import type { MemoryPartProps } from './part.ts'
import { About } from './parts/about.tsx'
import { Concordance } from './parts/concordance.tsx'
import { MemoryDialogs } from './parts/dialogs.tsx'
import { Figures } from './parts/figures.tsx'
import { Filters } from './parts/filters.tsx'
import { Fuzzy } from './parts/fuzzy.tsx'
import { MemoryHeader } from './parts/header.tsx'
import { History } from './parts/history.tsx'
import { UnitsList } from './parts/units-list.tsx'

/** The page of a memory: header, filters, one view, the current unit, and what is open over them. */
export function MemoryApp(props: MemoryPartProps) {
  const { state, store, t } = props
  const hasUnits = state.tab !== 'figures' && state.tab !== 'history'
  const isSideOpen = hasUnits && state.isSideOpen
  const isAboutOpen = hasUnits && state.isAboutOpen
  return (
    <div class={`page memory${isSideOpen ? '' : ' page--side-closed'}${isAboutOpen ? '' : ' page--why-closed'}`}>
      <a class="skip" href="#rows">
        {t('memory.skip')}
      </a>
      <MemoryHeader {...props} />
      {state.problem === undefined ? null : (
        <div class="problem" role="alert">
          <p>
            <strong>{state.problem.message}.</strong> {state.problem.next}
          </p>
          <button type="button" class="button" onClick={() => store.forgetProblem()}>
            {t('memory.close')}
          </button>
        </div>
      )}
      <div class="page__body">
        {isSideOpen ? (
          <aside class="page__side" aria-label={t('memory.find.title')}>
            <Filters {...props} />
          </aside>
        ) : null}
        <main class="page__main" id="rows">
          <View {...props} />
        </main>
        {isAboutOpen ? <About {...props} /> : null}
      </div>
      <MemoryDialogs {...props} />
      <div class="said" role="status" aria-live="polite">
        {state.said ? t(state.said.key, state.said.values) : null}
      </div>
    </div>
  )
}

function View(props: MemoryPartProps) {
  switch (props.state.tab) {
    case 'units':
      return <UnitsList {...props} />
    case 'concordance':
      return <Concordance {...props} />
    case 'fuzzy':
      return <Fuzzy {...props} />
    case 'figures':
      return <Figures {...props} />
    case 'history':
      return <History {...props} />
  }
}
