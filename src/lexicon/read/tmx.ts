import { undetermined } from '../../core/tags.ts'
import type { ConceptTable } from '../concepts.ts'
import { cleanForm, type Entry, nameOfFile, tableOf } from './forms.ts'
import type { LexiconReader, MemoryUnit } from './material.ts'

/** A unit is a term when no side has more words than this, or more characters in scripts without spaces. */
const mostWords = 6
const mostCharacters = 12
/** Longer texts are not looked at, white space and all. */
const longestText = 400

/** A translation memory: its short units are terms; sentences are left for the learning of words from memories. */
export const reader: LexiconReader = {
  name: 'tmx',
  title: 'Translation memory (.tmx), its short units as terms',
  level: 'memory',
  sniff: ({ name, text }) => (/<tmx[\s>]/u.test(text) ? 0.95 : name.endsWith('.tmx') ? 0.5 : 0),
  async read(material, tally) {
    const entries = new Map<string, Entry>()
    let number = 0
    try {
      for await (const unit of material.units()) {
        number++
        const entry = readUnit(unit)
        const key = [...entry.forms].flat(2).join('\n')
        if (entry.forms.size < 2) tally.skip(reasonAgainst(unit), `unit ${number}`)
        else if (entries.has(key)) tally.skip('a unit that came before', `unit ${number}`)
        else {
          tally.keep()
          entries.set(key, entry)
        }
      }
    } catch (error) {
      if (entries.size === 0) throw error
      tally.breakOff(error instanceof Error ? error.message : String(error))
    }
    return tableOf({ name: nameOfFile(material.name), level: 'memory' }, [...entries.values()])
  },
}

/** A table of those of some units that are terms, at the trust of a memory; each pair of terms once. */
export function termsOfUnits(name: string, units: readonly MemoryUnit[]): ConceptTable {
  const entries = new Map<string, Entry>()
  for (const unit of units) {
    const entry = readUnit(unit)
    if (entry.forms.size >= 2) entries.set([...entry.forms].flat(2).join('\n'), entry)
  }
  return tableOf({ name, level: 'memory' }, [...entries.values()])
}

/** Words of longer units can be learnt from many of them; one by one they say nothing of words. */
const reasonAgainst = (unit: MemoryUnit): string =>
  unit.every(({ language, text }) => language !== undetermined && /\p{L}/u.test(text))
    ? 'a unit longer than a term, which is for learning and not for looking up'
    : 'a unit without words on both sides'

function readUnit(unit: MemoryUnit): Entry {
  const forms = new Map<string, readonly string[]>()
  for (const { language, text } of unit) {
    if (text.length > longestText) continue
    const form = cleanForm(text).replace(/[\s.,:;!?…。，：；！？]+$/u, '')
    if (language === undetermined || !isShort(form)) continue
    forms.set(language, [...(forms.get(language) ?? []), form])
  }
  return { kind: 'm', forms: forms.size === new Set(unit.map((one) => one.language)).size ? forms : new Map() }
}

function isShort(form: string): boolean {
  if (!/\p{L}/u.test(form) || form.length > 120) return false
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(form))
    return form.length <= mostCharacters
  return form.split(' ').length <= mostWords
}
