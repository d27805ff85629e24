import { baseLanguage } from '../../../core/tags.ts'
import { foldText } from '../../text/fold.ts'
import type { FindingPlace, Mended, Report, UnitCheck } from '../finding.ts'
import { countLetters, type Family, families, startsIn, sumOf, totalOf, type Writing } from '../letters.ts'
import { type Side, type Subject, withVariants } from '../subject.ts'
import type { CleanTools } from '../tools.ts'

/** Under this many letters trigrams are no judge. */
const enoughLetters = 80
/** Letters of a foreign script that make a text: a Han character or a syllable is half a word. */
const fewest = (family: Family): number => (family === 'han' || family === 'kana' || family === 'hangul' ? 2 : 4)
/** Letters and words in lower case that make Latin text more than a brand or a file name. */
const latinText = { letters: 20, words: 4 }
/** Share of everyday words that a text of some length has in its own language, and by how much it beats others'. */
const everyday = { least: 0.12, lead: 2.5 }

/** Text in another language than its tag says: by its script, and in long texts of one script by its words and trigrams. */
export const wrongLanguageCheck: UnitCheck = {
  id: 'wrong-language',
  kind: 'unit',
  title: 'text in another language than its tag says',
  fix: 'repair',
  isSafe: true,
  needs: ['languages'],
  find: (subject, tools) => {
    const { sides } = subject
    if (isSwapped(subject)) return swapReport(sides)
    for (const side of sides) {
      const message = scriptMessage(side, sides) ?? formMessage(side, tools) ?? languageMessage(side, sides, tools)
      if (message !== undefined) return { severity: 'warning', message, places: [wholeOf(side)] }
    }
    return undefined
  },
  mend,
}

const wholeOf = ({ index, text }: Side): FindingPlace => ({ variant: index, span: { start: 0, end: text.length } })

function swapReport(sides: readonly Side[]): Report {
  const names = sides.map(({ label }) => label).join(' and ')
  return { severity: 'error', message: `${names} have each other's text`, places: sides.map(wholeOf) }
}

/** Each of two sides is written as the other one should be, and not as it should be itself. */
function isSwapped({ sides }: Subject): boolean {
  const [first, second] = sides
  if (first === undefined || second === undefined || sides.length !== 2) return false
  return isOnly(first.text, first.writing, second.writing) && isOnly(second.text, second.writing, first.writing)
}

function isOnly(text: string, own: Writing, other: Writing): boolean {
  const main = other.families[0]
  if (main === undefined || own.families.length === 0 || own.families.some((each) => other.families.includes(each)))
    return false
  if (startsIn(text, own.families)) return false
  const counts = countLetters(text)
  return sumOf(counts, own.families) === 0 && sumOf(counts, other.families) >= fewest(main)
}

/** Exchanges the contents, so that the source stays first. */
function mend(subject: Subject): Mended | undefined {
  const [first, second] = subject.unit.variants
  if (first === undefined || second === undefined || !isSwapped(subject)) return undefined
  return withVariants(subject.unit, [
    { ...first, content: second.content },
    { ...second, content: first.content },
  ])
}

function scriptMessage(side: Side, sides: readonly Side[]): string | undefined {
  const { families: own } = side.writing
  if (own.length === 0 || startsIn(side.text, own)) return undefined
  const counts = countLetters(side.text)
  if (sumOf(counts, own) > 0 || counts.other > 0) return undefined
  const foreign = families.find((family) => counts[family] * 2 > totalOf(counts))
  if (foreign === undefined || counts[foreign] < fewest(foreign)) return undefined
  if (foreign === 'latin' && !isLatinSentence(side.text)) return undefined
  // The same text on both sides is another matter, and often a name.
  if (sides.some((other) => other !== side && foldText(other.text) === foldText(side.text))) return undefined
  return `${side.label} is written in ${scriptNames[foreign]} letters`
}

const scriptNames: Readonly<Record<Family, string>> = {
  latin: 'Latin',
  han: 'Chinese',
  kana: 'Japanese',
  hangul: 'Korean',
  cyrillic: 'Cyrillic',
  greek: 'Greek',
  arabic: 'Arabic',
  hebrew: 'Hebrew',
  indic: 'Indian',
  thai: 'Thai',
}

/** Words in lower case, not names, paths or program text. */
function isLatinSentence(text: string): boolean {
  if (/[\\/=_{}<>@]|:\/\//u.test(text)) return false
  const words = text.match(/(?<![\p{L}\p{N}])\p{Ll}+(?![\p{L}\p{N}])/gu) ?? []
  return words.length >= latinText.words && words.join('').length >= latinText.letters
}

/** Simplified text under a tag that says traditional, or the reverse. */
function formMessage({ label, text, writing }: Side, tools: CleanTools): string | undefined {
  const { script, isStated } = writing
  if (!isStated || (script !== 'Hant' && script !== 'Hans')) return undefined
  const { simplified, traditional } = tools.countHanForms(text)
  if (script === 'Hant' && simplified >= 3 && traditional === 0) return `${label} is written in simplified characters`
  if (script === 'Hans' && traditional >= 3 && simplified === 0) return `${label} is written in traditional characters`
  return undefined
}

/** Another language in the same script: its everyday words stand there, those of the tag's language do not, and trigrams agree. */
function languageMessage(side: Side, sides: readonly Side[], tools: CleanTools): string | undefined {
  if (side.text.length < enoughLetters || !side.writing.families.includes('latin')) return undefined
  const base = baseLanguage(side.language)
  const own = tools.commonWordShare(side.text, base)
  if (own === undefined || own >= everyday.least || countLetters(side.text).latin < enoughLetters) return undefined
  const guess = tools.guessLanguage(side.text)
  if (guess === undefined || guess.by !== 'detector' || guess.runnerUp !== undefined) return undefined
  const guessed = baseLanguage(guess.tag)
  const share = tools.commonWordShare(side.text, guessed) ?? 0
  if (guessed === base || share < everyday.least || share < everyday.lead * own) return undefined
  const like = sides.find((other) => other !== side && baseLanguage(other.language) === guessed)
  return `${side.label} looks like ${like === undefined ? guess.tag : `${like.language}, the other side's language`}`
}
