import { plainText, unitIdOf } from './core/content.ts'
import { AppError } from './core/errors.ts'
import type { Decision, Run, TranslationUnit } from './core/types.ts'
import type { Memory } from './memory/memory.ts'
import { packUnit } from './memory/packed.ts'
import type { MemoryUnit } from './memory/types.ts'

/** Something done to units of a memory by a person: one step, which can be undone. */
export type UnitEdit =
  | { readonly kind: 'retext'; readonly key: number; readonly contents: readonly (readonly Run[])[] }
  | { readonly kind: 'mark'; readonly keys: readonly number[]; readonly state: Decision['state'] }
  | { readonly kind: 'delete'; readonly keys: readonly number[] }

/** Who edits, and when (ISO 8601). */
export interface Editor {
  readonly by: string
  readonly at: string
}

/** A step, and what became of the units that it touched: another key, the same one, or nothing. */
export interface EditedUnits {
  readonly step: number
  readonly heirs: readonly (readonly [old: number, now: number | undefined])[]
}

/**
 * Makes an edit. Fails with MEMORY_UNIT_GONE when a unit is not there any more, and with MEMORY_CODES when a text lacks an inline
 * code that it had, or has one that it had not. Nothing comes back when nothing would change.
 */
export async function editUnits(memory: Memory, edit: UnitEdit, editor: Editor): Promise<EditedUnits | undefined> {
  if (edit.kind === 'delete') return deleteUnits(memory, edit.keys, editor)
  const keys = edit.kind === 'retext' ? [edit.key] : edit.keys
  const units = (await memory.unitsOf(keys)).map((unit, i) => unit ?? gone(keys[i]))
  const changes = units.flatMap(({ key, unit: old }) => {
    const unit = edit.kind === 'retext' ? withContents(old, edit.contents, editor) : withState(old, edit.state, editor)
    return unit === undefined ? [] : [{ key, unit }]
  })
  if (changes.length === 0) return undefined
  const label = edit.kind === 'retext' ? `edit of ${quoted(units)}` : `${words[edit.state]} ${quoted(units)}`
  const step = await memory.replace({ kind: 'edit', label, ...editor }, changes)
  const heirs = await Promise.all(
    changes.map(async ({ key, unit }) => [key, await heirOf(memory, step, key, unit)] as const),
  )
  return { step, heirs }
}

async function deleteUnits(memory: Memory, keys: readonly number[], editor: Editor): Promise<EditedUnits | undefined> {
  const units = (await memory.unitsOf(keys)).filter((unit) => unit !== undefined)
  if (units.length === 0) return gone(keys[0])
  const living = units.map(({ key }) => key)
  const step = await memory.remove({ kind: 'delete', label: `deletion of ${quoted(units)}`, ...editor }, living)
  return { step, heirs: living.map((key) => [key, undefined] as const) }
}

const words: Readonly<Record<Decision['state'], string>> = {
  proposed: 'reopening of',
  accepted: 'acceptance of',
  rejected: 'rejection of',
  edited: 'edit of',
}

function gone(key: number | undefined): never {
  throw new AppError('MEMORY_UNIT_GONE', `unit ${key} is no longer in the memory`)
}

const longestLabel = 40

/** The beginning of the source of one unit, or how many there are. */
function quoted(units: readonly MemoryUnit[]): string {
  const [first] = units
  if (units.length !== 1 || first === undefined) return `${units.length} units`
  const text = plainText(first.unit.variants[0]?.content ?? []).replace(/\s+/gu, ' ')
  const letters = Array.from(text)
  return `“${letters.length > longestLabel ? `${letters.slice(0, longestLabel).join('')}…` : text}”`
}

function withState(unit: TranslationUnit, state: Decision['state'], editor: Editor): TranslationUnit | undefined {
  if (unit.decision.state === state) return undefined
  return { ...unit, decision: state === 'proposed' ? { state } : { state, ...editor } }
}

function withContents(
  unit: TranslationUnit,
  contents: readonly (readonly Run[])[],
  editor: Editor,
): TranslationUnit | undefined {
  if (contents.length !== unit.variants.length)
    throw new AppError('MEMORY_UNIT_GONE', `the unit has ${unit.variants.length} texts, not ${contents.length}`)
  const variants = unit.variants.map((variant, i) => {
    const content = (contents[i] ?? []).filter((run) => run.kind === 'code' || run.text !== '')
    checkCodes(variant.content, content, variant.language)
    return { ...variant, content }
  })
  if (JSON.stringify(variants) === JSON.stringify(unit.variants)) return undefined
  return {
    ...unit,
    id: unitIdOf(variants),
    variants,
    decision: { state: 'edited', ...editor },
    props: {
      ...unit.props,
      '@changedate': tmxTime(editor.at),
      ...(editor.by === '' ? {} : { '@changeid': editor.by }),
    },
  }
}

const tmxTime = (at: string): string => at.replace(/\.\d+/u, '').replace(/[-:]/gu, '')

/** Other tools need every code that a text had. */
function checkCodes(before: readonly Run[], after: readonly Run[], language: string): void {
  const [had, has] = [before, after].map((content) =>
    content.flatMap((run) => (run.kind === 'code' ? `${run.role} ${run.id} ${run.data}` : [])).sort(),
  )
  if (JSON.stringify(had) === JSON.stringify(has)) return
  throw new AppError('MEMORY_CODES', `the text in ${language} lacks an inline code that it had, or has one too many`)
}

/** What a unit lives as after a step: under its own key, a new one, or that of an equal unit. */
async function heirOf(memory: Memory, step: number, key: number, unit: TranslationUnit): Promise<number | undefined> {
  const { identity } = packUnit(unit)
  const [own] = await memory.unitsOf([key])
  if (own !== undefined && packUnit(own.unit).identity === identity) return key
  const [source, target] = unit.variants
  if (source === undefined || target === undefined) return undefined
  const found = await memory.exact({
    text: plainText(source.content),
    content: source.content,
    sourceLanguage: source.language,
    targetLanguage: target.language,
  })
  const equal = found.filter((match) => packUnit(match.unit.unit).identity === identity)
  return (equal.find((match) => match.unit.step === step) ?? equal[0])?.unit.key
}
