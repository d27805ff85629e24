import type { LanguagePack } from '../../core/contracts.ts'
import { setOf } from '../_shared/lists.ts'
import type { WordFinder } from '../_shared/words.ts'
import { clauseBreakers, clauseStarters, noVerbs, particles, sureParticles } from './verb-parts.ts'

/** A verb stands at most this many words before its particle. */
const reach = 24

/** Before anything but a stop it says what for: *om in Hanoi te tekenen*. */
const purpose = 'om'

const isInfinitive = (form: string): boolean => form.length > 3 && /(?:e|aa|oe|ie)n$/.test(form)
/** A participle keeps its particle: *opgeschreven*. */
const isParticiple = (norm: string, infinitive: string): boolean =>
  norm.startsWith('ge') && !infinitive.startsWith('ge')

interface Word {
  readonly start: number
  readonly end: number
  readonly norm: string
  /** A mark that ends a clause stands before it; a comma may stand inside one. */
  readonly isAfterStop: boolean
  readonly isAfterComma: boolean
}

/** Finds verbs whose particle stands apart: `kondigde … aan`, `aan te kondigen`. */
export function createSeparatedVerbFinder(
  words: WordFinder,
  verbs: (norm: string) => readonly string[],
): NonNullable<LanguagePack['separated']> {
  const apart = setOf(particles)
  const sure = setOf(sureParticles)
  const starters = setOf(clauseStarters)
  const breakers = setOf(clauseBreakers)
  const others = setOf(noVerbs)
  const infinitives = (norm: string): readonly string[] =>
    others.has(norm) ? [] : [norm, ...verbs(norm)].filter((form) => isInfinitive(form) && !isParticiple(norm, form))

  const isLoose = (found: readonly Word[], at: number): boolean => {
    const word = found[at]
    const next = found[at + 1]
    if (word === undefined || next === undefined || next.isAfterStop || next.isAfterComma) return true
    if (word.norm === purpose) return false
    return sure.has(word.norm) || (starters.has(next.norm) && !starters.has(found[at - 1]?.norm ?? ''))
  }

  return (text, span, isKnown, visit) => {
    const found = wordsWithMarks(words, text, span)
    found.forEach((word, at) => {
      if (!apart.has(word.norm)) return
      const infinitive = found[at + 1]?.norm === 'te' ? found[at + 2] : undefined
      if (infinitive !== undefined) {
        const whole = word.norm + infinitive.norm
        if (isKnown(whole)) visit(word.start, infinitive.end, whole)
        return
      }
      if (!isLoose(found, at)) return
      for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
        const verb = found[i]
        if (verb === undefined || found[i + 1]?.isAfterStop === true) return
        const whole = infinitives(verb.norm)
          .map((form) => word.norm + form)
          .find(isKnown)
        if (whole !== undefined) {
          visit(verb.start, verb.end, whole)
          return
        }
        // A clause in between that a comma has closed is passed: *de schade, die groot was, vast*.
        if (breakers.has(verb.norm) && !found.slice(i + 1, at + 1).some((each) => each.isAfterComma)) return
      }
    })
  }
}

function wordsWithMarks(words: WordFinder, text: string, span: Parameters<WordFinder>[1]): readonly Word[] {
  const found: Word[] = []
  let last = span.start
  words(text, span, (start, end, norm) => {
    const gap = text.slice(last, start)
    found.push({ start, end, norm, isAfterStop: /[.;:!?()…]/u.test(gap), isAfterComma: gap.includes(',') })
    last = end
  })
  return found
}
