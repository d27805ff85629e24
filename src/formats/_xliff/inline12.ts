import type { Run } from '../../core/types.ts'
import { joinTexts, textRun } from '../_units/content.ts'
import { localName, type XmlElement } from '../_xml/tree.ts'
import { literalEnd, literalStart, nativeCode } from './literal.ts'

/** Content of a `source`, `target` or segment `mrk` of XLIFF 1. Annotations (`mrk`) are taken off, their text stays. */
export function readContent12(parent: XmlElement): readonly Run[] {
  return joinTexts(readNodes(parent)).filter((run) => run.kind === 'code' || run.text !== '')
}

function readNodes(parent: XmlElement): readonly Run[] {
  return parent.children.flatMap((node) => (typeof node === 'string' ? [textRun(node)] : readInline(node)))
}

function readInline(node: XmlElement): readonly Run[] {
  const { id = '', rid = id, pos } = node.attributes
  const code = (role: 'open' | 'close' | 'single', data: string, of = id): Run => ({ kind: 'code', id: of, role, data })
  switch (localName(node.name)) {
    case 'x':
      return [code('single', literalStart(node, true))]
    case 'bx':
      return [code('open', literalStart(node, true), rid)]
    case 'ex':
      return [code('close', literalStart(node, true), rid)]
    case 'ph':
      return [code('single', nativeCode(node))]
    case 'bpt':
      return [code('open', nativeCode(node), rid)]
    case 'ept':
      return [code('close', nativeCode(node), rid)]
    case 'it':
      return [code(pos === 'close' ? 'close' : 'open', nativeCode(node), rid)]
    case 'mrk':
    case 'sub':
      return readNodes(node)
    default:
      return [code('open', literalStart(node)), ...readNodes(node), code('close', literalEnd(node))]
  }
}

/** The `mrk` elements that mark segments, at any depth, in order. */
export function segmentMarks(parent: XmlElement): readonly XmlElement[] {
  return parent.children.flatMap((node) => {
    if (typeof node === 'string') return []
    return localName(node.name) === 'mrk' && node.attributes.mtype === 'seg' ? [node] : segmentMarks(node)
  })
}
