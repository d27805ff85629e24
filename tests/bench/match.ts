import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createBagMaker, type DocumentBag } from '../../src/align/document-bag.ts'
import { matchDocuments } from '../../src/align/match-documents.ts'
import { type Aligner, createAligner } from '../../src/pipeline.ts'
import { readPlain, sharedFolder } from './shared.ts'

const quiet = { report: () => undefined }
const guides = ['gnome-help', 'di-guide']
const kinds = ['', '-noisy', '-comparable']

/** Bags of one set; equal indexes belong together. The names say nothing. */
interface Folder {
  readonly sources: readonly DocumentBag[]
  readonly targets: readonly DocumentBag[]
}

/**
 * Pairs of documents found in folders of documents whose names say nothing: precision and recall with every counterpart
 * there, and with every second target and another third of the sources taken away.
 */
export async function match(): Promise<Readonly<Record<string, number>>> {
  const shared = sharedFolder()
  if (shared === undefined) {
    process.stdout.write('skipped: no shared folder\n')
    return {}
  }
  const aligner = createAligner()
  const figures: Record<string, number> = {}
  for (const kind of kinds) {
    const folders: Folder[] = []
    for (const guide of guides) {
      const started = performance.now()
      const folder = await readFolder(aligner, join(shared, 'gold', `${guide}${kind}`))
      figures[`${guide}${kind}.readMilliseconds`] = performance.now() - started
      judge(`${guide}${kind}`, folder, figures)
      folders.push(folder)
    }
    judge(`mixed${kind}`, joined(folders), figures)
    judgeSmall(`mixed${kind}`, joined(folders), figures)
  }
  judgeSpeed(figures)
  return figures
}

/** Milliseconds to match made bags of 300 things, 1,000 and 4,000 a side. */
function judgeSpeed(figures: Record<string, number>): void {
  for (const count of [1000, 4000]) {
    const sources = Array.from({ length: count }, (_, i) => madeBag(i, 3))
    const targets = Array.from({ length: count }, (_, i) => madeBag(i, 5))
    const started = performance.now()
    const { matches } = matchDocuments(sources, targets)
    const milliseconds = performance.now() - started
    const right = matches.filter((one) => one.source === one.target).length
    figures[`made${count}.milliseconds`] = milliseconds
    process.stdout.write(`made, ${count} a side: right ${right} of ${matches.length}; ${milliseconds.toFixed(0)} ms\n`)
  }
}

/** Common and rare things by a rule; bags of one number share most of them. */
function madeBag(number: number, side: number): DocumentBag {
  const bag = createBagMaker()
  let state = number * 2654435761
  for (let i = 0; i < 300; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    // The square makes some things much commoner than others.
    if ((state >>> 8) % side !== 0) bag.add(`concept:${Math.floor(20_000 * (state / 2 ** 32) ** 2)}`, 1, '', 1)
  }
  return bag.finish(`${number}`, `${side} ${number}`, side === 3 ? 'nl' : 'zh')
}

async function readFolder(aligner: Aligner, folder: string): Promise<Folder> {
  const sources: DocumentBag[] = []
  const targets: DocumentBag[] = []
  const names = readdirSync(folder).filter((name) => name !== '_book' && existsSync(join(folder, name, 'gold.json')))
  for (const [i, name] of names.entries()) {
    const [source, target] = [`${(i * 7) % 31}`, `${(i * 11 + 5) % 29}`]
    const read = (file: string) => ({ ...readPlain(join(folder, name), file), id: `${file} of ${name}` })
    sources.push(await aligner.gather(read('src.nl.txt'), 'source', `s${source}`, quiet))
    targets.push(await aligner.gather(read('trg.zh.txt'), 'target', `t${target}`, quiet))
  }
  return { sources, targets }
}

const joined = (folders: readonly Folder[]): Folder => ({
  sources: folders.flatMap((folder) => folder.sources),
  targets: folders.flatMap((folder) => folder.targets),
})

function judge(name: string, { sources, targets }: Folder, figures: Record<string, number>): void {
  const all = sources.map((_, i) => i)
  const half = { sources: all.filter((i) => i % 3 !== 1), targets: all.filter((i) => i % 2 === 0) }
  for (const [label, kept] of [
    ['', { sources: all, targets: all }],
    ['.gaps', half],
  ] as const) {
    const started = performance.now()
    const { matches } = matchDocuments(pick(sources, kept.sources), pick(targets, kept.targets))
    const milliseconds = performance.now() - started
    const pairs = matches.map((one) => [kept.sources[one.source], kept.targets[one.target]] as const)
    const right = pairs.filter(([s, t]) => s === t).length
    const possible = kept.sources.filter((i) => kept.targets.includes(i)).length
    figures[`${name}${label}.precision`] = right / Math.max(1, pairs.length)
    figures[`${name}${label}.recall`] = right / Math.max(1, possible)
    figures[`${name}${label}.milliseconds`] = milliseconds
    process.stdout.write(
      `${`${name}${label}`.padEnd(28)} right ${right} of ${pairs.length} found, ${possible} there; ${milliseconds.toFixed(0)} ms\n`,
    )
  }
}

/** Folders of one and of two documents a side: how many of those that belong together, and of those that do not, become pairs. */
function judgeSmall(name: string, { sources, targets }: Folder, figures: Record<string, number>): void {
  const at = <T>(items: readonly T[], i: number): readonly T[] => items.slice(i % items.length, (i % items.length) + 1)
  const share = (shift: number): number =>
    sources.filter((_, i) => matchDocuments(at(sources, i), at(targets, i + shift)).matches.length > 0).length /
    sources.length
  const strangers = sources.filter((_, i) => {
    const [left, right] = [
      [...at(sources, i), ...at(sources, i + 1)],
      [...at(targets, i + 2), ...at(targets, i + 3)],
    ]
    return matchDocuments(left, right).matches.length > 0
  })
  figures[`${name}.aloneTogether`] = share(0)
  figures[`${name}.aloneStrangers`] = (share(1) + share(3)) / 2
  figures[`${name}.twoStrangers`] = strangers.length / sources.length
  process.stdout.write(
    `${`${name}, one a side`.padEnd(38)} paired ${(100 * share(0)).toFixed(0)} % of counterparts, ${(50 * (share(1) + share(3))).toFixed(0)} % of strangers; two a side ${((100 * strangers.length) / sources.length).toFixed(0)} % of strangers\n`,
  )
}

const pick = <T>(items: readonly T[], indexes: readonly number[]): readonly T[] =>
  indexes.flatMap((i) => items[i] ?? [])
