import { type Pool, type PooledPair, pairsOfPool, poolOf } from './align/translation/pool.ts'
import type { Context } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import { hashOf } from './core/hash.ts'
import { decodeText } from './formats/_text/decode.ts'
import { inputFrom } from './input.ts'
import { parseLanguage } from './language-names.ts'
import type { LanguagePair, LearntWords } from './learnt.ts'

const title = '# words learnt by zinpaar'
const formatVersion = 1
const columns = 'source\ttarget\tforward\tbackward'

/** The file of learnt words: a line of columns for each pair of stems, below comments that say the languages and from how much it was learnt. */
export function* learntText(learnt: readonly LearntWords[]): Iterable<string> {
  yield `${title}, format ${formatVersion}\n`
  for (const words of learnt) {
    yield `# languages: ${words.languages.join(' ')}\n`
    yield `# learnt from: ${words.documents} documents, ${words.beads} beads\n`
    yield `${columns}\n`
    yield* rowsOf(words.pool)
  }
}

function* rowsOf(pool: Pool): Iterable<string> {
  for (const { source, target, forward, backward } of pairsOfPool(pool))
    yield `${source}\t${target}\t${countText(forward)}\t${countText(backward)}\n`
}

const countText = (hundredths: number): string => String(hundredths / 100)

/** Names what was learnt of a pair of languages by its content: 16 hexadecimal digits. */
export const learntSignature = ({ languages, pool }: LearntWords): string => hashOf(...languages, ...rowsOf(pool))

/** Reads a file of learnt words. Fails with READ_MALFORMED that names the line, and with what reading a file fails with. */
export async function readLearnt(path: string, context: Context): Promise<readonly LearntWords[]> {
  const input = inputFrom(path)
  return parseLearnt(decodeText(await input.bytes(), input.name, context), path)
}

/** Understands the text of a file of learnt words. */
export function parseLearnt(text: string, file: string): readonly LearntWords[] {
  const lines = text.replace(/^\ufeff/u, '').split(/\r?\n/u)
  const version = headPattern.exec(lines[0] ?? '')?.[1]
  if (version === undefined) throw malformed(file, 1, `it does not begin with "${title}, format ${formatVersion}"`)
  if (Number(version) !== formatVersion)
    throw malformed(
      file,
      1,
      `format ${version} is of another version of the program, and ${formatVersion} is read here`,
    )
  const starts = lines.flatMap((line, i) => (line.startsWith('# languages:') ? [i] : []))
  checkEmpty(lines, 1, starts[0] ?? lines.length, file)
  const learnt = starts.map((start, i) => parsePart(lines, start, starts[i + 1] ?? lines.length, file))
  const names = learnt.map(({ languages }) => languages.join(' '))
  const twice = names.findIndex((name, i) => names.indexOf(name) !== i)
  if (twice >= 0) throw malformed(file, (starts[twice] ?? 0) + 1, `the languages ${names[twice]} come twice`)
  return learnt
}
const headPattern = /^# words learnt by zinpaar, format (\d{1,9})\s*$/u
const fromPattern = /^# learnt from: (\d{1,9}) documents, (\d{1,12}) beads\s*$/u

function checkEmpty(lines: readonly string[], from: number, to: number, file: string): void {
  for (let i = from; i < to; i++)
    if ((lines[i] ?? '').trim() !== '') throw malformed(file, i + 1, 'no languages are named before this line')
}

function parsePart(lines: readonly string[], start: number, end: number, file: string): LearntWords {
  const languages = languagesOf(lines[start] ?? '', start, file)
  const volume = fromPattern.exec(lines[start + 1] ?? '')
  if (volume === null) throw malformed(file, start + 2, 'it has to be "# learnt from: N documents, N beads"')
  if (lines[start + 2]?.trim() !== columns.trim())
    throw malformed(file, start + 3, `the columns have to be ${columns.replaceAll('\t', ', ')}`)
  const pairs: PooledPair[] = []
  const seen = new Set<string>()
  for (let i = start + 3; i < end; i++) {
    const line = lines[i] ?? ''
    if (line === '') continue
    const pair = pairOf(line, i, file)
    const key = `${pair.source}\t${pair.target}`
    if (seen.has(key)) throw malformed(file, i + 1, `${pair.source} and ${pair.target} stand there twice`)
    seen.add(key)
    pairs.push(pair)
  }
  return { languages, documents: Number(volume[1]), beads: Number(volume[2]), pool: poolOf(pairs) }
}

function languagesOf(line: string, at: number, file: string): LanguagePair {
  const [source, target, ...more] = line.slice('# languages:'.length).trim().split(/\s+/u)
  if (source === undefined || target === undefined || more.length > 0)
    throw malformed(file, at + 1, 'there are two languages, such as "# languages: nl zh"')
  try {
    return [parseLanguage(source), parseLanguage(target)]
  } catch (error) {
    throw error instanceof AppError ? malformed(file, at + 1, error.message) : error
  }
}

function pairOf(line: string, at: number, file: string): PooledPair {
  const cells = line.split('\t')
  const [source = '', target = ''] = cells
  if (cells.length !== 4 || source === '' || target === '')
    throw malformed(file, at + 1, 'a line has two words and two counts, separated by tabs')
  return { source, target, forward: countOf(cells[2], at, file), backward: countOf(cells[3], at, file) }
}

function countOf(cell = '', at: number, file: string): number {
  if (!/^\d{1,12}(?:\.\d{1,12})?$/u.test(cell)) throw malformed(file, at + 1, `"${cell}" is no count`)
  return Math.round(100 * Number(cell))
}

function malformed(file: string, line: number, why: string): AppError {
  return new AppError('READ_MALFORMED', `${file}, line ${line}: ${why}`, {
    hint: 'Give a file that `zinpaar align --batch … --save-learnt FILE` wrote.',
  })
}
