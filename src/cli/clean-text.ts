import type { CleanReport } from '../index.ts'
import type { Io } from './command.ts'
import { counted, number } from './numbers.ts'
import { createPaint } from './paint.ts'
import { screenText } from './screen-text.ts'

/** What was found, check by check with examples, and what was done or can be done about it. */
export function cleanText(
  { summary, looked, step, removed, replaced, conflicts }: CleanReport,
  path: string,
  io: Io,
): string {
  const paint = createPaint(io.hasColour)
  const found = summary.checks.filter((check) => check.found > 0)
  if (found.length === 0) return `${counted(looked, 'unit')} looked through: nothing is wrong.\n`
  const blocks = found.map((check) => {
    const fixable =
      check.fixable === 0
        ? ''
        : ` (${number(check.fixable)} can be put right${check.isSafe ? '' : `: --checks ${check.check} --fix`})`
    const samples = check.samples.map(({ key, message, texts }) =>
      [
        `  unit ${key}: ${screenText(message)}`,
        ...texts.map(({ language, text }) => `    ${paint.faint(language)}  ${screenText(text)}`),
      ].join('\n'),
    )
    return [`${paint.strong(check.title)}: ${number(check.found)}${fixable}`, ...samples].join('\n')
  })
  const safe = found.filter(({ isSafe }) => isSafe).reduce((sum, { fixable }) => sum + fixable, 0)
  const done =
    step !== undefined
      ? `${number(removed)} removed, ${number(replaced)} put right, as step ${step}; \`zinpaar memory undo ${step} --memory ${path}\` takes it back`
      : safe > 0
        ? `nothing was changed; --fix puts right what is certain (${number(safe)})`
        : 'nothing was changed'
  const left =
    conflicts === 0 ? [] : [`${number(conflicts)} more ${conflicts === 1 ? 'waits' : 'wait'} for these: run it again`]
  const head = `${counted(looked, 'unit')} looked through, ${number(summary.units)} of them with something to look at`
  return `${[head, '', ...blocks, '', done, ...left].join('\n')}\n`
}
