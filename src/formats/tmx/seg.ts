import type { Run } from '../../core/types.ts'
import { matesOf } from '../_units/codes.ts'
import { joinTexts, textRun } from '../_units/content.ts'
import { attributesText, escapeText } from '../_xml/escape.ts'
import { textIn, type XmlElement } from '../_xml/tree.ts'

/** Numbers for the ids of inline codes, the same in all variants of a unit: their own where they are numbers, else by first appearance. */
export function numberCodes(contents: readonly (readonly Run[])[]): ReadonlyMap<string, string> {
  const ids = new Set(contents.flatMap((content) => content.flatMap((run) => (run.kind === 'code' ? [run.id] : []))))
  const numbers = new Map([...ids].filter((id) => /^[1-9]\d{0,8}$/u.test(id)).map((id) => [id, id]))
  let next = 1
  for (const id of ids) {
    if (numbers.has(id)) continue
    while (ids.has(String(next))) next++
    numbers.set(id, String(next++))
  }
  return numbers
}

/** Content of a `seg`: `bpt` and `ept` for pairs, `it` for halves, `ph` for single codes. `i` counts the pairs of this `seg`. */
export function segText(content: readonly Run[], numbers: ReadonlyMap<string, string>): string {
  const mates = matesOf(content)
  let pairs = 0
  const pairNumbers = new Map<number, string>()
  return content
    .map((run, i) => {
      if (run.kind === 'text') return escapeText(run.text)
      const x = numbers.get(run.id)
      const mate = mates[i] ?? -1
      if (run.role === 'single') return element('ph', [['x', x]], run.data)
      if (mate < 0)
        return element(
          'it',
          [
            ['pos', run.role === 'open' ? 'begin' : 'end'],
            ['x', x],
          ],
          run.data,
        )
      if (run.role === 'close') return element('ept', [['i', pairNumbers.get(mate)]], run.data)
      pairNumbers.set(i, String(++pairs))
      return element(
        'bpt',
        [
          ['i', String(pairs)],
          ['x', x],
        ],
        run.data,
      )
    })
    .join('')
}

const element = (name: string, attributes: readonly (readonly [string, string | undefined])[], data: string): string =>
  `<${name}${attributesText(attributes)}>${escapeText(data)}</${name}>`

/** The content of a `seg`. Codes are known by `x`, else by `i`; the text of `hi` stays, its marks become empty codes. */
export function readSeg(seg: XmlElement): readonly Run[] {
  const [only] = seg.children
  if (typeof only === 'string' && seg.children.length === 1) return only === '' ? [] : [textRun(only)]
  const pairIds = new Map<string, string>()
  return joinTexts(readNodes(seg, pairIds)).filter((run) => run.kind === 'code' || run.text !== '')
}

function readNodes(parent: XmlElement, pairIds: Map<string, string>): readonly Run[] {
  return parent.children.flatMap((node) => (typeof node === 'string' ? [textRun(node)] : readInline(node, pairIds)))
}

function readInline(node: XmlElement, pairIds: Map<string, string>): readonly Run[] {
  const { x, i, pos } = node.attributes
  const id = x ?? i ?? ''
  const code = (role: 'open' | 'close' | 'single'): Run => ({ kind: 'code', id, role, data: textIn(node) })
  switch (node.name) {
    case 'bpt':
      if (i !== undefined) pairIds.set(i, id)
      return [code('open')]
    case 'ept':
      return [{ kind: 'code', id: pairIds.get(i ?? '') ?? id, role: 'close', data: textIn(node) }]
    case 'it':
      return [code(pos === 'end' ? 'close' : 'open')]
    case 'ph':
    case 'ut':
      return [code('single')]
    case 'hi':
      return [bare(id, 'open'), ...readNodes(node, pairIds), bare(id, 'close')]
    default:
      return readNodes(node, pairIds)
  }
}

const bare = (id: string, role: 'open' | 'close'): Run => ({ kind: 'code', id, role, data: '' })
