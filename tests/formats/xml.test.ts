import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import { parseXmlBatches } from '../../src/formats/_xml/parse.ts'
import { inputOf, recorder } from './memory-input.ts'

const wanted = {
  isWhole: (name: string): boolean => name === 'tu' || name === 'header',
  isTextless: (name: string): boolean => name === 'tu' || name === 'tuv',
}

/** More than the bytes that are kept together until the encoding is known. */
const filler = `<!--${'x'.repeat(1100)}-->`

/**
 * All that comes out of an XML file: events, reports, repairs, the error. Only files of version 1.0 are read past the parser
 * where they are plain, so that another version tells what the parser itself makes of the same text.
 */
async function outcomeOf(body: string, version: '1.0' | '1.1', size: number) {
  const context = recorder()
  const input = inputOf(`<?xml version="${version}"?>${filler}${body}`, 'x.xml', size)
  const events: unknown[] = []
  let failure = ''
  try {
    for await (const batch of parseXmlBatches(input, context, wanted)) events.push(...batch)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    failure = `${error.code} ${error.message}`
  }
  return { events, failure, items: context.items, diagnostics: context.diagnostics }
}

async function expectSame(body: string, size: number): Promise<void> {
  expect(await outcomeOf(body, '1.0', size)).toEqual(await outcomeOf(body, '1.1', size))
}

const lineEnds = fc.constantFrom('\n', '\r\n', '\r')
const sizes = fc.constantFrom(1, 5, 17, 64, 300, 100_000)

const texts = fc.constantFrom(
  'De brug is open.',
  '桥开了。😀',
  'a > b',
  'a\nb',
  ' ',
  '&amp;',
  '&lt;b&gt;&quot;&apos;',
  '&#65;&#x2019;&#13;&#10;',
  '&#0;',
  '&#xFFFFFF;',
  '&nbsp;',
  '& ',
  ']]',
  ']]>',
  ']]&gt;',
  '<!-- kade -->',
  '<![CDATA[<b>]]>',
  '<?a b?>',
  '\u000b',
)
const space = fc.constantFrom('', ' ', '\n', '\n  ', '\t', '  ', '\n\n', 'x', '<!--y-->', '&amp;')
const attribute = fc.constantFrom(
  ' type="x-domain"',
  ' xml:lang="nl"',
  ' tuid="17"',
  ' a="1" b="2"',
  " a='1'",
  ' a="1" a="1"',
  ' a="\u0002"',
  '\u0002 a="& "\n b="&#0;"',
  ' a="x>y"',
  ' a="x&amp;y"',
  ' a="x\ty"',
  ' a="x\ny"',
  ' é="1"',
  ' __proto__="1"',
  ' a = "1"',
  '\n  a="1"',
  ' a="<"',
  ' a=1',
  ' a',
  ' ',
  '  a="桥"  ',
)

const attributes = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: fc.constantFrom(' tuid="17"', ' xml:lang="nl"', ' xml:lang="zh" type="p"') },
  { weight: 1, arbitrary: fc.array(attribute, { maxLength: 2 }).map((all) => all.join('')) },
)
const names = fc.constantFrom('tu', 'tu', 'tuv', 'seg', 'prop', 'header', 'body', 'ph', 'x.y-1', 'één')

