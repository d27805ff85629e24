import { randomFrom } from '../../random.ts'

/** Makes texts that look like sentences: words by Zipf's law in patterns that come again. */
export interface Sentences {
  next(): string
  /** A text with so many of its tokens exchanged, left out or put in. */
  change(text: string, times: number): string
}

const syllables = ['ba', 'de', 'go', 'hu', 'ik', 'lo', 'me', 'nar', 'op', 'ste', 'ta', 'ver', 'wi', 'zen']

export function createSentences(seed: number, kind: 'words' | 'characters', vocabulary = 4000): Sentences {
  const random = randomFrom(seed)
  const below = (count: number): number => Math.floor(random() * count)
  const ofRank = (rank: number): string => {
    if (kind === 'characters') return String.fromCharCode(0x4e00 + rank)
    let word = ''
    for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / syllables.length))
      word += syllables[rest % syllables.length] ?? ''
    return word
  }
  const token = (): string => ofRank(Math.min(vocabulary - 1, Math.floor(vocabulary ** random()) - 1))
  const space = kind === 'words' ? ' ' : ''
  const patterns = Array.from({ length: 60 }, () =>
    Array.from({ length: 4 + below(14) }, () => (random() < 0.7 ? token() : '')),
  )
  return {
    next: () => (patterns[below(patterns.length)] ?? []).map((word) => word || token()).join(space),
    change: (text, times) => {
      const tokens = kind === 'words' ? text.split(' ') : [...text]
      for (let k = 0; k < times; k++) {
        const at = below(tokens.length)
        const what = below(3)
        tokens.splice(at, what === 1 ? 0 : 1, ...(what === 2 && tokens.length > 1 ? [] : [token()]))
      }
      return tokens.join(space)
    },
  }
}
