/** Characters of the bytes 80..9F in windows-1252, in order; U+FFFD where the encoding has none. */
const windows1252Marks = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ'

/** The text in that encoding (a label that `TextDecoder` knows), or undefined when some bytes have no meaning in it. */
export function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  if (label === 'windows-1252') return decodeWindows1252(bytes)
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** As `decodeStrictly`. */
export function decodeWindows1252(bytes: Uint8Array): string | undefined {
  const text = windows1252Text(bytes)
  return text.includes('\ufffd') ? undefined : text
}

/**
 * The text, with U+FFFD for each byte without meaning. Node 20 decodes windows-1252 as ISO 8859-1, so that curly quotes and the
 * euro sign become control characters.
 */
export function windows1252Text(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin.replace(/[\x80-\x9f]/gu, (character) => windows1252Marks[character.charCodeAt(0) - 0x80] ?? '')
}