/** Mostly well-formed XML in which elements of all kinds lie in one another. */
const { content } = fc.letrec<{ content: string; element: string }>((tie) => ({
  content: fc
    .array(
      fc.oneof(
        { maxDepth: 4 },
        texts,
        space,
        { weight: 3, arbitrary: tie('element') },
        { weight: 1, arbitrary: texts },
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join('')),
  element: fc
    .record({ name: names, attributes, inner: tie('content'), form: fc.nat(11), space })
    .map(({ name, attributes: list, inner, form, space: white }) => {
      if (form === 0) return `<${name}${list}/>${white}`
      return form === 1 ? `<${name}${list}>${inner}</${name} >` : `<${name}${list}>${inner}</${name}>${white}`
    }),
}))

/** Units as programs write them, a few of them odd. */
const unit = fc
  .record({ attributes, variants: fc.array(fc.tuple(attributes, fc.array(texts, { maxLength: 3 })), { maxLength: 3 }) })
  .map(({ attributes: list, variants }) => {
    const lines = variants.map(([own, parts]) => `  <tuv${own}><seg>${parts.join('')}</seg></tuv>\n`)
    return `<tu${list}>\n  <prop type="p">x</prop>\n${lines.join('')}</tu>\n`
  })
const document = fc.tuple(fc.array(fc.oneof(unit, content), { maxLength: 6 }), lineEnds).map(([parts, lineEnd]) => {
  const text = `<tmx version="1.4">\n<header srclang="nl"/>\n<body>\n${parts.join('')}</body></tmx>\n`
  return text.replaceAll('\n', lineEnd)
})

describe('XML that is read past the parser', () => {
  test('gives the events, places, repairs and errors of the parser', async () => {
    await fc.assert(fc.asyncProperty(document, sizes, expectSame), { numRuns: 120 })
  })

  test('does not depend on where the pieces of the file end', async () => {
    await fc.assert(
      fc.asyncProperty(document, sizes, async (text, size) => {
        // A return before a border with what is left out behind it is counted one line too late.
        const body = text.replace(/\r(?!\n)/gu, '\n')
        const [cut, whole] = [await outcomeOf(body, '1.0', size), await outcomeOf(body, '1.0', 1e6)]
        expect(cut.events).toEqual(whole.events)
        // What was left out right there may be counted in its column or not.
        const reasonOf = ({ failure }: typeof cut): string => failure.replace(/column \d+/u, '')
        expect(reasonOf(cut)).toEqual(reasonOf(whole))
      }),
      { numRuns: 120 },
    )
  })

  test('also when any characters of it are others', async () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.oneof(fc.constantFrom(...'<>/="\'&;]![ \n\rtu'), texts)), {
      minLength: 1,
      maxLength: 3,
    })
    const damaged = fc.tuple(document, edits).map(([text, list]) =>
      list.reduce((result, [place, gone, put]) => {
        const at = place % (result.length + 1)
        return result.slice(0, at) + put + result.slice(at + gone)
      }, text),
    )
    await fc.assert(fc.asyncProperty(damaged, sizes, expectSame), { numRuns: 120 })
  })

  test('a line end that only version 1.1 knows is one in that version alone', async () => {
    const body = '<tmx><body><tu>\u0085<tuv/></tu></body></tmx>'
    const [one, other] = [await outcomeOf(body, '1.0', 50), await outcomeOf(body, '1.1', 50)]
    expect(JSON.stringify(one.events)).toContain('"line":1')
    expect(JSON.stringify(other.events)).toContain('"line":2')
  })
})

test('what is mended after the first piece of a file is told with its place', async () => {
  const body = `<tmx><body>\n<tu><tuv><seg>a ${'kade '.repeat(20)} & b &nbsp; </seg></tuv></tu></body></tmx>`
  const line = body.slice(body.indexOf('\n') + 1)
  for (const size of [1, 7, 64, 100_000]) {
    const { items } = await outcomeOf(body, '1.0', size)
    expect(items.map(({ place }) => place)).toEqual([
      { line: 2, column: line.indexOf('& ') + 1 },
      { line: 2, column: line.indexOf('&nbsp;') + 7 },
    ])
  }
})

test('a section that ends wherever a piece ends does not hide what is to be mended behind it', async () => {
  const body = `<tmx><body><tu><seg><![CDATA[a]]>${'kade '.repeat(20)} & b</seg></tu></body></tmx>`
  for (let size = 1; size < 60; size++) {
    const { events, failure } = await outcomeOf(body, '1.0', size)
    expect(failure).toBe('')
    expect(JSON.stringify(events)).toContain(' & b')
  }
})

test('a tag that is cut in two keeps its place, whatever was left out before it and in it', async () => {
  const body = `<tmx><body>\n\u0001\u0001<tu a="\u0002${'x'.repeat(200)}\u0002"\n b="\u0003"></tu></body></tmx>`
  for (const size of [1, 7, 64, 100_000]) {
    const { events } = await outcomeOf(body, '1.0', size)
    expect(events).toContainEqual(
      expect.objectContaining({ element: expect.objectContaining({ name: 'tu', place: { line: 2, column: 3 } }) }),
    )
  }
})
