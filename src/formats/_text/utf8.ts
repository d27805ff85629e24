/**
 * How many bytes at the start of `bytes` are whole, valid UTF-8 characters (no overlong forms, surrogates or values above
 * U+10FFFF). Equal to `bytes.length` when all of them are.
 */
export function validUtf8Length(bytes: Uint8Array): number {
  let i = 0
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i)
    if (length === 0) return i
    i += length
  }
  return i
}

/** True when the bytes from `start` are the beginning of a UTF-8 character whose rest is missing. */
export function isCutUtf8(bytes: Uint8Array, start: number): boolean {
  const lead = bytes[start] ?? 0
  const wanted = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : 2
  const found = bytes.length - start
  if (lead < 0xc2 || lead > 0xf4 || found === 0 || found >= wanted) return false
  for (let i = start + 1; i < bytes.length; i++) if (((bytes[i] ?? 0) & 0xc0) !== 0x80) return false
  return true
}

/** Length of the valid character at `start`, or 0. Ranges as in Unicode 15, table 3-7. */
function sequenceLength(bytes: Uint8Array, start: number): number {
  const lead = bytes[start] ?? 0
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  const second = bytes[start + 1] ?? 0
  if (second < secondFrom(lead) || second > secondTo(lead)) return 0
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  for (let i = start + 2; i < start + length; i++) if (((bytes[i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

const secondFrom = (lead: number): number => (lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80)
const secondTo = (lead: number): number => (lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf)
