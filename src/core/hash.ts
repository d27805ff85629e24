import { createHash } from 'node:crypto'

/** 16 hexadecimal digits (64 bits of SHA-256) that name a list of strings; no two lists run together. */
export function hashOf(...parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex').slice(0, 16)
}
