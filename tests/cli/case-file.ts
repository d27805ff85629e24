/** A command-line test: what is typed, what comes in, what has to come out. In the manner of pandoc's `test/command`. */
export interface Case {
  readonly command: string
  readonly stdin: string
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number
}

/** A file that stands in the folder in which the commands of a case file run. */
export interface Fixture {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A fenced block with its place in the text, from the line after the fence to the line before the closing one. */
export interface Block {
  readonly info: string
  readonly body: string
  readonly start: number
  readonly end: number
}

/** Fenced blocks of a Markdown text; fences are three back quotes or more. */
export function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(/^(`{3,})(.*)\n([\s\S]*?)^\1$/gm)].map((match) => {
    const start = match.index + (match[1]?.length ?? 0) + (match[2]?.length ?? 0) + 1
    return { info: (match[2] ?? '').trim(), body: match[3] ?? '', start, end: start + (match[3] ?? '').length }
  })
}

/** The file that a block with the info `file NAME [ENCODING]` makes: text, `hex`, or text in an encoding that Node writes. */
export function fixtureOf(block: Block): Fixture | undefined {
  const [word, name, encoding] = block.info.split(' ')
  if (word !== 'file' || name === undefined) return undefined
  return { name, bytes: encode(block.body, encoding) }
}

function encode(body: string, encoding: string | undefined): Uint8Array {
  if (encoding === undefined) return Buffer.from(body)
  if (encoding === 'hex') return Buffer.from(body.replace(/\s/g, ''), 'hex')
  if (encoding === 'crlf') return Buffer.from(body.replaceAll('\n', '\r\n'))
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${body}`, 'utf16le')
  if (encoding === 'latin1') return Buffer.from(body, 'latin1')
  throw new Error(`no such encoding: ${encoding}`)
}

/** The case in a block that starts with `% `: input up to `^D`, then output, with `2> ` before each line of standard error and `=> N` for the exit code. */
export function caseOf(block: Block): Case | undefined {
  const [first = '', ...lines] = block.body.split('\n').slice(0, -1)
  if (!first.startsWith('% ')) return undefined
  const end = lines.indexOf('^D')
  const rest = lines.slice(end + 1)
  const isError = (line: string): boolean => line.startsWith('2> ') || line === '2>'
  const code = rest.find((line) => /^=> \d+$/.test(line))
  return {
    command: first.slice(2),
    stdin: end < 0 ? '' : joined(lines.slice(0, end)),
    stdout: joined(rest.filter((line) => !isError(line) && line !== code)),
    stderr: joined(rest.filter(isError).map((line) => line.slice(3))),
    exitCode: Number(code?.slice(3) ?? 0),
  }
}

const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

/** A case as a block holds it. */
export function caseText({ command, stdin, stdout, stderr, exitCode }: Case): string {
  const errors = stderr === '' ? '' : stderr.replace(/\n$/, '').replace(/^/gm, '2> ').replace(/ +$/gm, '')
  return [
    `% ${command}\n`,
    stdin === '' ? '' : `${stdin}^D\n`,
    stdout,
    stdout === '' || stdout.endsWith('\n') ? '' : '\n',
    errors === '' ? '' : `${errors}\n`,
    exitCode === 0 ? '' : `=> ${exitCode}\n`,
  ].join('')
}

/** True when the output is the expected one, in which `…` stands for anything on a line, and alone on a line for any lines. */
export function fits(expected: string, actual: string): boolean {
  const pattern = expected
    .split(/^…\n/m)
    .map((part) => part.split('…').map(escapeRegExp).join('.*'))
    .join('(?:.*\\n)*')
  return new RegExp(`^${pattern}$`, 'u').test(actual)
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Words of a command line; quotes keep spaces. */
export function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map((match) =>
    match[0].replace(/'([^']*)'|"([^"]*)"/g, '$1$2'),
  )
}
