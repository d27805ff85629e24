import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nameChannels } from '../../src/languages/names.ts'
import {
  createNameFinder,
  type NameFinder,
  type NameKnowledge,
  openNameKnowledge,
} from '../../src/lexicon/names/finder.ts'
import { sharedFolder } from './shared.ts'

interface Row {
  readonly group: string
  readonly latin: string
  readonly han: string
}

const halves = ['develop', 'held-out', 'fresh'] as const
/** All channels but the list, which has many of the people whom everybody names. */
const unlisted = nameChannels.map((channel) => channel.id).filter((id) => id !== 'list')

/**
 * `npm run bench -- names [develop|held-out]`: for each part of an own list of names, how often the right name is the best of
 * all Han names of the list, and how often a name that is not in a text is accepted there; then the time for 1,000 names
 * in a text of 1 MB, loading included. The held-out half was written first
 * and is not for tuning; the fresh one was written last, when the finder was done.
 */
export async function names(options: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const only = options.find((option) => !option.startsWith('-'))
  const figures: Record<string, number> = {}
  for (const half of halves.filter((each) => only === undefined || each === only)) {
    const rows = readRows(half)
    process.stdout.write(`${half}: ${rows.length} names\n`)
    const hasMisses = options.includes('--misses')
    Object.assign(figures, prefixed(half, firstHits(rows, openNameKnowledge(), hasMisses)))
    process.stdout.write('  without the list of known names:\n')
    Object.assign(figures, prefixed(`${half}.unlisted`, firstHits(rows, openNameKnowledge(unlisted), false)))
    Object.assign(figures, prefixed(half, falseLinks(rows)))
  }
  return { ...figures, ...speed(halves.flatMap(readRows)) }
}

const prefixed = (half: string, figures: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(figures).map(([key, value]) => [`${half}.${key}`, value]))

function readRows(half: string): readonly Row[] {
  const lines = readFileSync(new URL(`names/${half}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .slice(2)
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [group = '', latin = '', han = ''] = line.split('\t')
      return { group, latin, han }
    })
}

/** Share of names whose best hit in a text of one name a line is the right one, and of those that are accepted there. */
function firstHits(
  rows: readonly Row[],
  knowledge: NameKnowledge,
  showsMisses: boolean,
): Readonly<Record<string, number>> {
  const finder = createNameFinder(knowledge)
  const index = finder.index(rows.map((row) => row.han).join('\n'))
  const counts = new Map<string, { all: number; right: number; accepted: number }>()
  for (const { group, latin, han } of rows) {
    const [best] = finder.find(latin, index)
    for (const key of [group, 'all']) {
      const count = counts.get(key) ?? { all: 0, right: 0, accepted: 0 }
      counts.set(key, count)
      count.all++
      if (best?.text === han) count.right++
      if (best?.text === han && best.accepted) count.accepted++
    }
    if (showsMisses && best?.text !== han)
      process.stdout.write(`  miss: ${latin} ${han}, got ${best?.text ?? 'nothing'} (${best?.channel})\n`)
  }
  for (const [group, { all, right, accepted }] of counts)
    process.stdout.write(
      `  ${group.padEnd(12)} P@1 ${percent(right / all).padStart(5)} (${right}/${all}), accepted ${accepted}\n`,
    )
  return Object.fromEntries([...counts].map(([group, { all, right }]) => [`p1.${group}`, right / all]))
}

const frames: readonly ((name: string) => string)[] = [
  (name) => `${name}总统表示，两国关系发展得很好，双方将继续扩大合作。`,
  (name) => `外交部长${name}日前访问了邻国首都，就贸易问题交换了意见。`,
  (name) => `据报道，${name}在会上发表了讲话，与会者报以热烈掌声。`,
  (name) => `此外，${name}还会见了有关人士，${name}说这次会谈很有意义。`,
  (name) => `出席会议的有${name}和其他领导人，会议由市长主持。`,
]

/** Texts of twenty names each in sentences, and the Chinese texts of the gold data where there are any. */
function texts(rows: readonly Row[]): readonly string[] {
  const made = Array.from({ length: Math.ceil(rows.length / 20) }, (_, i) =>
    rows
      .slice(20 * i, 20 * i + 20)
      .map(({ han }, j) => frames[j % frames.length]?.(han) ?? '')
      .join('\n'),
  )
  const shared = sharedFolder()
  if (shared === undefined) return made
  const sets = ['udhr', 'di-guide', 'faq', 'gnome-help'].map((set) =>
    readdirSync(join(shared, 'gold', set))
      .map((doc) => join(shared, 'gold', set, doc, 'trg.zh.txt'))
      .filter(existsSync)
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n'),
  )
  return [...made, ...sets]
}

/** Share of pairs of a name and a text without it in which the name is accepted all the same, and of names found where they stand. */
function falseLinks(rows: readonly Row[]): Readonly<Record<string, number>> {
  const finder: NameFinder = createNameFinder()
  let absent = 0
  let wrong = 0
  let present = 0
  let found = 0
  for (const text of texts(rows)) {
    const index = finder.index(text)
    for (const { latin, han } of rows) {
      const accepted = finder.find(latin, index).filter((hit) => hit.accepted)
      if (text.includes(han)) {
        present++
        if (accepted.some((hit) => hit.text === han)) found++
      } else {
        absent++
        if (accepted.length > 0) wrong++
      }
    }
  }
  process.stdout.write(
    `  false links ${percent(wrong / absent, 3)} (${wrong} of ${absent}), in sentences found ${percent(found / present)} (${found}/${present})\n`,
  )
  return { falseLinks: wrong / absent, foundInSentences: found / present }
}

/** Milliseconds for 1,000 names in a text of 1 MB. */
function speed(rows: readonly Row[]): Readonly<Record<string, number>> {
  const thousand = Array.from({ length: 1000 }, (_, i) => {
    const first = rows[i % rows.length]?.latin.split(' ') ?? []
    const rest = rows[(7 * i + Math.floor(i / rows.length) * 13) % rows.length]?.latin.split(' ') ?? []
    return i < rows.length ? first.join(' ') : [...first.slice(0, 1), ...rest.slice(1)].join(' ')
  })
  let text = ''
  for (let i = 0; Buffer.byteLength(text) < 1_000_000; i++)
    text += `${Array.from({ length: 200 }, (_, j) => frames[(i + j) % frames.length]?.(rows[(31 * i + j) % rows.length]?.han ?? '')).join('')}\n`
  const started = performance.now()
  const finder = createNameFinder()
  const index = finder.index(text)
  for (const name of thousand) finder.find(name, index)
  const milliseconds = performance.now() - started
  process.stdout.write(
    `speed: ${thousand.length} names in ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB, ${(milliseconds / 1000).toFixed(2)} s\n`,
  )
  return { millisecondsPer1000Names: milliseconds }
}

const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)}%`
