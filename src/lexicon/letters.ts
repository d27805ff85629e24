/** Letters without their diacritics, so that `Phạm` meets `Pham`; `đ` has none to drop in Unicode. */
export function foldLetters(text: string): string {
  return /^[\x20-\x7e]*$/.test(text)
    ? text
    : text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').normalize('NFC')
}
