import { baseLanguage } from '../../../core/tags.ts'
import { foldText } from '../../text/fold.ts'
import type { UnitCheck } from '../finding.ts'
import { countLetters, sumOf } from '../letters.ts'
import type { Pair, Subject } from '../subject.ts'

/** Words in lower case that make a text more than a name or a term: fewer where the target is written in another script. */
const words = { otherScript: 3, sameScript: 4 }
const letters = { otherScript: 12, sameScript: 20 }
/** Han characters under a language in Latin letters that are more than a name. */
const hanCharacters = 8

/** A target that is its source: not translated, and more than names, numbers, addresses or program text. */
export const sameAsSourceCheck: UnitCheck = {
  id: 'same-as-source',
  kind: 'unit',
  title: 'a target that repeats its source',
  fix: 'remove',
  isSafe: false,
  needs: [],
  find: (subject) => {
    const same = subject.pairs.filter(isUntranslated)
    if (same.length === 0) return undefined
    return {
      severity: 'warning',
      message: `${same.map(({ target }) => target.label).join(', ')} repeats the source`,
      places: same.map(({ target }) => ({ variant: target.index, span: { start: 0, end: target.text.length } })),
    }
  },
  mend: (subject: Subject) => {
    const pairs = subject.pairs
    return pairs.length > 0 && pairs.every(isUntranslated) ? 'remove' : undefined
  },
}

function isUntranslated({ source, target }: Pair): boolean {
  if (source.text.length !== target.text.length && foldText(source.text) !== foldText(target.text)) return false
  if (baseLanguage(source.language) === baseLanguage(target.language)) return false
  if (foldText(source.text) !== foldText(target.text)) return false
  return isProse(source.text, isOtherScript({ source, target }))
}

function isOtherScript({ source, target }: Pair): boolean {
  const [a, b] = [source.writing.families, target.writing.families]
  return a.length > 0 && b.length > 0 && !a.some((family) => b.includes(family))
}

function isProse(text: string, otherScript: boolean): boolean {
  if (/[\\/=_{}<>@|#$]|:\/\/|\w[.:]\w/u.test(text)) return false
  const counts = countLetters(text)
  if (otherScript && sumOf(counts, ['han', 'kana', 'hangul']) >= hanCharacters) return true
  const lower = text.match(/(?<![\p{L}\p{N}’'-])\p{Ll}{2,}(?![\p{L}\p{N}])/gu) ?? []
  const kind = otherScript ? 'otherScript' : 'sameScript'
  return (
    lower.length >= words[kind] &&
    lower.join('').length >= letters[kind] &&
    lower.length * 2 >= (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0)
  )
}
