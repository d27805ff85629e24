import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { LanguagePack } from '../../src/core/contracts.ts'
import type { Entity } from '../../src/core/types.ts'
import { languages } from '../../src/languages/index.ts'

/**
 * What each pack makes of its own example sentences, written out for people who speak the language and read no code:
 * `snapshots/<tag>.md`. A change shows as a difference to look at; `vitest -u` takes it over.
 */
describe.each(languages)('language $tag', (row) => {
  test('finds what its readable snapshot says', async () => {
    const pack = await row.load()
    const examples: readonly { readonly segments: readonly string[] }[] = JSON.parse(
      readFileSync(new URL(`../../src/languages/${row.tag}/examples.json`, import.meta.url), 'utf8'),
    )
    const parts = examples.map(({ segments }, i) => exampleText(pack, segments.join(pack.joiner), i + 1))
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(row.tag) ?? row.tag
    await expect([header(name, row.tag), ...parts].join('\n')).toMatchFileSnapshot(`./snapshots/${row.tag}.md`)
  })
})

function header(name: string, tag: string): string {
  return `# ${name} (${tag})

Each example is a text. Under it stand its sentences as they are told apart, numbered, and under each sentence what was
found in it: the words of the text, the kind of thing, and a key that is the same in all languages. A person or title
has no key; there stands the name that is compared. "If … is named" means: only in a text that also names that.
`
}

function exampleText(pack: LanguagePack, text: string, number: number): string {
  const sentences = pack.segment(text, { start: 0, end: text.length }).map((span, i) => {
    const found = pack.entities(text, span).map((entity) => entityLine(text, entity))
    return [`${i + 1}. ${shown(text.slice(span.start, span.end))}`, ...found].join('\n')
  })
  return `## Example ${number}\n\n> ${shown(text)}\n\n${sentences.join('\n')}\n`
}

function entityLine(text: string, { span, kind, key, form, by }: Entity): string {
  const condition = /:if:(.+)$/.exec(by)?.[1]
  const suffix = condition === undefined ? '' : ` (if \`${condition}\` is named)`
  return `   - **${shown(text.slice(span.start, span.end))}** → ${kind}, \`${key ?? form ?? ''}\`${suffix}`
}

/** One line; a space that must not break is shown as what it is. */
function shown(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, ' ⏎ ').replaceAll(/[\u00a0\u202f]/gu, '␣')
}
