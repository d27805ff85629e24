import './styles/main.css'
import { render } from 'preact'
import { createEditing, takeRecord } from '../../editing.ts'
import { chooseLocale } from '../locales/locales.ts'
import { App } from './app.tsx'
import { listenToKeys } from './commands/keyboard.ts'
import { handOver, recall, remember } from './store/browser.ts'
import { httpDoor } from './store/http-door.ts'
import { createStore } from './store/store.ts'
import type { PageState, Store } from './store/types.ts'
import { createTranslate, type Translate } from './text/translate.ts'

/** Draws the page once for all that changes in one turn. */
function draw(place: Element, store: Store): void {
  let t: Translate = createTranslate(store.state().locale)
  let drawn: PageState | undefined
  const drawNow = (): void => {
    const state = store.state()
    if (state === drawn) return
    if (state.locale !== drawn?.locale) {
      t = createTranslate(state.locale)
      document.documentElement.lang = state.locale
      document.title = t('page.title', { name: state.sheet.name })
    }
    if (state.theme === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = state.theme
    drawn = state
    render(<App state={state} store={store} t={t} />, place)
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

async function open(place: Element): Promise<void> {
  const locale = chooseLocale([recall('locale') ?? '', ...navigator.languages])
  const t = createTranslate(locale)
  render(<p class="page__notice">{t('page.loading')}</p>, place)
  const door = httpDoor()
  try {
    const store = createStore({
      door,
      sheet: await door.sheet(),
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
    draw(place, store)
    listenToKeys(document, store)
    addEventListener('beforeunload', (event) => {
      if (store.state().saving !== 'saved') event.preventDefault()
    })
  } catch (cause) {
    render(<p class="page__notice page__notice--failed">{t('page.failed')}</p>, place)
    throw cause
  }
}

function themeOf(kept: string | undefined): PageState['theme'] {
  return kept === 'light' || kept === 'dark' ? kept : 'auto'
}

const place = document.getElementById('page')
if (place) void open(place)
