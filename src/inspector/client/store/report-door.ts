import { beadsInBlock, type PackedDetail, type ReportData, unpackDetail } from '../../report-data.ts'
import { openRanges } from '../../sheet-coding.ts'
import type { Answer, Door, ExportAnswer } from './door.ts'

/** A report, which holds all that there is to know of its alignment, and in which nothing changes. */
export function reportDoor(page: Pick<Document, 'getElementById' | 'getElementsByClassName'>): Door {
  const { sheet, failed } = JSON.parse(page.getElementById('report')?.textContent ?? '') as ReportData
  const [source, target] = [openRanges(sheet.beads.source), openRanges(sheet.beads.target)]
  const blocks = page.getElementsByClassName('reasons')
  const decode = (block: number): readonly PackedDetail[] =>
    JSON.parse(blocks[block]?.textContent ?? '[]') as readonly PackedDetail[]
  return {
    first: async () => sheet,
    coming: () => ({ bare: Promise.resolve(sheet), whole: Promise.resolve(sheet) }),
    sheet: async () => sheet,
    beads: async (ids) => {
      const decoded = new Map<number, readonly PackedDetail[]>()
      return ids.flatMap((id) => {
        const place = placeIn(source, target, id)
        const block = Math.floor(place / beadsInBlock)
        const details = decoded.get(block) ?? decode(block)
        decoded.set(block, details)
        const packed = details[place % beadsInBlock]
        return packed ? unpackDetail(id, packed) : []
      })
    },
    checks: async (revision) => ({ revision, failed }),
    edits: refused,
    realign: refused,
    rerun: refused,
    export: refused,
    news: () => () => undefined,
  }
}

async function refused(): Promise<Extract<Answer & ExportAnswer, { readonly kind: 'refused' }>> {
  return { kind: 'refused', refusal: { code: 'REPORT', message: '', next: '' } }
}

/** Place of a bead by its id, or -1, by the ranges of both sides; beads stand in the order of the source. */
function placeIn(source: Int32Array, target: Int32Array, id: string): number {
  const from = Number.parseInt(id, 10)
  let low = 0
  let high = source.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((source[2 * middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  for (let place = low; source[2 * place] === from; place++) {
    const [a, b] = [2 * place, 2 * place + 1]
    if (`${source[a]}-${source[b]}:${target[a]}-${target[b]}` === id) return place
  }
  return -1
}
