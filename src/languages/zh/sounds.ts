import { readData, readTable, type SoundCharacter, type SoundTable } from '../_shared/name-data.ts'

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
    .replace(/(?<=[a-z])x/gu, 'ks')
    .replace(/([bcdfghjklmnpqrstvwxz])\1/gu, '$1')
}

/** Sounds of transcription characters, as `zh/build/sounds.mjs` learns them. A character's own are read when it is asked for. */
export function readSounds(): SoundTable {
  const onsets = new Map<string, ReadonlyMap<string, number>>()
  const rimes = new Map<string, ReadonlyMap<string, number>>()
  const cells = new Map<string, string>()
  const common = new Set<string>()
  for (const line of readData('zh', 'sounds.tsv').split('\n')) {
    if (line === '') continue
    const key = line.slice(line.indexOf('\t') + 1, line.lastIndexOf('\t'))
    if (line.startsWith('onset')) onsets.set(key, costsOf(line.slice(line.lastIndexOf('\t') + 1)))
    else if (line.startsWith('rime')) rimes.set(key, costsOf(line.slice(line.lastIndexOf('\t') + 1)))
    else if (line.startsWith('common')) for (const each of line.slice(line.lastIndexOf('\t') + 1)) common.add(each)
    else cells.set(key.charAt(0), line)
  }
  const known = new Map<string, SoundCharacter | undefined>()
  const character = (each: string): SoundCharacter | undefined => {
    if (known.has(each)) return known.get(each)
    const cell = cells.get(each)
    const found = cell === undefined ? undefined : characterOf(cell)
    known.set(each, found)
    return found
  }
  return {
    onsets,
    rimes,
    character,
    preference: (each) =>
      character(each)?.preference ?? (common.has(each) || !isHan(each) ? undefined : rarePreference),
    syllable: createSyllables(),
    letters: soundLetters,
  }
}

/** For a character that is rare in both. */
const rarePreference = 0.5
const isHan = (character: string): boolean => character >= '\u3400' && character <= '\u9fff'

function characterOf(line: string): SoundCharacter {
  const [, , syllable = '', preference = '', chunks = ''] = line.split('\t')
  const [initial = '', final = ''] = syllable.split('.')
  return { initial, final, preference: Number(preference) / 10, chunks: costsOf(chunks) }
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

/** First Mandarin syllable of any character; the table is read when it is first asked for. */
function createSyllables(): (character: string) => string | undefined {
  let readings: ReadonlyMap<string, string> | undefined
  return (character) => {
    readings ??= readTable('zh', 'readings.tsv')
    for (const [reading, characters] of readings)
      if (characters.includes(character)) return /^(?:zh|ch|sh|[rzcs])\.i$/u.test(reading) ? `${reading}i` : reading
    return undefined
  }
}
