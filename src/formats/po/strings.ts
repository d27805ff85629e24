/** A string of a PO file, or the UTF-16 offset in its line at which it makes no sense. */
export type QuotedString = { readonly text: string } | { readonly problem: string; readonly at: number }

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
  '?': '?',
}

/** The string in quotes that the rest of a line from `start` is; nothing but white space may follow it. */
export function quotedString(line: string, start: number): QuotedString {
  if (line[start] !== '"') return { problem: 'no text in quotes', at: start }
  const end = closingQuote(line, start + 1)
  if (end < 0) return { problem: 'a text whose quote is never closed', at: start }
  const after = line.slice(end + 1)
  if (after.trim() !== '') return { problem: 'something after the closing quote', at: end + 1 + after.search(/\S/u) }
  const inner = line.slice(start + 1, end)
  return { text: inner.includes('\\') ? unescaped(inner) : inner }
}

function closingQuote(line: string, start: number): number {
  for (let i = start; i < line.length; i++) {
    const unit = line.charCodeAt(i)
    if (unit === 0x5c) i++
    else if (unit === 0x22) return i
  }
  return -1
}

/** Escapes as in C, octal and hexadecimal ones too; an unknown one stands for its letter. */
const unescaped = (text: string): string =>
  text.replace(/\\(?:([0-7]{1,3})|x([\da-f]{1,2})|(.))/giu, (_, octal?: string, hex?: string, letter?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16))
    return escapes[letter ?? ''] ?? letter ?? ''
  })
