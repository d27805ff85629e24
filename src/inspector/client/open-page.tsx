import { createEditing, takeRecord } from '../../editing.ts'
import { chooseLocale, loadTexts } from '../locales/locales.ts'
import type { Sheet } from '../protocol.ts'
import { App } from './app.tsx'
import { listenToKeys } from './commands/keyboard.ts'
import { render } from './preact.ts'
import { handOver, keptTheme, later, oncePerTurn, recall, remember, showTheme } from './store/browser.ts'
import type { Door } from './store/door.ts'
import { createStore } from './store/store.ts'
import type { PageState, Store } from './store/types.ts'
import { createTranslate, type Translate } from './text/translate.ts'

/** Draws the page once for all that changes in one turn, in the language chosen last whose texts are there. */
function draw(place: Element, store: Store, first: Translate): void {
  let spoken = store.state().locale
  let drawn: PageState | undefined
  const translates = new Map([[spoken, first]])
  const speak = (locale: string): void => {
    spoken = locale
    document.documentElement.lang = locale
    document.title = translated()('page.title', { name: store.state().sheet.name })
  }
  const translated = (): Translate => translates.get(spoken) ?? first
  const drawNow = (): void => {
    const state = store.state()
    if (state === drawn) return
    drawn = state
    if (state.locale !== spoken) {
      if (translates.has(state.locale)) speak(state.locale)
      else void load(state.locale)
    }
    showTheme(state.theme)
    render(<App state={{ ...state, locale: spoken }} store={store} t={translated()} />, place)
  }
  /** Where the texts of a language cannot be had, the page goes back to its own. */
  const load = async (locale: string): Promise<void> => {
    try {
      translates.set(locale, createTranslate(locale, await loadTexts(locale)))
      drawn = undefined
      drawNow()
    } catch {
      if (store.state().locale === locale) store.setLocale(spoken)
    }
  }
  store.subscribe(oncePerTurn(drawNow))
  speak(spoken)
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
      theme: keptTheme(),
      remember,
      handOver,
      now: Date.now,
      later,
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
