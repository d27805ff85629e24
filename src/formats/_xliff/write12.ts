import type { Run, TranslationUnit } from '../../core/types.ts'
import { matesOf, uniqueCodeIds } from '../_units/codes.ts'
import type { Property } from '../_units/provenance.ts'
import { attributesText, escapeText } from '../_xml/escape.ts'
import { toFileTag } from '../_xml/tags.ts'
import type { ReadyUnit } from './job.ts'
import { contextTypeOf, kept } from './properties.ts'
import { stateToWrite } from './states.ts'

/** How halves of a pair are written: `it` says most, `bpt` and `ept` are what the npm package `xliff` can read. */
export type HalfElement = 'it' | 'bpt'

/** A `trans-unit` of XLIFF 1.2 strict, with our say about it as contexts: a state must not claim a match in a memory. */
export function transUnitText(ready: ReadyUnit, half: HalfElement): string {
  const { unit, attributes } = ready
  const translate = attributes.get(kept.translate)
  const state = stateToWrite(unit, attributes.get(kept.state), ready.provenance.length > 0, '1.2')
  const head = attributesText([
    ['id', ready.id],
    ['resname', attributes.get(kept.name)],
    ['translate', translate === 'yes' || translate === 'no' ? translate : undefined],
    ['approved', isDecided(unit) ? 'yes' : undefined],
  ])
  const source = attributesText([['xml:lang', toFileTag(ready.languages.sourceLanguage)]])
  const target = attributesText([
    ['xml:lang', toFileTag(ready.languages.targetLanguage)],
    ['state', state?.state],
  ])
  const others = ready.others.map(([name, value]): Property => [contextTypeOf(name), value])
  const lines = [
    `<source${source}>${content12(ready.source, half)}</source>`,
    `<target${target}>${content12(ready.target, half)}</target>`,
    ...contextGroup([...ready.provenance, ...others]),
    ...ready.notes.map((note) => `<note>${escapeText(note)}</note>`),
    ...ready.ownNotes.map((note) => `<note from="aligner">${escapeText(note)}</note>`),
  ]
  return `      <trans-unit${head}>\n${lines.map((line) => `        ${line}\n`).join('')}      </trans-unit>\n`
}

const isDecided = (unit: TranslationUnit): boolean =>
  unit.decision.state === 'accepted' || unit.decision.state === 'edited'

/** Without a name: the schema wants names of groups to be unique in a file. */
function contextGroup(contexts: readonly Property[]): readonly string[] {
  if (contexts.length === 0) return []
  const lines = contexts.map(
    ([type, value]) => `          <context${attributesText([['context-type', type]])}>${escapeText(value)}</context>`,
  )
  return [`<context-group purpose="information">\n${lines.join('\n')}\n        </context-group>`]
}

/** Content of a `source` or `target`: `bpt` and `ept` for pairs, `ph` for single codes, all with their native code. */
export function content12(content: readonly Run[], half: HalfElement): string {
  const mates = matesOf(content)
  const ids = uniqueCodeIds(content, mates, (id) => id !== '')
  return content
    .map((run, i) => {
      if (run.kind === 'text') return escapeText(run.text)
      const id = ids[i]
      if (run.role === 'single') return code12('ph', [['id', id]], run.data)
      if (half === 'it' && (mates[i] ?? -1) < 0)
        return code12(
          'it',
          [
            ['id', id],
            ['pos', run.role],
          ],
          run.data,
        )
      return code12(run.role === 'open' ? 'bpt' : 'ept', [['id', id]], run.data)
    })
    .join('')
}

const code12 = (name: string, attributes: readonly (readonly [string, string | undefined])[], data: string): string =>
  `<${name}${attributesText(attributes)}>${escapeText(data)}</${name}>`
