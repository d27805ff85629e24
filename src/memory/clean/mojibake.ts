/** Characters that windows-1252 has at 0x80..0x9F (WHATWG Encoding, index windows-1252); the five holes are controls. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const byteOf: ReadonlyMap<string, number> = new Map([...upper].map((character, i) => [character, 0x80 + i]))

/** UTF-8 that was read as windows-1252 or Latin-1: a lead byte of two, three or four and as many bytes after it. */
const last = `[\\u0080-\\u00bf${[...upper].join('')}]`
const sequence = new RegExp(`[Â-ß]${last}|[à-ï]${last}{2}|[ð-ô]${last}{3}`, 'gu')
const control = /[\u0080-\u0084\u0086-\u009f]/gu
const anySuspect = /[\u0080-\u009f\ufffdÂ-ô]/u

/** Damage of one text. */
export interface Damage {
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  /** The text put right; undefined when that cannot be done with certainty. */
  readonly repaired: string | undefined
}

/**
 * Finds text that was decoded in the wrong encoding, once or more often, characters that were lost (U+FFFD) and control
 * characters of Latin-1; undefined for sound text.
 */
export function findDamage(text: string): Damage | undefined {
  if (!anySuspect.test(text)) return undefined
  const spans = [
    ...sequencesIn(text).map(({ start, end }) => ({ start, end })),
    ...[...text.matchAll(control), ...text.matchAll(/\ufffd/gu)].map(({ index }) => ({ start: index, end: index + 1 })),
  ].sort((a, b) => a.start - b.start)
  if (spans.length === 0) return undefined
  return { spans: joined(spans), repaired: repair(text) }
}

/** Undoes up to three wrong decodings, then gives Latin-1 controls the characters of windows-1252. */
function repair(text: string): string | undefined {
  let now = text
  for (let round = 0; round < 3; round++) {
    const next = decodeOnce(now)
    if (next === now) break
    now = next
  }
  now = now.replace(control, (character) => upper[character.charCodeAt(0) - 0x80] ?? character)
  const isClean = !/[\ufffd\u0080-\u0084\u0086-\u009f]/u.test(now) && sequencesIn(now).length === 0
  return isClean && now !== text ? now : undefined
}

function decodeOnce(text: string): string {
  let out = ''
  let at = 0
  for (const { start, end, decoded } of sequencesIn(text)) {
    out += text.slice(at, start) + decoded
    at = end
  }
  return out + text.slice(at)
}

interface Sequence {
  readonly start: number
  readonly end: number
  readonly decoded: string
}

/**
 * The wrongly decoded characters of a text. One alone counts when no language would write it: of three bytes or more, or an
 * accented letter of Western Europe not after a capital (`MENÜ“` and `MAÇÃ—` are right). Others need company.
 */
function sequencesIn(text: string): readonly Sequence[] {
  const found: Sequence[] = []
  for (const { index, 0: raw } of text.matchAll(sequence)) {
    const decoded = decode(raw)
    if (decoded !== undefined) found.push({ start: index, end: index + raw.length, decoded })
  }
  if (found.length === 0) return found
  return found.length > 1 && found.some((each) => isSure(text, each))
    ? found
    : found.filter((each) => isSure(text, each))
}

function isSure(text: string, { start, end }: Sequence): boolean {
  if (end - start > 2) return true
  const isWestern = text[start] === 'Â' || text[start] === 'Ã'
  return isWestern && !/\p{Lu}$/u.test(text.slice(Math.max(0, start - 2), start))
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
/** Letters and signs that people write; whatever else comes out of a decoding was no text. */
const plausible =
  /^[\u00a0-\u024f\u0370-\u06ff\u0900-\u0e7f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20cf\u2100-\u27bf\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{1f000}-\u{1faff}\u{20000}-\u{323af}\ufeff\u0080-\u009f]$/u

function decode(raw: string): string | undefined {
  const bytes = Uint8Array.from([...raw], (character) => byteOf.get(character) ?? character.charCodeAt(0))
  try {
    const decoded = utf8.decode(bytes)
    return plausible.test(decoded) ? decoded : undefined
  } catch {
    return undefined
  }
}

function joined(spans: Damage['spans']): Damage['spans'] {
  const out: { start: number; end: number }[] = []
  for (const span of spans) {
    const before = out.at(-1)
    if (before !== undefined && span.start <= before.end) before.end = Math.max(before.end, span.end)
    else out.push({ ...span })
  }
  return out
}
