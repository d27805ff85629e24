import type { Run } from '../../core/types.ts'
import { foldText } from '../text/fold.ts'
import type { Standing } from './prints.ts'
import { changedOf, type Subject } from './subject.ts'

/** The content as a text that tells it from others: folded, with role and native code of each inline code, whatever its id. */
export function exactForm(content: readonly Run[]): string {
  const [first] = content
  if (content.length === 1 && first?.kind === 'text') return foldText(first.text)
  return foldText(content.map((run) => (run.kind === 'text' ? run.text : codeForm(run.role, run.data))).join(''))
}

const codeForm = (role: string, data: string): string => `\u0002${role}${data}\u0003`

/** Spaces beside characters that need none, and all but the last of several. */
const needless = / +(?=\p{Script=Han})|(?<=\p{Script=Han}) +| +(?= )/gu

/** The same but for case, spaces and punctuation that says nothing: a question mark, a sign or the point of 1.5 does. */
export function looseForm(content: readonly Run[]): string {
  const exact = exactForm(content).toLowerCase()
  const loose = exact
    .replace(/[.,:](?!\p{N})|[;!…"()[\]{}«»„、。·—–「」『』《》〈〉【】]|(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/gu, ' ')
    .trim()
  if (loose === '') return exact
  return loose.includes(' ') ? loose.replace(needless, '') : loose
}

/** How good a unit is beside others. */
export function standingOf(subject: Subject): Standing {
  const { state } = subject.unit.decision
  const verdict = state === 'proposed' ? 0 : state === 'rejected' ? -1 : 1
  return { key: subject.key, verdict, changed: changedOf(subject), uses: subject.uses }
}

/** What was better about the unit to keep, in plain words. */
export function whyBetter(kept: Standing, other: Standing): string {
  if (kept.verdict !== other.verdict) return kept.verdict > 0 ? 'which was reviewed' : 'which was not rejected'
  if (kept.changed !== other.changed) return 'which is newer'
  return kept.uses === other.uses ? 'which came first' : 'which was used more'
}
