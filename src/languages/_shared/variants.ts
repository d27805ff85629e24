import { readFileSync } from 'node:fs'

/** Characters whose other forms the table lists are all Han. */
const han = /\p{Script=Han}/u

/**
 * Makes a function that writes Han characters in one form (simplified, where there is one), so that words of Chinese
 * and Japanese in equal characters meet: 経済, 經濟 and 经济. The table (`zh/variants.tsv`, from Unihan) is read with the
 * first word that has Han characters.
 */
export function createVariantFolder(): (norm: string) => string {
  let forms: ReadonlyMap<string, string> | undefined
  return (norm) => {
    if (!han.test(norm)) return norm
    forms ??= readForms()
    let folded = ''
    for (const character of norm) folded += forms.get(character) ?? character
    return folded
  }
}

function readForms(): ReadonlyMap<string, string> {
  const forms = new Map<string, string>()
  for (const line of readFileSync(new URL('../zh/variants.tsv', import.meta.url), 'utf8')
    .split('\n')
    .slice(1)) {
    const [target = '', others = ''] = line.split('\t')
    for (const other of others) forms.set(other, target)
  }
  return forms
}
