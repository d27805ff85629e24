import type { Evidence } from '../../src/editing.ts'
import { relations } from '../../src/editing.ts'
import type { BeadDetail, Sheet, SheetSide } from '../../src/inspector/protocol.ts'
import { codeRanges, codeRuns, codeSegments } from '../../src/inspector/sheet-coding.ts'

/** A sheet that was made by rule, and why its beads are pairs. */
export interface MadeSheet {
  readonly sheet: Sheet
  detailOf(id: string): BeadDetail
}

/** Words with their counterparts. */
const words: readonly (readonly [source: string, target: string])[] = [
  ['haven', '港口'],
  ['overeenkomst', '协定'],
  ['minister', '部长'],
  ['zee', '海'],
  ['dijk', '堤坝'],
  ['rivier', '河流'],
  ['onderzoek', '研究'],
  ['universiteit', '大学'],
  ['landbouw', '农业'],
  ['handel', '贸易'],
  ['schip', '船'],
  ['water', '水'],
  ['regering', '政府'],
  ['stad', '城市'],
  ['energie', '能源'],
  ['brug', '桥'],
  ['school', '学校'],
  ['vrede', '和平'],
  ['recht', '法律'],
  ['cultuur', '文化'],
]
const places: readonly (readonly [source: string, target: string, key: string])[] = [
  ['Vietnam', '越南', 'place:VN'],
  ['Nederland', '荷兰', 'place:NL'],
  ['Japan', '日本', 'place:JP'],
  ['Frankrijk', '法国', 'place:FR'],
]

interface SideMaker {
  readonly pieces: string[]
  readonly segments: number[]
  readonly blocks: number[]
  length: number
}

type LinkMaker = { readonly evidence: Evidence }

/** So many beads; every tenth is 1:2 or 2:1, every fiftieth one-sided, and some hundred cross. The same each time. */
export function makeSheet(count: number): MadeSheet {
  const random = createRandom(20211)
  const source: SideMaker = { pieces: [], segments: [], blocks: [], length: 0 }
  const target: SideMaker = { pieces: [], segments: [], blocks: [], length: 0 }
  const beads = { source: [] as number[], target: [] as number[], confidence: [] as number[], relation: [] as number[] }
  const hasEntity: number[] = []
  const details = new Map<string, BeadDetail>()
  for (let place = 0; place < count; place++) {
    const shape = shapeAt(place)
    const here = source.blocks.length
    const there = target.blocks.length
    const links: LinkMaker[] = []
    for (let segment = 0; segment < Math.max(...shape); segment++)
      addSentences(source, target, [segment < shape[0], segment < shape[1]], links, random, place)
    const isPair = shape[0] > 0 && shape[1] > 0
    const confidence = isPair ? Math.round((1 - random() ** 6 * 0.9) * 1000) : 0
    beads.source.push(here, here + shape[0])
    beads.target.push(there, there + shape[1])
    beads.confidence.push(confidence)
    beads.relation.push(isPair ? relations.indexOf(confidence > 500 ? 'translation' : 'partial') : 3)
    hasEntity.push(links.some(({ evidence }) => evidence.kind !== 'word') ? 1 : 0)
    const id = `${here}-${here + shape[0]}:${there}-${there + shape[1]}`
    if (place < 2000)
      details.set(
        id,
        detail(
          id,
          links.map(({ evidence }) => evidence),
        ),
      )
  }
  const sheet: Sheet = {
    name: 'made.json',
    mode: 'parallel',
    modeReason: 'made by rule',
    signature: 'made',
    isEditable: true,
    by: 'tester',
    source: sideOf(source, 'made.nl.txt', 'nl', ' '),
    target: sideOf(target, 'made.zh.txt', 'zh', ''),
    beads: {
      source: codeRanges(rangesOf(beads.source)),
      target: codeRanges(rangesOf(cross(beads.target))),
      confidence: beads.confidence,
      relation: codeRuns(beads.relation),
      hasEntity: codeRuns(hasEntity),
      decided: [],
      texts: [],
      comments: [],
      pinned: [],
    },
    records: [],
    folder: '/tmp',
  }
  return { sheet, detailOf: (id) => details.get(id) ?? detail(id, []) }
}

function shapeAt(place: number): readonly [number, number] {
  if (place % 50 === 31) return [1, 0]
  if (place % 50 === 47) return [0, 1]
  if (place % 20 === 7) return [2, 1]
  return place % 20 === 13 ? [1, 2] : [1, 1]
}

