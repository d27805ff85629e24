import { readdir, realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { DocumentBag } from './align/document-bag.ts'
import { type DocumentMatch, matchDocuments } from './align/match-documents.ts'
import type { Context } from './core/contracts.ts'
import { AppError } from './core/errors.ts'
import type { LanguageTag } from './core/types.ts'
import { type Failure, failureOf } from './failure.ts'
import { readDocument } from './files.ts'
import { inputFrom } from './input.ts'
import type { ListedPair } from './pair-list.ts'
import { type AlignOptions, createAligner, type PlugIns } from './pipeline.ts'

/** Two files that belong together, and why. */
export interface DocumentPair extends ListedPair, Omit<DocumentMatch, 'source' | 'target'> {
  readonly languages: readonly [source: LanguageTag, target: LanguageTag]
}

/** What became of every file of two folders. */
export interface DocumentPairs {
  /** By the name of the source file. */
  readonly pairs: readonly DocumentPair[]
  /** Paths of the files without a counterpart, by name. */
  readonly alone: { readonly source: readonly string[]; readonly target: readonly string[] }
  /** Files that could not be read. */
  readonly failed: readonly { readonly path: string; readonly failure: Failure }[]
}

/**
 * Finds which documents of two folders belong together. Files in folders below them and hidden files are left out. A file
 * that cannot be read is reported and the others go on. Fails with MATCH_SAME_FOLDER, MATCH_EMPTY_FOLDER and with
 * READ_NOT_FOUND or READ_NOT_READABLE for a folder.
 */
export async function pairDocuments(
  folders: readonly [source: string, target: string],
  options: Partial<AlignOptions>,
  context: Context,
  plugIns: PlugIns = {},
): Promise<DocumentPairs> {
  const names = { source: await filesOf(folders[0]), target: await filesOf(folders[1]) }
  if ((await realpath(folders[0])) === (await realpath(folders[1])))
    throw new AppError('MATCH_SAME_FOLDER', `${folders[0]} and ${folders[1]} are the same folder`)
  const aligner = createAligner(options, plugIns)
  const failed: { readonly path: string; readonly failure: Failure }[] = []
  const total = names.source.length + names.target.length
  let done = 0
  const bagsOf = async (side: 'source' | 'target', folder: string): Promise<readonly DocumentBag[]> => {
    const bags: DocumentBag[] = []
    for (const name of names[side]) {
      context.progress?.('reading', done++, total)
      const path = join(folder, name)
      try {
        rejectOddName(name, path)
        const document = await readDocument(inputFrom(path), { segmented: options.segmented ?? false }, context)
        bags.push(await aligner.gather({ ...document, id: name }, side, stemOf(name), context))
      } catch (error) {
        failed.push({ path, failure: failureOf(error) })
      }
    }
    return bags
  }
  const sources = await bagsOf('source', folders[0])
  const targets = await bagsOf('target', folders[1])
  const { matches, lonelySources, lonelyTargets } = matchDocuments(sources, targets)
  const path = (folder: string, bags: readonly DocumentBag[], at: number): string => join(folder, bags[at]?.name ?? '')
  const used = new Set<string>()
  return {
    pairs: matches.flatMap(({ source: from, target: to, ...match }, i) => {
      const [source, target] = [sources[from], targets[to]]
      if (source === undefined || target === undefined) return []
      const [sourcePath, targetPath] = [path(folders[0], sources, from), path(folders[1], targets, to)]
      const pair = { source: sourcePath, target: targetPath, sourcePath, targetPath, line: i + 1 }
      const name = freeName(source.name, source.stem, used)
      return [{ ...pair, name, ...match, languages: [source.language, target.language] as const }]
    }),
    alone: {
      source: lonelySources.map((at) => path(folders[0], sources, at)),
      target: lonelyTargets.map((at) => path(folders[1], targets, at)),
    },
    failed,
  }
}

/** Names of the files of a folder, in the order of code units. */
async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new AppError('READ_NOT_FOUND', `there is no folder ${folder}`, { cause })
    if (cause.code === 'ENOTDIR')
      throw new AppError('READ_NOT_FOUND', `${folder} is a file, not a folder`, {
        cause,
        hint: 'Name two folders after --match; two files are aligned without it.',
      })
    throw new AppError('READ_NOT_READABLE', `the folder ${folder} cannot be read`, { cause })
  })
  const names = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name)
  if (names.length === 0) throw new AppError('MATCH_EMPTY_FOLDER', `there are no files in the folder ${folder}`)
  return names.sort()
}

/** A list of pairs has tabs and line ends between its cells, and white space around them means nothing. */
function rejectOddName(name: string, path: string): void {
  if (name.trim() === name && !/[\0-\x1f\x7f]/u.test(name)) return
  throw new AppError(
    'READ_NOT_READABLE',
    `${JSON.stringify(path)}: its name begins or ends in white space, or holds a control character`,
    {
      hint: 'Rename the file.',
    },
  )
}

/** `a.nl.txt` and `a_zh-Hant.txt` have the stem `a`. */
function stemOf(name: string): string {
  const bare = name.replace(/(?<=.)\.[\p{L}\p{N}]{1,8}$/u, '')
  const stem = bare.replace(/(?<=.)[._-][a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/u, '')
  return stem.normalize('NFC').toLowerCase()
}

/** A name that no other pair has: the stem, else the name of the file, else that with a number. */
function freeName(fileName: string, stem: string, used: Set<string>): string {
  let name = used.has(stem) ? fileName : stem
  for (let i = 2; used.has(name.normalize('NFC')); i++) name = `${fileName}-${i}`
  used.add(name.normalize('NFC'))
  return name
}

/**
 * The pairs as a list that `--batch` takes: source, target, name and, after `#`, score and reasons; then the files
 * without a counterpart as comments. Paths start at the folder of `listPath`, or at the present one for standard output.
 */
export function pairListText({ pairs, alone, failed }: DocumentPairs, listPath: string | undefined): string {
  const folder = listPath === undefined ? '.' : dirname(listPath)
  const place = (path: string): string => {
    const short = relative(resolve(folder), resolve(path))
    return short.startsWith('#') ? `./${short}` : short
  }
  const rows = pairs.map((pair) =>
    [place(pair.source), place(pair.target), pair.name, `# ${scoreText(pair)}: ${reasonsText(pair)}`].join('\t'),
  )
  const lonely = [...alone.source, ...alone.target].map((path) => `# no counterpart: ${place(path)}`)
  const unread = failed.map(({ path }) => `# not read: ${JSON.stringify(place(path))}`)
  return [...rows, ...lonely, ...unread].map((row) => `${row}\n`).join('')
}

/** `0.62, 3.1 times the usual`. */
export const scoreText = ({ score, margin }: Pick<DocumentPair, 'score' | 'margin'>): string =>
  `${score.toFixed(2)}, ${margin.toFixed(1)} times the usual`

/** What both documents name, the most telling first: `maart 2024 = 2024年3月, ASEAN`. */
export function reasonsText({ shared, hasSameStem }: Pick<DocumentPair, 'shared' | 'hasSameStem'>): string {
  const texts = shared.map(({ source, target }) => (source === target ? source : `${source} = ${target}`))
  return [...(hasSameStem ? ['the file names'] : []), ...new Set(texts)].join(', ').replace(/\s+/gu, ' ')
}

/** `a.nl.txt`: the name of a file without its folder. */
export const fileNameOf = (path: string): string => basename(path)
