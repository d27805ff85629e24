import { readDataLines, readReadings, type SoundCharacter, type SoundTable } from '../_shared/name-data.ts'

/** Letters of European alphabets that sound unlike their base letter; the build script of `sounds.tsv` has the same list. */
const special: Readonly<Record<string, string>> = {
  š: 'sh',
  č: 'ch',
  ć: 'ch',
  ž: 'zh',
  ş: 'sh',
  ș: 'sh',
  ţ: 'ts',
  ț: 'ts',
  ğ: '',
  ı: 'i',
  ł: 'w',
  ñ: 'ny',
  ø: 'o',
  å: 'o',
  æ: 'ae',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  œ: 'oe',
}

/** A Latin name as transcriptions see it: a to z, double consonants single. */
export function soundLetters(name: string): string {
  return [...name.normalize('NFC').toLowerCase()]
    .map((letter) => special[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/[^a-z]/gu, '')
    .replace(/(?<=[aeiou])x/gu, 'ks')
    .replace(/([bcdfghjklmnpqrstvwxz])\1/gu, '$1')
}

/** Sounds of transcription characters, as `zh/build/sounds.mjs` learns them. */
export function readSounds(): SoundTable {
  const onsets = new Map<string, ReadonlyMap<string, number>>()
  const rimes = new Map<string, ReadonlyMap<string, number>>()
  const characters = new Map<string, SoundCharacter>()
  for (const line of readDataLines('zh', 'sounds.tsv')) {
    const [kind, key = '', first = '', preference = '', chunks = ''] = line.split('\t')
    if (kind === 'onset') onsets.set(key, costsOf(first))
    else if (kind === 'rime') rimes.set(key, costsOf(first))
    else {
      const [initial = '', final = ''] = first.split('.')
      characters.set(key, { initial, final, preference: Number(preference) / 10, chunks: costsOf(chunks) })
    }
  }
  return { onsets, rimes, characters, syllables: readSyllables, letters: soundLetters }
}

/** `b:2 p:17` in tenths of nats. */
function costsOf(cell: string): ReadonlyMap<string, number> {
  const costs = new Map<string, number>()
  for (const entry of cell.split(' ')) {
    const colon = entry.lastIndexOf(':')
    if (colon >= 0) costs.set(entry.slice(0, colon), Number(entry.slice(colon + 1)) / 10)
  }
  return costs
}

function readSyllables(): ReadonlyMap<string, readonly string[]> {
  const syllables = new Map<string, string[]>()
  for (const [reading, characters] of readReadings('zh', 'readings.tsv')) {
    const syllable = /^(?:zh|ch|sh|[rzcs])\.i$/u.test(reading) ? `${reading}i` : reading
    for (const character of characters) {
      const known = syllables.get(character)
      if (known === undefined) syllables.set(character, [syllable])
      else known.push(syllable)
    }
  }
  return syllables
}
