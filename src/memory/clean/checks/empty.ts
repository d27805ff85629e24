import type { Mended, UnitCheck } from '../finding.ts'
import { hasLetterOrDigit } from '../letters.ts'
import { type Side, type Subject, withVariants } from '../subject.ts'

/** A side with punctuation alone is something else than a translation of so many letters and digits. */
const enough = 8

/** A side without any letter or digit while another has them. */
export const emptyCheck: UnitCheck = {
  id: 'empty',
  kind: 'unit',
  title: 'a side without text',
  fix: 'remove',
  isSafe: true,
  needs: [],
  find: (subject) => {
    const empty = emptySides(subject)
    if (empty.length === 0) return undefined
    const names = [...new Set(empty.map(({ language }) => language))].join(', ')
    return {
      severity: 'error',
      message: empty.every(isBlank) ? `${names} is empty` : `${names} has neither letter nor digit`,
      places: empty.map(({ index, text }) => ({ variant: index, span: { start: 0, end: text.length } })),
    }
  },
  mend,
}

/** Takes out blank variants; a unit with less than two others goes. Codes without text may be a picture, so they stay. */
function mend(subject: Subject): Mended | undefined {
  const blank = emptySides(subject).filter((side) => isBlank(side) && side.content.every(({ kind }) => kind === 'text'))
  if (blank.length === 0) return undefined
  const { unit, source } = subject
  const variants = unit.variants.filter((_, index) => !blank.some((side) => side.index === index))
  if (variants.length < 2 || blank.some(({ index }) => index === source)) return 'remove'
  return withVariants(unit, variants)
}

function emptySides({ sides }: Subject): readonly Side[] {
  const bare = sides.filter(({ text }) => !hasLetterOrDigit(text))
  if (bare.length === 0 || bare.length === sides.length) return []
  const size = Math.max(...sides.map(({ text }) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0))
  // An arrow, a currency sign or a face can stand for a word.
  return bare.filter((side) => isBlank(side) || (size >= enough && !/[\p{S}%&#@*]/u.test(side.text)))
}

const isBlank = ({ text }: Side): boolean => /^[\s\p{Cf}\p{Cc}]*$/u.test(text)
