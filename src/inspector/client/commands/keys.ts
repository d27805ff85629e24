/** What of a key press counts: the parts of a `KeyboardEvent` that name it. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  /** True while the third level of a keyboard is held, which some systems report as Ctrl and Alt. */
  readonly isThirdLevel?: boolean
}

/**
 * The name of a key press as commands write it: `j`, `Shift+J`, `Ctrl+Shift+Z`, `?`, `Alt+ArrowDown`. Letters of other
 * scripts go by their place on the keyboard, so that the keys work whatever is being typed.
 */
export function nameKey(press: KeyPress): string {
  const key = latinKey(press)
  const isLetter = /^[a-z]$/iu.test(key)
  const control = (press.ctrlKey || press.metaKey) && !press.isThirdLevel
  const alt = press.altKey && !press.isThirdLevel
  const shift = press.shiftKey && (isLetter || key.length > 1)
  const modifiers = `${control ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}`
  if (!isLetter) return modifiers + key
  return modifiers + (modifiers === '' ? key.toLowerCase() : key.toUpperCase())
}

function latinKey({ key, code, altKey, isThirdLevel }: KeyPress): string {
  const isForeign = key === 'Process' || key === 'Unidentified' || (key.length === 1 && key > '\u007f')
  if (!isForeign && !(altKey && !isThirdLevel && code.startsWith('Key'))) return key
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : key
}

/** How a key is shown: `↓`, `⇧ J`, `Ctrl Z`; an array of what stands on each key cap. */
export function capsOf(name: string): readonly string[] {
  if (name === '+') return ['+']
  return name.split('+').map((part) => caps[part] ?? (part.length === 1 ? part.toUpperCase() : part))
}

const caps: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Shift: '⇧',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  Escape: 'Esc',
  Enter: '⏎',
  ' ': '␣',
}
