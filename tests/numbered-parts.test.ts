import { describe, expect, test } from 'vitest'
import { createAligner, inputOf, readDocument } from '../src/index.ts'
import { randomFrom } from './random.ts'
import { sharedStock } from './shared-stock.ts'

/** A law is made of few sentences, so that its articles are much alike. */
const sentences = [
  ['De aanvraag wordt schriftelijk ingediend.', 'The application is submitted in writing.'],
  ['De kosten komen ten laste van de aanvrager.', 'The costs are borne by the applicant.'],
  ['Tegen het besluit staat beroep open bij de rechtbank.', 'The decision is open to appeal before the court.'],
  ['De vergunning kan worden ingetrokken.', 'The permit may be withdrawn.'],
  ['De houder verstrekt de gevraagde gegevens.', 'The holder provides the data that are asked for.'],
  ['De minister kan ontheffing verlenen.', 'The minister may grant an exemption.'],
  ['Het toezicht wordt uitgeoefend door ambtenaren.', 'Supervision is carried out by officials.'],
  ['Overtreding wordt gestraft met een boete.', 'An offence is punished with a fine.'],
] as const
const articlesPerChapter = 8

interface Law {
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly gold: ReadonlySet<string>
}

/** A law of chapters, of which the translation leaves some out; `numberOf` is the number of an article in the translation. */
function lawWithout(missing: readonly number[], seed: number, numberOf = (article: number): number => article): Law {
  const random = randomFrom(seed)
  const [source, target]: [string[], string[]] = [[], []]
  const gold = new Set<string>()
  const add = (chapter: number, here: string, there: string): void => {
    source.push(here)
    if (missing.includes(chapter)) return
    target.push(there)
    gold.add(`${source.length - 1}:${target.length - 1}`)
  }
  for (let chapter = 1; chapter <= 12; chapter++) {
    add(chapter, `Hoofdstuk ${chapter}`, `Chapter ${chapter}`)
    for (let k = 1; k <= articlesPerChapter; k++) {
      const article = articlesPerChapter * (chapter - 1) + k
      add(chapter, `Artikel ${article}`, `Article ${numberOf(article)}`)
      for (let n = 2 + Math.floor(3 * random()); n > 0; n--) {
        const [here, there] = sentences[Math.floor(random() * sentences.length)] ?? sentences[0]
        add(chapter, here, there)
      }
    }
  }
  return { source, target, gold }
}

const aligner = createAligner({ sourceLanguage: 'nl', targetLanguage: 'en' }, { stock: sharedStock })
const context = { report: () => undefined }

/** Share of the beads of one segment each that gold has, and of gold that was found. */
async function align({ source, target, gold }: Law) {
  const left = await readDocument(inputOf('law.nl', source.join('\n')), { segmented: true }, context)
  const right = await readDocument(inputOf('law.en', target.join('\n')), { segmented: true }, context)
  const { beads, mode } = await aligner.align(left, right, context)
  const pairs = beads.filter((bead) => bead.source.to > bead.source.from && bead.target.to > bead.target.from)
  const found = pairs.filter(({ source: s, target: t }) => s.to - s.from === 1 && gold.has(`${s.from}:${t.from}`))
  return { mode, precision: found.length / pairs.length, recall: found.length / gold.size, beads }
}

describe('a law', () => {
  test('whose translation lacks chapters is aligned behind them, and nothing is paired across a heading', async () => {
    const law = lawWithout([4, 5, 6, 7], 3)
    const { mode, precision, recall, beads } = await align(law)
    expect(mode).toBe('parallel')
    expect(precision).toBeGreaterThan(0.97)
    expect(recall).toBeGreaterThan(0.97)
    const chapterOf = (lines: readonly string[], at: number): string =>
      lines
        .slice(0, at + 1)
        .findLast((line) => /^(?:Hoofdstuk|Chapter) /u.test(line))
        ?.split(' ')[1] ?? ''
    for (const { source, target } of beads)
      if (source.from < source.to && target.from < target.to)
        expect(chapterOf(law.source, source.from)).toBe(chapterOf(law.target, target.from))
  })

  test('whose translation has other numbers from one article on is aligned by what it says', async () => {
    const { precision } = await align(lawWithout([], 4, (article) => (article > 40 ? article + 30 : article)))
    expect(precision).toBeGreaterThan(0.9)
  })
})
