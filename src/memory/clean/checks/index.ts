import type { Check } from '../finding.ts'
import { duplicateCheck } from './duplicate.ts'
import { emptyCheck } from './empty.ts'
import { encodingCheck } from './encoding.ts'
import { lengthCheck } from './length.ts'
import { namesCheck } from './names.ts'
import { numbersCheck } from './numbers.ts'
import { outdatedCheck } from './outdated.ts'
import { sameAsSourceCheck } from './same-as-source.ts'
import { tagsCheck } from './tags.ts'
import { whiteSpaceCheck } from './white-space.ts'
import { wrongLanguageCheck } from './wrong-language.ts'

/** All checks of `memory clean`. Repairs are made in this order, so that each sees what those before it put right. */
export const checks: readonly Check[] = [
  encodingCheck,
  whiteSpaceCheck,
  wrongLanguageCheck,
  emptyCheck,
  sameAsSourceCheck,
  duplicateCheck,
  outdatedCheck,
  lengthCheck,
  numbersCheck,
  namesCheck,
  tagsCheck,
]