/** Two neighbouring 1:1 beads now and then have each other's target. */
function cross(targets: readonly number[]): readonly number[] {
  const target = [...targets]
  for (let place = 500; place + 3 < target.length / 2; place += 1000) {
    const [a, b] = [2 * place, 2 * (place + 3)]
    const swapped = [target[b] ?? 0, target[b + 1] ?? 0, target[a] ?? 0, target[a + 1] ?? 0]
    target.splice(a, 2, ...swapped.slice(0, 2))
    target.splice(b, 2, ...swapped.slice(2))
  }
  return target
}

function rangesOf(columns: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  return Array.from({ length: columns.length / 2 }, (_, at) => ({
    from: columns[2 * at] ?? 0,
    to: columns[2 * at + 1] ?? 0,
  }))
}

function addSentences(
  source: SideMaker,
  target: SideMaker,
  sides: readonly [boolean, boolean],
  links: LinkMaker[],
  random: () => number,
  place: number,
): void {
  const chosen = Array.from(
    { length: 3 + Math.floor(random() * 6) },
    () => words[Math.floor(random() * words.length)] ?? words[0],
  )
  const country = random() < 0.5 ? places[Math.floor(random() * places.length)] : undefined
  const year = 1990 + Math.floor(random() * 35)
  const here = [
    'In',
    `${year}`,
    'kwam',
    ...(country ? ['in', country[0]] : []),
    'over',
    ...chosen.flatMap((word) => ['de', word?.[0] ?? '']),
  ]
  const there = [
    `${year}年`,
    ...(country ? [country[1]] : []),
    ...chosen.map((word) => word?.[1] ?? ''),
    `第${place + 1}`,
  ]
  const wordAt = sides[0] ? addSentence(source, here, ' ', '.', place) : []
  const signAt = sides[1] ? addSentence(target, there, '', '。', place) : []
  if (!sides[0] || !sides[1]) return
  const link = (from: number, to: number, rest: Omit<Evidence, 'links'>): void => {
    const [a, b] = [wordAt[from], signAt[to]]
    if (a && b) links.push({ evidence: { ...rest, links: [{ source: a, target: b }] } })
  }
  link(1, 0, { scorer: 'entity', kind: 'date', key: `date:${year}`, score: 4.1, note: `both name ${year} = ${year}年` })
  if (country)
    link(4, 1, { scorer: 'entity', kind: 'place', key: country[2], score: 2.1, note: `both name ${country[0]}` })
  chosen.forEach((word, at) => {
    const from = (country ? 6 : 4) + 2 * at + 1
    link(from, (country ? 2 : 1) + at, {
      scorer: 'translation',
      kind: 'word',
      score: 1.2,
      note: `${word?.[0]} = ${word?.[1]}`,
    })
  })
}

/** Adds a sentence; gives back where its words stand. */
function addSentence(
  side: SideMaker,
  parts: readonly string[],
  joiner: string,
  end: string,
  place: number,
): readonly { readonly start: number; readonly end: number }[] {
  const start = side.length
  let at = start
  const spans = parts.map((part) => {
    const span = { start: at, end: at + part.length }
    at = span.end + joiner.length
    return span
  })
  const sentence = parts.join(joiner) + end
  side.pieces.push(`${sentence}\n`)
  side.length += sentence.length + 1
  side.segments.push(start, start + sentence.length)
  side.blocks.push(Math.floor(place / 8))
  return spans
}

function sideOf(side: SideMaker, id: string, language: string, joiner: string): SheetSide {
  return {
    id,
    language,
    direction: 'ltr',
    joiner,
    text: side.pieces.join(''),
    segments: codeSegments(
      rangesOf(side.segments).map(({ from, to }, index) => ({
        index,
        span: { start: from, end: to },
        block: side.blocks[index] ?? 0,
      })),
    ),
  }
}

function detail(id: string, named: readonly Evidence[]): BeadDetail {
  const known = named.filter(({ kind }) => kind === 'word').length
  const evidence: readonly Evidence[] = [...named, { scorer: 'length', score: 0.8, note: 'the lengths fit' }]
  return { id, evidence, checks: [], words: { known, all: known + 3 } }
}

/** Numbers 0..1 that are the same each time (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
