import '../styles/main.css'
import './memory.css'
import type { MemoryTextKey } from '../../locales/memory/en.ts'
import { chooseMemoryLocale, memoryLocales } from '../../locales/memory/locales.ts'
import { render } from '../preact.ts'
import { keptTheme, later, oncePerTurn, recall, remember, showTheme } from '../store/browser.ts'
import { translateFrom } from '../text/filled-text.ts'
import { MemoryApp } from './app.tsx'
import { listenToMemoryKeys } from './commands/keyboard.ts'
import type { MemoryTranslate } from './part.ts'
import { memoryDoor } from './store/door.ts'
import { createMemoryStore } from './store/store.ts'
import type { MemoryState, MemoryStore } from './store/types.ts'

const translateIn = (locale: string): MemoryTranslate =>
  translateFrom<MemoryTextKey>(memoryLocales[locale] ?? {}, locale)

/** Draws the page once for all that changes in one turn. */
function draw(place: Element, store: MemoryStore): void {
  let drawn: MemoryState | undefined
  let t = translateIn(store.state().locale)
  const drawNow = (): void => {
    const state = store.state()
    if (state === drawn) return
    if (state.locale !== drawn?.locale) {
      t = translateIn(state.locale)
      document.documentElement.lang = state.locale
      document.title = t('memory.title', { name: state.sheet.name })
    }
    showTheme(state.theme)
    drawn = state
    render(<MemoryApp state={state} store={store} t={t} />, place)
  }
  store.subscribe(oncePerTurn(drawNow))
  drawNow()
}

async function open(place: Element): Promise<void> {
  const locale = chooseMemoryLocale([recall('locale') ?? '', ...navigator.languages])
  const t = translateIn(locale)
  render(<p class="page__notice">{t('memory.loading')}</p>, place)
  const door = memoryDoor(() => ({ code: 'UNREACHABLE', message: t('memory.unreachable'), next: t('memory.reload') }))
  const sheet = await door.sheet()
  if (!sheet.isOk) {
    render(<p class="page__notice page__notice--failed">{sheet.refusal.message}</p>, place)
    return
  }
  const store = createMemoryStore({ door, sheet: sheet.value, locale, theme: keptTheme(), remember, later })
  draw(place, store)
  listenToMemoryKeys(document, store)
}

const place = document.getElementById('page')
if (place) void open(place)
