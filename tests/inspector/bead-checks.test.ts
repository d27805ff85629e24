import { describe, expect, test } from 'vitest'
import { type BeadProblem, checkBeads, createBeadChecker } from '../../src/bead-checks.ts'
import type { AnalysedDocument, Bead, Relation } from '../../src/core/types.ts'
import { createAligner } from '../../src/index.ts'
import { createTranslate } from '../../src/inspector/client/text/translate.ts'
import { checkNote } from '../../src/inspector/client/why/check-note.ts'
import { nl } from '../../src/inspector/locales/nl.ts'
import { madeAlignment, madeBead, madeDocument } from '../made-alignment.ts'
import { sharedStock } from '../shared-stock.ts'

const aligner = createAligner({ segmented: true }, { stock: sharedStock })
const context = { report: () => undefined }

/** Lines as the aligner sees them, with all that they name. */
async function analysed(language: string, lines: readonly string[]): Promise<AnalysedDocument> {
  const made = madeDocument(`text.${language}`, language, lines)
  return aligner.analyse({ ...made, language: { tag: language, by: 'user' } }, 'source', context)
}

/** What is wrong with one pair. */
async function problemsOf(
  source: readonly string[],
  target: readonly string[],
  part: Partial<Bead> = {},
  relation: Relation = 'translation',
): Promise<readonly BeadProblem[]> {
  const here = await analysed('nl', source)
  const there = await analysed('en', target)
  const bead = { ...madeBead([0, source.length], [0, target.length], relation), ...part }
  const alignment = madeAlignment(here, there, [bead])
  return (await checkBeads(await createBeadChecker(alignment), alignment)).get(bead.id) ?? []
}
const kindsOf = async (...args: Parameters<typeof problemsOf>) => (await problemsOf(...args)).map(({ check }) => check)

const long =
  'De commissie heeft na lang overleg besloten dat de nieuwe brug over de rivier pas volgend jaar wordt gebouwd.'

describe('a pair', () => {
  test.each([
    ['a number that differs', 'Het kost 140 euro.', 'It costs 410 euros.', ['number']],
    ['a number that is lost', 'Artikel 17 geldt voor de haven.', 'The article holds for the port.', ['number']],
    ['another country', 'De minister van Vietnam kwam.', 'The minister of Thailand came.', ['name']],
    ['a rendering far too short', `${long} ${long} ${long}`, 'The committee has decided.', ['length']],
    ['the same text on both sides', long, long, ['language']],
    ['a placeholder of another name', 'Er zijn {count} schepen.', 'There are {number} ships.', ['tag']],
    ['a tag that is lost', 'Dit is <b>heel</b> groot.', 'This is very big.', ['tag']],
    ['a tag that is not closed', 'Dit is <b>heel</b> groot.', 'This is <b>very big.', ['tag']],
  ])('with %s fails that check alone', async (_what, source, target, kinds) => {
    expect(await kindsOf([source], [target])).toEqual(kinds)
  })
  test.each([
    ['a number in words', 'Er komen 12 schepen.', 'Twelve ships will come.'],
    ['a date written otherwise', 'Op 3 mei 2021 ging het open.', 'It opened on May 3, 2021.'],
    ['thousands apart', 'Het kost 1.250,50 euro.', 'It costs 1,250.50 euros.'],
    ['a name left out', 'De Nederlandse regering besloot.', 'The government decided.'],
    ['the same tags', 'Dit is <b>heel</b> groot<br>nu.', 'This is <b>very</b> big<br/> now.'],
    ['words in angle brackets', 'Geef <bestand> op.', 'Give <file>.'],
    ['an address in angle brackets', 'Jan <jan@voorbeeld.nl>', 'Jan'],
  ])('with %s fails none', async (_what, source, target) => {
    expect(await kindsOf([source], [target])).toEqual([])
  })
  test('is not judged when somebody rejected it, when it is related at most, or has one side', async () => {
    const [source, target] = [['Het kost 140 euro.'], ['It costs 410 euros.']]
    const act = { by: '', at: '' }
    expect(await kindsOf(source, target, { decision: { state: 'rejected', ...act } })).toEqual([])
    expect(await kindsOf(source, target, {}, 'related')).toEqual([])
    expect(await kindsOf(source, target, { decision: { state: 'accepted', ...act } }, 'related')).toEqual(['number'])
    expect(await kindsOf(source, [])).toEqual([])
  })
})

describe('what is wrong is said in the language of the page', () => {
  const said = async (source: string, target: string): Promise<string | undefined> => {
    const [problem] = await problemsOf([source], [target])
    return problem && checkNote(problem.note, createTranslate('nl', nl))?.replace(/[\u2066-\u2069]/gu, '')
  }
  test.each([
    ['Het kost 140 euro.', 'It costs 410 euros.', '140 staat tegenover 410'],
    ['Artikel 17 geldt voor de haven.', 'The article holds for the port.', 'alleen de bron noemt 17'],
    ['De minister van Vietnam kwam.', 'The minister of Thailand came.', 'Vietnam staat tegenover Thailand'],
    [`${long} ${long} ${long}`, 'The committee has decided.', '12 keer zo kort als hier gewoon is'],
  ])('%s / %s', async (source, target, expected) => {
    expect(await said(source, target)).toBe(expected)
  })
})

describe('places', () => {
  test('are offsets into the texts, also over several segments', async () => {
    const [problem] = await problemsOf(['Eerst dit.', 'Het kost 140 euro.'], ['First this.', 'It costs 410 euros.'])
    expect(problem).toEqual({
      check: 'number',
      note: '140 in the source, but 410 in the target',
      source: [[20, 23]],
      target: [[21, 24]],
    })
  })
  test('are offsets into the text that a person wrote, where one did', async () => {
    const text = { target: 'So: 99 euros.' }
    const [problem] = await problemsOf(['Het kost 140 euro.'], ['It costs 410 euros.'], { text })
    expect(problem).toMatchObject({ source: [[9, 12]], target: [[4, 6]] })
  })
  test('of a whole side are its segments', async () => {
    const [problem] = await problemsOf([long, long], ['The committee.'])
    expect(problem?.source).toEqual([
      [0, long.length],
      [long.length + 1, 2 * long.length + 1],
    ])
  })
})

test('all beads of a long text are checked while others get their turn, and the work can be given up', async () => {
  const lines = Array.from({ length: 3000 }, (_, k) => `Op dag ${k} is regel ${k} gelezen.`)
  const others = lines.map((_, k) => `On day ${k} line ${k === 77 ? 78 : k} was read.`)
  const [here, there] = [madeDocument('a', 'nl', lines), madeDocument('b', 'en', others)]
  const beads = lines.map((_, k) => madeBead([k, k + 1], [k, k + 1], 'translation'))
  const alignment = madeAlignment(here, there, beads)
  const checker = await createBeadChecker(alignment)
  let turns = 0
  const count = setInterval(() => turns++, 1)
  const found = await checkBeads(checker, alignment)
  clearInterval(count)
  expect([...found.keys()]).toEqual(['77-78:77-78'])
  expect(turns).toBeGreaterThan(2)
  const given = new AbortController()
  given.abort()
  await expect(checkBeads(checker, alignment, given.signal)).rejects.toThrow()
})
