/**
 * `tsx tests/bench/seeds.ts SPANS.json FOLDER`: judges the pairs exported for two related articles that are not
 * translations. Fails when a pair stands outside the article on either side, when the agreement of September 2021 and the
 * law of the sea are not the two best, or when there are fewer than three pairs or more than ten.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface SpanPair {
  readonly src: readonly [number, number]
  readonly trg: readonly [number, number]
  readonly score: number
  readonly relation: string
}

const [spansFile = '', folder = ''] = process.argv.slice(2)
const pairs: readonly SpanPair[] = JSON.parse(readFileSync(spansFile, 'utf8'))
const source = readFileSync(join(folder, 'vietnam-vn.nl.txt'), 'utf8').replace(/^\ufeff/, '')
const target = readFileSync(join(folder, 'vna.zh.txt'), 'utf8').replace(/^\ufeff/, '')

/** The article ends where the site's own name stands alone, and behind the end mark of the agency. */
const sourceEnd = source.indexOf('\nVnexpress.net')
const targetEnd = target.indexOf('(完)')
const faults: string[] = []
const ranked = [...pairs].sort((a, b) => b.score - a.score)
const textOf = (pair: SpanPair): readonly [string, string] => [source.slice(...pair.src), target.slice(...pair.trg)]

for (const pair of ranked) {
  const [left, right] = textOf(pair)
  process.stdout.write(`${pair.score.toFixed(3)} ${pair.relation}\n  ${left.slice(0, 160)}\n  ${right.slice(0, 90)}\n`)
  if (pair.src[1] > sourceEnd || /Foto:|Video :/u.test(left)) faults.push(`not from the article: ${left.slice(0, 60)}`)
  if (pair.trg[1] > targetEnd + 3 || right.includes('图自')) faults.push(`not from the article: ${right.slice(0, 40)}`)
}
const names = (pair: SpanPair | undefined, left: string, right: string): boolean => {
  const [a, b] = pair === undefined ? ['', ''] : textOf(pair)
  return a.includes(left) && b.includes(right)
}
const best = ranked.slice(0, 2)
if (!best.some((pair) => names(pair, 'september 2021', '2021年9月')))
  faults.push('the agreement of 2021 is not among the two best')
if (!best.some((pair) => names(pair, 'UNCLOS', '海洋法公约')))
  faults.push('the law of the sea is not among the two best')
if (pairs.length < 3) faults.push(`only ${pairs.length} pairs`)
if (pairs.length > 10) faults.push(`${pairs.length} pairs for two articles that are no translations`)
for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`)
process.stdout.write(`${pairs.length} pairs, ${faults.length} faults\n`)
process.exitCode = faults.length === 0 ? 0 : 1
