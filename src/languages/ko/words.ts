import { wordsOf } from '../_shared/lists.ts'
import { keptEndings } from './sentences.ts'

const cases =
  '에서부터|으로부터|로부터|에서|에게서|에게|께서|으로서|로서|으로써|로써|으로|에|까지|부터|보다|처럼|만큼|마다|조차|마저|하고|이나|이며|이다|입니다|이었다|였다|이라고|라고|이라는|라는|이란'
const single = '[은는을를의와과도만로이가]'

/**
 * The particles at the end of a word of Hangul that leave at least two syllables, or a word of another script: 일본의,
 * 협력에서는, `ASEAN과`; not the end of a word that only looks like one (회의, 제도).
 */
export const wordEnding = new RegExp(
  `(?<=[\\p{Script=Hangul}]{2}|[\\p{Script=Latin}\\p{N}])(?<!(?:${wordsOf(keptEndings).join('|')})$)(?:(?:들)?(?:${cases})[은는도만의]?|(?:들)?${single})$`,
  'u',
)

/** The endings of verbs that are made of a Chinese word and 하다, 되다, 시키다. */
const verbEnding =
  /(?<=\p{Script=Hangul}{2})(?:하|했|한|할|함|합니|해|되|됐|된|될|됨|돼|시키|시킨|시켰)\p{Script=Hangul}*$/u

/** What inflected Korean words share: 합의했다, 합의하기로 and 합의를 are 합의. */
export function stemKorean(norm: string): string {
  if (!/\p{Script=Hangul}/u.test(norm)) return norm
  const noun = norm.replace(verbEnding, '')
  return noun === norm ? norm.replace(wordEnding, '') : noun
}
