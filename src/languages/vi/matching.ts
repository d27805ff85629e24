import type { Span } from '../../core/types.ts'
import type { GazetteerRow } from '../_shared/gazetteer-file.ts'
import { setOf } from '../_shared/lists.ts'
import { shortNames, wordings } from './names.ts'
import { foldTones } from './tones.ts'

const countries = setOf(shortNames.countries)
const pairs = setOf(shortNames.pairs)
const pronouns = setOf(shortNames.pronouns)
const followers = setOf(shortNames.followers)
const leads = setOf(shortNames.leads)
const titles = setOf(shortNames.titles)
const syllables = /[\p{L}\p{M}\p{N}]+/gu
/** Letters that Vietnamese does not write; names that have one are often written without. */
const foreignLetter = /[^\p{ASCII}àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/u
const ascii = /^\p{ASCII}*$/u
/** UTF-16 units around a name that are looked at. */
const reach = 16

/**
 * Whether a form of the list is what stands in a Vietnamese text. Diacritics have to be the same, wherever the tone mark
 * stands, unless the name has none at all and is no single syllable (`Ha Noi`); a country of one syllable must not be a
 * part of another name or a pronoun.
 */
export function acceptsForm(form: string, text: string, span: Span): boolean {
  return (
    hasSameSyllables(form, text.slice(span.start, span.end)) && (!countries.has(form) || isCountry(form, text, span))
  )
}

function hasSameSyllables(form: string, found: string): boolean {
  if (form === found) return true
  const written = found.match(syllables) ?? []
  if (written.length > 1 && ascii.test(found)) return true
  return (form.match(syllables) ?? []).every((word, at) => {
    const wanted = normOf(word)
    return wanted === normOf(written[at] ?? '') || foreignLetter.test(wanted)
  })
}

function normOf(word: string): string {
  return foldTones(word.normalize('NFC').toLowerCase())
}

function isCountry(form: string, text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - reach), start).normalize('NFC')
  const after = text.slice(end, end + reach).normalize('NFC')
  if (/\p{Lu}[\p{L}\p{M}]*\s?[-–]\s?$/u.test(before) || /^\s?[-–]\s?\p{Lu}/u.test(after)) return true
  const previous = /([\p{L}\p{M}]+)[^\S\n]$/u.exec(before)?.[1] ?? ''
  const next = /^[^\S\n]([\p{L}\p{M}]+)/u.exec(after)?.[1] ?? ''
  if (/^\p{Lu}[\p{Ll}\p{M}]/u.test(previous) || titles.has(previous) || followers.has(next)) return false
  if (pairs.has(form)) return leads.has(previous)
  return previous !== '' || !pronouns.has(form) || !/^\p{Ll}/u.test(next) || next === 'và'
}

/** A row with the ways in which its form is also written: inner capitals are left out as often as not, parts have other wordings. */
export function variantsOf(row: GazetteerRow): readonly GazetteerRow[] {
  const forms = [row.form]
  for (const [part, others] of Object.entries(wordings))
    if (row.form.includes(part) && row.form !== part)
      forms.push(...others.map((other) => row.form.replace(part, other)))
  if (/^(?:org|office|treaty|event):/u.test(row.key)) forms.push(...forms.map(withoutInnerCapitals))
  if (row.key.startsWith('event:')) forms.push(...forms.map(withSmallStart))
  return row.condition === undefined ? [...new Set(forms)].map((form) => ({ ...row, form })) : [row]
}

/** `Hội nghị Cấp cao ASEAN` as `Hội nghị cấp cao ASEAN`; names of three syllables or less keep theirs. */
function withoutInnerCapitals(form: string): string {
  if (form.split(' ').length < 4) return form
  return form.replaceAll(/(?<= )\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase())
}

/** Events are written small as often as not: `hội nghị cấp cao ASEAN`. */
function withSmallStart(form: string): string {
  return form.split(' ').length < 4 ? form : form.charAt(0).toLowerCase() + form.slice(1)
}
