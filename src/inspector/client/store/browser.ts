const aYear = 31_536_000

/** A report that is shown by another program may have none: to ask for them is an error there. */
function hasCookies(): boolean {
  try {
    return typeof document.cookie === 'string'
  } catch {
    return false
  }
}

/** Keeps a choice for all pages of Zinpaar, whatever their port. */
export function remember(name: 'locale' | 'theme', value: string): void {
  if (!hasCookies()) return
  // biome-ignore lint/suspicious/noDocumentCookie: kept per host, while other storage is kept per port, which changes each time.
  document.cookie = `zinpaar-${name}=${encodeURIComponent(value)}; path=/; max-age=${aYear}; samesite=strict`
}

/** What was chosen before, if anything was. */
export function recall(name: 'locale' | 'theme'): string | undefined {
  if (!hasCookies()) return undefined
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(`zinpaar-${name}=`))
  return found === undefined ? undefined : decodeURIComponent(found.slice(found.indexOf('=') + 1))
}

/** Lets the browser keep a file. */
export function handOver(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  link.click()
  URL.revokeObjectURL(link.href)
}

export type Theme = 'auto' | 'light' | 'dark'

/** The theme that was chosen before; that of the system when none was. */
export function keptTheme(): Theme {
  const kept = recall('theme')
  return kept === 'light' || kept === 'dark' ? kept : 'auto'
}

/** Shows the page in a theme. */
export function showTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** Does something after so many milliseconds; gives back what stops that. */
export function later(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

/** Runs once at the end of a turn, however often it was called in it. */
export function oncePerTurn(run: () => void): () => void {
  let isDue = false
  return () => {
    if (isDue) return
    isDue = true
    queueMicrotask(() => {
      isDue = false
      run()
    })
  }
}

/** The focus goes along with the current row when it is in the rows or nowhere; never out of a field or a panel. */
export function mayTakeFocus(scroller: HTMLElement): boolean {
  const here = document.activeElement
  return !here || here === document.body || scroller.contains(here)
}
