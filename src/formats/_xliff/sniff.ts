/** How sure the first bytes are of XLIFF, 0..1; of any version. */
export function sniffXliff(head: Uint8Array): number {
  const text = Buffer.from(head).toString('latin1').replaceAll('\0', '')
  return /<(?:\w+:)?xliff[\s>]/u.test(text) ? 1 : 0
}
