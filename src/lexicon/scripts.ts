/** Scripts of a language, as its pack gives them (ISO 15924). */
export interface Written {
  readonly scripts: readonly string[]
}

const hanScripts = new Set(['Hani', 'Hans', 'Hant', 'Jpan'])

/** A language that writes names of people in Latin letters. */
export const isLatin = ({ scripts }: Written): boolean => scripts.includes('Latn')

/** A language that writes names of people in Han characters. */
export const isHan = ({ scripts }: Written): boolean => scripts.some((script) => hanScripts.has(script))

/** One of two languages writes names in Latin letters and the other in Han characters. */
export const isAcrossScripts = (a: Written, b: Written): boolean => (isLatin(a) && isHan(b)) || (isHan(a) && isLatin(b))
