/** The words of a text, parted by white space. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '')
}

/** The words of a text as a set. */
export function setOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text))
}

/** Phrases of a text, parted by `|`. */
export function phrasesOf(text: string): readonly string[] {
  return text
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}
