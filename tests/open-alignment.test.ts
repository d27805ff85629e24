import { describe, expect, test } from 'vitest'
import { writeNative } from '../src/formats/native/write.ts'
import { align, createAligner, type Diagnostic, inputOf, readAlignment, readDocument, realign } from '../src/index.ts'
import { madeTexts } from './made-texts.ts'
import { sharedStock } from './shared-stock.ts'

const { source, target } = madeTexts
const languages = { sourceLanguage: 'nl', targetLanguage: 'en', segmented: true, mode: 'parallel' } as const
const range = (from: number, to = from + 1) => ({ from, to })
const pin = { source: range(2), target: range(3) }
const plugIns = { stock: sharedStock }
const context = { report: () => undefined }
const documents = async (here: readonly string[], there: readonly string[]) => ({
  left: await readDocument(inputOf('here', here.join('\n')), { segmented: true }, context),
  right: await readDocument(inputOf('there', there.join('\n')), { segmented: true }, context),
})

describe('the library', () => {
  test('keeps pins that are given with the texts', async () => {
    const { beads } = await align(source.join('\n'), target.join('\n'), { ...languages, pins: [pin] }, context, plugIns)
    expect(beads.find((bead) => bead.source.from === 2 && bead.source.to === 3)).toMatchObject({
      id: '2-3:3-4',
      confidence: 1,
    })
  })

  test('realigns an alignment that is open, one that was read from a file, and one at once', async () => {
    const aligner = createAligner(languages, plugIns)
    const { left, right } = await documents(source, target)
    const open = await aligner.open(left, right, context)
    expect(open.alignment).toEqual(await aligner.align(left, right, context))
    const here = open.realign([pin]).alignment
    const file = inputOf('a.json', [...writeNative(open.alignment)].join(''))
    const read = await readAlignment(file, context)
    const there = (await aligner.reopen(read, context)).realign([pin]).alignment
    const once = await realign(read, [pin], languages, context, plugIns)
    const ids = here.beads.map((bead) => bead.id)
    expect(ids).toContain('2-3:3-4')
    expect(there.beads.map((bead) => bead.id)).toEqual(ids)
    expect(once).toEqual(there)
    const again = await readAlignment(inputOf('b.json', [...writeNative(here)].join('')), context)
    expect(again.beads).toEqual(here.beads)
  })

  test('remembers pins in the file: they hold when others are added later', async () => {
    const aligner = createAligner(languages, plugIns)
    const { left, right } = await documents(source, target)
    const first = (await aligner.open(left, right, context)).realign([pin]).alignment
    const later = (await aligner.reopen(first, context)).realign([{ source: range(4), target: range(5) }]).alignment
    expect(later.beads.map((bead) => bead.id)).toEqual(expect.arrayContaining(['2-3:3-4', '4-5:5-6']))
  })

  test('pairs nothing across border lines', async () => {
    const here = [...source.slice(0, 2), '* * *', ...source.slice(2)]
    const there = [...target.slice(0, 4), ' * * * ', ...target.slice(4)]
    const { beads } = await align(
      here.join('\n'),
      there.join('\n'),
      { ...languages, delimiter: '* * *' },
      context,
      plugIns,
    )
    const across = beads.filter(
      (bead) =>
        bead.source.from < bead.source.to &&
        bead.target.from < bead.target.to &&
        bead.source.from < 2 !== bead.target.from < 4,
    )
    expect(across).toEqual([])
    const lines = beads
      .filter((bead) => bead.source.from === 2 || bead.target.from === 4)
      .filter((bead) => bead.relation === 'unaligned')
    expect(lines.length).toBeGreaterThanOrEqual(2)
  })

  test.each([
    ['unequally often', ['a b c', '.EOA', 'd e f'], ['a b c', 'd e f']],
    ['not at all', ['a b c', 'd e f'], ['a b c', 'd e g']],
  ])('tells of border lines that stand there %s', async (_what, here, there) => {
    const seen: Diagnostic[] = []
    await align(
      here.join('\n'),
      there.join('\n'),
      { ...languages, delimiter: '.EOA' },
      { report: (one) => seen.push(one) },
      plugIns,
    )
    expect(seen.map(({ code }) => code)).toContain('ALIGN_DELIMITERS_DIFFER')
  })
})
