import { createHash } from 'node:crypto'

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Any text as HTML, for elements and attributes; control characters, which HTML cannot hold, are shown as U+FFFD. */
export function htmlOf(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => named[sign] ?? sign).replace(/[\0-\x08\v-\x1f\x7f]/gu, '\ufffd')
}

/** A value as JSON that no parser of HTML or XML can take for anything else, whatever its texts hold. */
export function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/**
 * A script that may stand in a page: nothing in it ends its element, and no address is spelled out (names of namespaces, which
 * are never loaded, look like addresses to programs that check mails). The escapes are the same letters in strings, names
 * and regular expressions.
 */
export function scriptInHtml(code: string): string {
  return code
    .replaceAll('http', '\\u0068ttp')
    .replace(/<(?=\/script|script|!--)/giu, '\\x3c')
    .replaceAll(']]>', ']]\\x3e')
}

/** What a security policy calls an element with this content. */
export function hashSource(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`
}
