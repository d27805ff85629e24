/**
 * Line ends as a sign, control characters, which could do anything to a terminal, as their pictures (Unicode block 2400), and
 * those that change the direction of what follows as a replacement character.
 */
export const screenText = (text: string): string =>
  text
    .replace(/\s*(?:\r\n|[\n\r\u2028\u2029])\s*/gu, ' ↵ ')
    .replace(/[\0-\x1f\x7f-\x9f]/gu, (control) => pictureOf(control.charCodeAt(0)))
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')

const pictureOf = (code: number): string => {
  if (code === 9) return ' '
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '\u2421' : '\ufffd'
}
