import { AppError } from '../../core/errors.ts'
import { canonicalTag } from '../../core/tags.ts'
import { cleanForm, isRendering, licenceIn } from './forms.ts'
import type { LexiconReader } from './material.ts'

const lemmaPattern = /^(\d{8}-[nvars])\t(?:([a-z]{2,3}):)?lemma\t(.+)$/u
const parts: Readonly<Record<string, string>> = { n: 'n', v: 'v', a: 'a', s: 'a', r: 'd' }

/** Open Multilingual Wordnet: one language a file; files of several languages meet by the ids of their synsets. */
export const reader: LexiconReader = {
  name: 'wordnet',
  title: 'Open Multilingual Wordnet (.tab), one language a file',
  level: 'dictionary',
  sniff: ({ text }) => (/^(?:#[^\n]*\n)*\d{8}-[nvars]\t/u.test(text) ? 0.95 : 0),
  async read(material, tally) {
    const lines = (await material.text()).split('\n')
    const head = (lines[0] ?? '').startsWith('#') ? (lines[0] ?? '').split('\t') : []
    const synsets = new Map<string, string[]>()
    let language = material.languages[0] ?? canonicalTag((head[1] ?? '').trim())
    for (const [i, raw] of lines.entries()) {
      const line = raw.trimEnd()
      if (line === '' || line.startsWith('#') || /^\d{8}-[nvars]\t(?:[a-z]{2,3}:)?(?:def|exe)\b/u.test(line)) continue
      const [, key, tag, word] = lemmaPattern.exec(line) ?? []
      if (key === undefined || word === undefined) {
        tally.skip('a line that is no lemma', `line ${i + 1}`)
        continue
      }
      const form = cleanForm(word.replaceAll('_', ' ').replaceAll('+', ''))
      if (!isRendering(form)) {
        tally.skip('a lemma that explains and is no word', `line ${i + 1}`)
        continue
      }
      language ??= canonicalTag(tag ?? '')
      tally.keep()
      const forms = synsets.get(key)
      if (forms === undefined) synsets.set(key, [form])
      else if (!forms.includes(form)) forms.push(form)
    }
    if (language === undefined)
      throw new AppError('LEXICON_NO_LANGUAGES', `${material.name} does not say which language it holds`, {
        hint: 'Say it, as in `zinpaar lexicon add FILE --lang nl`.',
      })
    const licence = licenceIn(head[3] ?? '') ?? head[3]?.trim()
    return {
      name: 'wordnet',
      version: 1,
      languages: [language],
      rows: [...synsets.values()].map((forms) => [forms]),
      kinds: [...synsets.keys()].map((key) => parts[key.slice(-1)] ?? ''),
      keys: [...synsets.keys()],
      ...(licence === undefined || licence === '' ? {} : { licence }),
    }
  },
}
