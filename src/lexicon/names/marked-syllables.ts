import type { MarkedSyllables } from '../../languages/_shared/name-data.ts'
import type { NameWord } from './latin-name.ts'
import { createReadingsOf, createSyllableReader, type NameReader, type SpeltReading } from './syllables.ts'

/** The letters agree, a tone or another mark does not. */
const unmarkedQuality = 0.93

/** Reads names whose words are one syllable each, with marks or without. */
export function createMarkedReader(data: MarkedSyllables): NameReader {
  return createSyllableReader({
    spellingAt: (word, from) => (from > 0 ? [] : readingsOfWord(word, data)),
    readingsOf: createReadingsOf(data.readings, (letters) => letters),
    surnames: data.surnames,
    surnameWeight: data.surnameWeight,
    limits: { mostSteps: 6, isCertain: (steps) => steps < Infinity },
    surnameQuality: (word, spellings) =>
      !hasMarks(word) || spellings.some((each) => markedKey(each.toLowerCase()) === markedKey(word.marked))
        ? 1
        : unmarkedQuality,
  })
}

function readingsOfWord(word: NameWord, { readings }: MarkedSyllables): readonly SpeltReading[] {
  const cell = readings.get(word.letters)
  if (cell === undefined) return []
  const key = hasMarks(word) ? markedKey(word.marked) : undefined
  return cell.split(' ').map((entry) => {
    const colon = entry.indexOf(':')
    const agrees = key === undefined || markedKey(entry.slice(0, colon)) === key
    return { length: word.letters.length, characters: entry.slice(colon + 1), quality: agrees ? 1 : unmarkedQuality }
  })
}

const hasMarks = (word: NameWord): boolean => word.marked !== word.letters

const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** A marked syllable in one form: the tone behind the letters wherever it was written, a final y as i. */
function markedKey(syllable: string): string {
  const apart = syllable.normalize('NFD')
  const tone = apart.match(tones)?.join('') ?? ''
  return apart.replace(tones, '').replace(/(?<![aeo]\p{M}?)y$/u, 'i') + tone
}
