import crypto from 'node:crypto'

/** 16 hexadecimal digits (64 bits of SHA-256) that name a list of strings; no two lists run together. */
export function hashOf(...parts: readonly string[]): string {
  if (parts.reduce((sum, part) => sum + part.length, 0) > longest) return hashOfLong(parts)
  let text = ''
  for (const part of parts) text += `${part.length}:${part}`
  return sha256(text).slice(0, 16)
}

/** Texts of more characters than this are not put together: whole documents would be in memory twice more. */
const longest = 1 << 16

function hashOfLong(parts: readonly string[]): string {
  const hash = crypto.createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex').slice(0, 16)
}

/** In one call where Node has it (20.12 and later): twice as fast for short texts. */
const sha256: (text: string) => string =
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha256', text, 'hex')
    : (text) => crypto.createHash('sha256').update(text).digest('hex')
