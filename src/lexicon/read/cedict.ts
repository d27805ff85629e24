import { cedictTags } from '../../core/tags.ts'
import { cleanForm, distinct, isRendering, licenceIn, nameOfFile, withoutRemarks } from './forms.ts'
import type { LexiconReader, ReadingTally } from './material.ts'

/** Traditional, simplified, [pinyin] and /glosses/, as https://cc-cedict.org/wiki/format:syntax has it. */
const entryPattern = /^(\S+) (\S+) \[{1,2}[^\]]*\]{1,2} \/(.*)\/$/u
/** Glosses that speak of the word and do not render it. */
const aboutWord =
  /^(?:CL:|(?:\S+ ){0,2}(?:variant|form) of\b|see\b|abbr\.|used (?:in|as|to|for)\b|also (?:written|called|pr)|Taiwan pr|surname\b|same as\b|equivalent\b|\(?classifier|radical\b|Kangxi\b)/iu

/** CC-CEDICT and dictionaries in its form: Chinese in both kinds of characters, and English. */
export const reader: LexiconReader = {
  name: 'cedict',
  title: 'CC-CEDICT (cedict_ts.u8), Chinese–English',
  level: 'dictionary',
  sniff({ name, text }) {
    if (/^# CC-CEDICT/u.test(text)) return 1
    const line = text.split(/\r?\n/u).find((one) => one !== '' && !one.startsWith('#')) ?? ''
    return entryPattern.test(line) ? (name.endsWith('.u8') ? 1 : 0.9) : 0
  },
  async read(material, tally) {
    const lines = (await material.text()).split('\n')
    const rows: (readonly (readonly string[])[])[] = []
    const kinds: string[] = []
    let licence: string | undefined
    lines.forEach((raw, i) => {
      const line = raw.trimEnd()
      if (line.startsWith('#')) licence ??= licenceIn(line)
      if (line === '' || line.startsWith('#')) return
      const entry = readEntry(line, i + 1, tally)
      if (entry === undefined) return
      rows.push(entry.row)
      kinds.push(entry.kind)
      tally.keep()
    })
    return {
      name: nameOfFile(material.name),
      version: 1,
      languages: cedictTags,
      rows,
      kinds,
      ...(licence === undefined ? {} : { licence }),
    }
  },
}

function readEntry(line: string, number: number, tally: ReadingTally) {
  const match = entryPattern.exec(line)
  if (match === null) return void tally.skip('a line that is no entry', `line ${number}`)
  const [, traditional = '', simplified = '', definition = ''] = match
  const senses = definition.split('/').map((sense) => sense.trim())
  const renderings = distinct(senses.flatMap((sense) => (aboutWord.test(sense) ? [] : glossesOf(sense))))
  if (renderings.length === 0) {
    const isReference = senses.every((sense) => aboutWord.test(sense))
    const reason = isReference
      ? 'an entry that only speaks of another one'
      : 'an entry that explains and has no short rendering'
    return void tally.skip(reason, `line ${number}`)
  }
  const kind = senses.every((sense) => sense.startsWith('to ')) ? 'v' : ''
  return { kind, row: [traditional === simplified ? [] : [traditional], [simplified], renderings] }
}

/** `(fig.) to draw up (a treaty); the drawing up` gives `draw up`, `drawing up`. */
function glossesOf(sense: string): readonly string[] {
  return withoutRemarks(sense)
    .split(';')
    .map((gloss) =>
      cleanForm(gloss)
        .replace(/^(?:to be|to|an?|the) /u, '')
        .replace(/ (?:sb|sth|one)\b\.?/gu, ''),
    )
    .filter((gloss) => isRendering(gloss) && !/\p{Script=Han}/u.test(gloss) && !aboutWord.test(gloss))
}
