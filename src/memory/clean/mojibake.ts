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
 * characters of Latin-1; in Chinese also bytes of its older encodings. Undefined for sound text.
 */
export function findDamage(text: string, script = ''): Damage | undefined {
  if (!anySuspect.test(text)) return undefined
  const legacy = decodeLegacy(text, script)
  if (legacy !== undefined) return { spans: [{ start: 0, end: text.length }], repaired: legacy }
  const spans = [
    ...sequencesIn(text).map(({ start, end }) => ({ start, end })),
    ...brokenRunsIn(text),
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
  const isClean =
    !/[\ufffd\u0080-\u0084\u0086-\u009f]/u.test(now) && sequencesIn(now).length + brokenRunsIn(now).length === 0
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

/** What windows-1252 has above ASCII: bytes of a wrongly decoded text stand side by side. */
const highRun = new RegExp(`[\\u0080-\\u00ff${[...upper].join('')}]+`, 'gu')
/** Marks that stand beside damaged characters in sound text too. */
const marks = /[‘’‚“”„–—…•«»€™°·\u00a0]/gu

/**
 * The wrongly decoded characters of a text. All of a run must be such, marks aside: bytes of other encodings (GB 18030) look the
 * same here and there. One alone counts when no language would write it: of three bytes or more, or an accented letter of
 * Western Europe not after a capital (`MENÜ“` and `MAÇÃ—` are right). Others need company.
 */
function sequencesIn(text: string): readonly Sequence[] {
  const found: Sequence[] = []
  for (const { index, 0: run } of text.matchAll(highRun)) {
    const decoded = sequencesInRun(run, index)
    if (decoded.length > 0 && run.replace(sequence, '').replace(marks, '') === '') found.push(...decoded)
  }
  if (found.length === 0) return found
  return found.length > 1 && found.some((each) => isSure(text, each))
    ? found
    : found.filter((each) => isSure(text, each))
}

/** Runs that were such characters before some of their bytes were lost: at least two of three bytes still tell. */
function brokenRunsIn(text: string): Damage['spans'] {
  return [...text.matchAll(highRun)].flatMap(({ index, 0: run }) => {
    const isWhole = run.replace(sequence, '').replace(marks, '') === ''
    const long = [...run.matchAll(sequence)].filter(([raw]) => raw.length > 2 && decode(raw) !== undefined)
    return !isWhole && long.length >= 2 ? [{ start: index, end: index + run.length }] : []
  })
}

function sequencesInRun(run: string, offset: number): readonly Sequence[] {
  const found: Sequence[] = []
  for (const { index, 0: raw } of run.matchAll(sequence)) {
    const decoded = decode(raw)
    if (decoded === undefined) return []
    found.push({ start: offset + index, end: offset + index + raw.length, decoded })
  }
  return found
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

/** Encodings before Unicode in which texts of a script were kept. */
const legacyEncodings: ReadonlyMap<string, string> = new Map([
  ['Hans', 'gb18030'],
  ['Hant', 'big5'],
])
const wideText = /^[\s\x20-\x7e\u2014\u2018-\u201d\u2026\u3000-\u3011\u4e00-\u9fff\uff01-\uff5e]+$/u

/** Chinese whose bytes were read as windows-1252 or Latin-1, and nothing but Chinese and ASCII comes back. */
function decodeLegacy(text: string, script: string): string | undefined {
  const encoding = legacyEncodings.get(script)
  if (encoding === undefined || !/[\u0080-\u00ff]{3}/u.test(text)) return undefined
  const bytes: number[] = []
  for (const character of text) {
    const byte = byteOf.get(character) ?? character.charCodeAt(0)
    if (byte > 0xff) return undefined
    bytes.push(byte)
  }
  try {
    const decoded = new TextDecoder(encoding, { fatal: true }).decode(Uint8Array.from(bytes))
    const han = decoded.match(/[\u4e00-\u9fff]/gu)?.length ?? 0
    return han >= 2 && wideText.test(decoded) ? decoded : undefined
  } catch {
    return undefined
  }
}
