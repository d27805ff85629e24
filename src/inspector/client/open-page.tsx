import { createEditing, takeRecord } from '../../editing.ts'
import { chooseLocale, loadTexts } from '../locales/locales.ts'
import type { Sheet } from '../protocol.ts'
import { App } from './app.tsx'
import { listenToKeys } from './commands/keyboard.ts'
import { render } from './preact.ts'
import { handOver, recall, remember } from './store/browser.ts'
import type { Door } from './store/door.ts'
import { createStore } from './store/store.ts'
import type { PageState, Store } from './store/types.ts'
import { createTranslate, type Translate } from './text/translate.ts'

/** Draws the page once for all that changes in one turn. */
function draw(place: Element, store: Store, first: Translate): void {
  const translates = new Map([[store.state().locale, first]])
  let t = first
  let drawn: PageState | undefined
  const drawNow = (): void => {
    const state = store.state()
    if (state === drawn) return
    if (state.locale !== drawn?.locale) {
      const known = translates.get(state.locale)
      if (!known) {
        void load(state.locale)
        return
      }
      t = known
      document.documentElement.lang = state.locale
      document.title = t('page.title', { name: state.sheet.name })
    }
    if (state.theme === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = state.theme
    drawn = state
    render(<App state={state} store={store} t={t} />, place)
  }
  /** The page stays as it is until it can be said in the other language; where that cannot be had, it keeps its own. */
  const load = async (locale: string): Promise<void> => {
    const texts = await loadTexts(locale).catch(() => undefined)
    translates.set(locale, texts ? createTranslate(locale, texts) : t)
    drawNow()
  }
  let isDue = false
  store.subscribe(() => {
    if (isDue) return
    isDue = true
    queueMicrotask(() => {
      isDue = false
      drawNow()
    })
  })
  drawNow()
}

/** Opens the page in an element, with all that a door gives; fails when that gives nothing. */
export async function openPage(place: Element, door: Door): Promise<void> {
  const locale = chooseLocale([recall('locale') ?? '', ...navigator.languages])
  const sheet = openWith(door)
  // Whatever becomes of it is seen below.
  sheet.catch(() => undefined)
  const t = createTranslate(locale, await loadTexts(locale))
  render(<p class="page__notice">{t('page.loading')}</p>, place)
  try {
    const store = createStore({
      door,
      sheet: await sheet,
      createEditing,
      takeRecord,
      locale,
      theme: themeOf(recall('theme')),
      remember,
      handOver,
      now: Date.now,
      later: (run, milliseconds) => {
        const timer = setTimeout(run, milliseconds)
        return () => clearTimeout(timer)
      },
    })
    draw(place, store, t)
    listenToKeys(document, store)
    addEventListener('beforeunload', (event) => {
      if (store.state().saving !== 'saved') event.preventDefault()
    })
  } catch (cause) {
    render(<p class="page__notice page__notice--failed">{t('page.failed')}</p>, place)
    throw cause
  }
}

/** What the page can begin with: of a first piece without beads there is nothing to show. */
async function openWith(door: Door): Promise<Sheet> {
  const first = await door.first()
  return first.whole && first.beads.confidence.length === 0 ? door.sheet() : first
}

function themeOf(kept: string | undefined): PageState['theme'] {
  return kept === 'light' || kept === 'dark' ? kept : 'auto'
}
