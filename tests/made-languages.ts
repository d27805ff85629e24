/** Two invented languages: word i of one is rendered by word i of the other, and no word resembles its rendering. */
const syllables = [
  ['ba', 'do', 'gi', 'lu', 'me', 'ro', 'tan', 'vel'],
  ['ka', 'shy', 'po', 'zin', 'hu', 'wef', 'jo', 'nax'],
] as const
const vocabularySize = 90

const wordOf = (side: 0 | 1, index: number): string => {
  const own = syllables[side]
  return [index % 8, (index >> 3) % 8, (index * 5 + 3) % 8].map((digit) => own[digit] ?? '').join('')
}

/** A small generator of pseudo-random numbers below `limit`, the same in every run (Lehmer 1951, modulus 2^31 - 1). */
export function createDice(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 48271) % 2147483647
    return state % limit
  }
}

/** Lines of a text and of its translation, and which of them belong together. */
export interface MadeText {
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly pairs: readonly (readonly [number, number])[]
}

/**
 * A text of so many lines whose translation has other word order; one line is missing on each
 * side, and a number stands in about every other line. */
export function makeText(lines: number, seed: number): MadeText {
  const dice = createDice(seed)
  const [lostSource, lostTarget] = [dice(lines), dice(lines)]
  const source: string[] = []
  const target: string[] = []
  const pairs: [number, number][] = []
  for (let line = 0; line < lines; line++) {
    const words = Array.from({ length: 5 + dice(3) }, () => dice(vocabularySize))
    const number = dice(2) === 0 ? ` ${100 + dice(900)}` : ''
    const turn = 1 + dice(words.length - 1)
    const turned = [...words.slice(turn), ...words.slice(0, turn)]
    if (line !== lostSource && line !== lostTarget) pairs.push([source.length, target.length])
    if (line !== lostSource) source.push(`${words.map((word) => wordOf(0, word)).join(' ')}${number}.`)
    if (line !== lostTarget) target.push(`${turned.map((word) => wordOf(1, word)).join(' ')}${number}.`)
  }
  return { source, target, pairs }
}
