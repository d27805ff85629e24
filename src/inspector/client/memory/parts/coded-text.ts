import type { Run } from '../../../../memory-view.ts'

type CodeRun = Extract<Run, { readonly kind: 'code' }>

/** A content as a text to be typed in, where a token stands for each inline code. */
export interface CodedText {
  readonly text: string
  readonly codes: readonly { readonly token: string; readonly run: CodeRun }[]
}

/** Pairs of brackets around tokens; the first pair that the text itself does not have is taken. */
const brackets = [
  ['⟦', '⟧'],
  ['⟪', '⟫'],
  ['⦃', '⦄'],
  ['⦗', '⦘'],
] as const

/** Puts a token in the place of each inline code: `Het ⟦1⟧verdrag⟦2⟧`. */
export function codedTextOf(content: readonly Run[]): CodedText {
  const plain = content.map((run) => (run.kind === 'text' ? run.text : '')).join('')
  const [open, close] = brackets.find(([one, other]) => !plain.includes(one) && !plain.includes(other)) ?? brackets[0]
  const codes: { readonly token: string; readonly run: CodeRun }[] = []
  const parts = content.map((run) => {
    if (run.kind === 'text') return run.text
    const token = `${open}${codes.length + 1}${close}`
    codes.push({ token, run })
    return token
  })
  return { text: parts.join(''), codes }
}

/** The content that a typed text stands for. */
export function contentOf(text: string, { codes }: Pick<CodedText, 'codes'>): readonly Run[] {
  const runs: Run[] = []
  let rest = text
  while (rest !== '') {
    const next = codes
      .map((code) => ({ ...code, at: rest.indexOf(code.token) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0]
    const end = next?.at ?? rest.length
    if (end > 0) runs.push({ kind: 'text', text: rest.slice(0, end) })
    if (next === undefined) break
    runs.push(next.run)
    rest = rest.slice(end + next.token.length)
  }
  return runs
}

/** True when every token stands in a text exactly once. */
export const keepsCodes = (text: string, { codes }: Pick<CodedText, 'codes'>): boolean =>
  codes.every(({ token }) => text.split(token).length === 2)

/** The text with a token moved to a place, given in the text as it is; and where the token ends then. */
export function moveCode(text: string, token: string, to: number): { readonly text: string; readonly end: number } {
  const at = text.indexOf(token)
  if (at < 0) return { text: text.slice(0, to) + token + text.slice(to), end: to + token.length }
  if (to > at && to < at + token.length) return { text, end: at + token.length }
  const without = text.slice(0, at) + text.slice(at + token.length)
  const place = to > at ? to - token.length : to
  return { text: without.slice(0, place) + token + without.slice(place), end: place + token.length }
}
