import type { Run } from '../../core/types.ts'
import { joinTexts, textRun } from '../_units/content.ts'
import { localName, type XmlElement } from '../_xml/tree.ts'
import { isTelling, literalEnd, literalStart } from './literal.ts'

/** Native codes of a unit by their id. */
export type OriginalData = ReadonlyMap<string, string>

/** Content of a `source` or `target` of XLIFF 2. Annotations (`mrk`, `sm`, `em`) are taken off, their text stays. */
export function readContent2(parent: XmlElement, data: OriginalData): readonly Run[] {
  return joinTexts(readNodes(parent, data)).filter((run) => run.kind === 'code' || run.text !== '')
}

function readNodes(parent: XmlElement, data: OriginalData): readonly Run[] {
  return parent.children.flatMap((node) => (typeof node === 'string' ? [textRun(node)] : readInline(node, data)))
}

function readInline(node: XmlElement, data: OriginalData): readonly Run[] {
  const { id = '', startRef = id, dataRef, dataRefStart, dataRefEnd } = node.attributes
  const code = (role: 'open' | 'close' | 'single', ref: string | undefined, literal: string, of = id): Run => ({
    kind: 'code',
    id: of,
    role,
    data: data.get(ref ?? '') ?? (isTelling(node) ? literal : ''),
  })
  switch (localName(node.name)) {
    case 'ph':
      return [code('single', dataRef, literalStart(node, true))]
    case 'sc':
      return [code('open', dataRef, literalStart(node, true))]
    case 'ec':
      return [code('close', dataRef, literalStart(node, true), startRef)]
    case 'pc':
      return [
        code('open', dataRefStart, literalStart(node)),
        ...readNodes(node, data),
        code('close', dataRefEnd, literalEnd(node)),
      ]
    case 'cp':
      return [textRun(codePoint(node))]
    default:
      return readNodes(node, data)
  }
}

/** The character of `<cp hex="001B"/>`, which XML itself cannot hold; nothing when the number is none. */
export function codePoint(node: XmlElement): string {
  const code = Number.parseInt(node.attributes.hex ?? '', 16)
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** Text of a `data` element, with its code points. */
export function dataText(element: XmlElement): string {
  return element.children
    .map((node) => (typeof node === 'string' ? node : localName(node.name) === 'cp' ? codePoint(node) : dataText(node)))
    .join('')
}
