/**
 * Text for element content. Carriage returns are written as references, since a reader would take them for line feeds; `>`
 * too, so that `]]>` cannot occur. The caller has taken out what XML forbids.
 */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/gu, (character) => references[character] ?? character)
}

/** Text for an attribute in double quotes, with references for white space that a reader would turn into spaces. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r]/gu, (character) => references[character] ?? character)
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** ` name="value"` for each attribute that has a value, in the given order. */
export function attributesText(attributes: readonly (readonly [name: string, value: string | undefined])[]): string {
  return attributes.map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`)).join('')
}
