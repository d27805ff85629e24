/** Line ends as a sign, and control characters, which could do anything to a terminal, as their pictures (Unicode block 2400). */
export const screenText = (text: string): string =>
  text
    .replace(/\s*(?:\r\n|[\n\r\u2028\u2029])\s*/gu, ' ↵ ')
    .replace(/[\0-\x1f\x7f-\x9f]/gu, (control) => pictureOf(control.charCodeAt(0)))

const pictureOf = (code: number): string => {
  if (code === 9) return ' '
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '\u2421' : '\ufffd'
}
