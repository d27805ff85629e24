/** What made a result, as ordered `key:value` pairs joined by `|`, in the manner of sacrebleu. Equal signature and equal input give equal bytes. */
export function signatureOf(parts: readonly (readonly [key: string, value: string])[]): string {
  return parts.map(([key, value]) => `${key}:${value.replaceAll('|', '/')}`).join('|')
}
