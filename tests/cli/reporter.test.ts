import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { createProgress } from '../../src/cli/progress.ts'
import { createReporter, diagnosticText } from '../../src/cli/reporter.ts'
import type { Diagnostic } from '../../src/index.ts'

const diagnostic = (level: Diagnostic['level'], code = 'CODE', more: Partial<Diagnostic> = {}): Diagnostic => ({
  code,
  level,
  message: 'a.txt has something',
  ...more,
})

function printed(options: { isQuiet: boolean; isStrict: boolean }, diagnostics: readonly Diagnostic[]): string {
  let text = ''
  const io = {
    stdin: (async function* () {})(),
    out: async () => undefined,
    err: (line: string) => {
      text += line
    },
    hasColour: false,
    isDebug: false,
    now: () => new Date(0),
  }
  const reporter = createReporter(io, options)
  for (const one of diagnostics) reporter.context.report(one)
  reporter.finish()
  reporter.finish()
  return text
}
const loud = { isQuiet: false, isStrict: false }

describe('messages', () => {
  test('level, message, code, place and hint each have their line', () => {
    const place = { line: 3, column: 7 }
    expect(diagnosticText(diagnostic('warning', 'CODE', { place, hint: 'Do this.', document: 'b.txt' }))).toBe(
      'warning: a.txt has something (CODE)\n  in b.txt, line 3, column 7\n  Do this.\n',
    )
    expect(diagnosticText(diagnostic('info', 'CODE', { document: 'a.txt', message: 'a.txt is odd.' }))).toBe(
      'note: a.txt is odd (CODE)\n',
    )
  })
  test('many of one kind are printed five times and then counted', () => {
    const text = printed(loud, [
      ...Array.from({ length: 12 }, () => diagnostic('warning')),
      diagnostic('info', 'OTHER'),
    ])
    expect(text.match(/^warning:/gm)).toHaveLength(5)
    expect(text).toContain('note: a.txt has something (OTHER)\n')
    expect(text.match(/… and 7 more of CODE\n/g)).toHaveLength(1)
  })
  test('quiet keeps errors, strict brings warnings back', () => {
    const all = [diagnostic('info'), diagnostic('warning'), diagnostic('error')]
    expect(printed({ isQuiet: true, isStrict: false }, all)).toBe('error: a.txt has something (CODE)\n')
    expect(printed({ isQuiet: true, isStrict: true }, all)).toMatch(/^warning: .*\nerror: .*\n$/)
  })
})

describe('progress', () => {
  /** A terminal that remembers what was drawn. */
  function terminal(): { readonly stream: NodeJS.WriteStream; drawn(): string } {
    let text = ''
    const sink = new PassThrough()
    sink.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    const stream = Object.assign(sink, {
      isTTY: true,
      columns: 80,
      rows: 24,
      cursorTo: () => true,
      clearLine: () => true,
      moveCursor: () => true,
      clearScreenDown: () => true,
      getColorDepth: () => 1,
      hasColors: () => false,
      getWindowSize: () => [80, 24],
    })
    return { stream: stream as unknown as NodeJS.WriteStream, drawn: () => text }
  }

  test('work that is soon done shows no bar', () => {
    const { stream, drawn } = terminal()
    const progress = createProgress(stream, () => 0)
    progress.show('reading', 1, 2)
    progress.clear()
    expect(drawn()).toBe('')
  })
  test('long work shows what is done, and leaves the cursor alone', () => {
    const { stream, drawn } = terminal()
    let time = 0
    const progress = createProgress(stream, () => time)
    time = 1500
    progress.show('reading', 1, 2)
    progress.clear()
    expect(drawn()).toContain('50 %  reading')
    expect(drawn()).not.toContain('\u001b[?25l')
  })
  test('without a terminal nothing happens', () => {
    const progress = createProgress(undefined, () => Date.now())
    progress.show('reading', 1, 2)
    progress.clear()
  })
})
