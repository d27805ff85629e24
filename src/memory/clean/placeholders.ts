/** `{0}`, `{name}`, `{{name}}`, `${name}`, `%1$s`, `%s`, `%d`, `%@`: what a program fills in. */
const placeholder = /\$?\{\{?[\w.]{1,40}\}?\}|%(?:\d{1,2}\$)?[sd@](?!(?!\p{Script=Han})[\p{L}\p{N}])/gu

const mayHold = (text: string): boolean => text.includes('{') || text.includes('%')

/** Placeholders of programs in a text, in order. */
export function placeholdersIn(text: string): readonly string[] {
  return mayHold(text) ? (text.match(placeholder) ?? []) : []
}

/** The text with a space for each character of its placeholders, so that all else keeps its place. */
export function withoutPlaceholders(text: string): string {
  return mayHold(text) ? text.replace(placeholder, (found) => ' '.repeat(found.length)) : text
}
