import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { Diagnostic } from '../../src/core/types.ts'
import { type FormatRow, formatByName, formats } from '../../src/formats/index.ts'
import { inputOf, recorder } from '../formats/memory-input.ts'

/** `FUZZ=full` makes ten thousand runs with a new seed each time; otherwise a tenth of them, always the same. */
const isFull = process.env.FUZZ === 'full'
const readers = formats.filter((format) => format.can.some((ability) => ability.startsWith('read')))
const runsEach = Math.ceil((isFull ? 10_000 : 1000) / readers.length / 2)
const options = { numRuns: runsEach, ...(isFull ? {} : { seed: 2026 }) }

/** Far more than any of these small files needs, on a busy machine too. */
const mostMilliseconds = 5000

/** Reads to the end, in pieces of some size, and lets nothing but an AppError pass. */
async function read(format: FormatRow, bytes: Uint8Array, chunkSize = 65_536): Promise<number> {
  const input = inputOf(bytes, 'fuzz', chunkSize)
  const context = recorder()
  const start = performance.now()
  let units = 0
  const attempts = [
    async () => void (await format.readDocument?.(input, { segmented: false }, context)),
    async () => void (await format.readAlignment?.(input, context)),
    async () => {
      for await (const unit of format.readUnits?.(input, context) ?? []) {
        expect(unit.variants.length).toBeGreaterThan(1)
        units++
      }
    },
  ]
  for (const attempt of attempts)
    await attempt().catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error
      expect(error.message).not.toMatch(/undefined|\[object/u)
    })
  expect(performance.now() - start).toBeLessThan(mostMilliseconds)
  expect(
    context.items.find(({ place }) => place !== undefined && !(place.line >= 1 && place.column >= 1)),
  ).toBeUndefined()
  expect(context.items.filter(({ outcome }) => outcome === 'skipped').length).toBe(countOf(context.diagnostics))
  return units
}

/** How many units the diagnostics count that were left out: each has to be told by itself too. */
const countOf = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics
    .filter(({ code }) => code === 'READ_UNITS_LEFT_OUT')
    .reduce((sum, { message }) => sum + Number(/\((\d+), first: [^()]*\)$/u.exec(message)?.[1]), 0)

const tmx = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="nl" datatype="plaintext"><prop type="x-alignment-signature">s</prop></header><body>
<tu tuid="1" creationdate="20310203T040506Z"><note>let op</note><prop type="x-client">A &amp; B</prop>
<tuv xml:lang="nl" changeid="ann"><prop type="check">ok</prop><seg>De <bpt i="1" x="1">&lt;b&gt;</bpt>brug<ept i="1">&lt;/b&gt;</ept> is <hi>open</hi>.</seg></tuv>
<tuv xml:lang="zh-CN"><seg>桥<ph x="2"><sub>x</sub></ph>已<![CDATA[<开>]]>通。</seg></tuv></tu>
<tu srclang="en"><tuv lang="en_us"><seg>a</seg></tuv><tuv xml:lang="nl"><seg/></tuv><tuv xml:lang="zh-TW"><seg>&#x6865;</seg></tuv></tu></body></tmx>`

const xliff12 = `<xliff version="1.2" xmlns:sdl="s"><file original="a" source-language="nl" target-language="zh-CN" date="2031-02-03T04:05:06Z"><header><note>alignment signature: s</note></header><body><group id="g">
<trans-unit id="1" resname="n" approved="yes" m:confirmed="1"><source>A<g id="1">b</g><x id="2"/></source><target state="final">二<bpt id="5">&lt;i&gt;</bpt>三<ept id="5"/></target><note>n</note><context-group><context context-type="x-source-file">f</context></context-group><alt-trans><target>x</target></alt-trans></trans-unit>
<trans-unit id="2"><source>Een. Twee.</source><seg-source><mrk mtype="seg" mid="1">Een.</mrk> <mrk mtype="seg" mid="2">Twee.</mrk></seg-source><target><mrk mtype="seg" mid="1">一。</mrk><mrk mtype="seg" mid="2"/></target><sdl:seg-defs><sdl:seg id="1" conf="ApprovedSignOff" percent="100"><sdl:value key="modified_on">01/31/2031 10:11:12</sdl:value></sdl:seg></sdl:seg-defs></trans-unit></group></body></file></xliff>`

const xliff2 = `<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="nl" trgLang="zh-CN"><file id="f"><mda:metadata><mda:metaGroup><mda:meta type="alignment signature">s</mda:meta></mda:metaGroup></mda:metadata><unit id="u" name="n" fs:fs="b"><notes><note>n</note></notes><mtc:matches><mtc:match ref="#s1" matchQuality="80"><source>x</source><target>y</target></mtc:match></mtc:matches><originalData><data id="d1">&lt;b&gt;<cp hex="0007"/></data></originalData>
<segment id="s1" state="final"><source>A<pc id="1" dataRefStart="d1">b</pc><sc id="2"/>c<ec startRef="2"/><cp hex="001B"/></source><target>二<mrk id="m">三</mrk></target></segment><ignorable><source> </source></ignorable><segment><source>C</source></segment></unit></file></xliff>`

const xliffJson = `{"resources":{"f":{"1":{"source":["A",{"Span":{"id":"1","contents":"b"}}],"target":"二","note":["n"],"additionalAttributes":{"resname":"n"}},"g":{"groupUnits":{"2":{"source":"x","target":{"Standalone":{"id":"3"}}}}}}},"sourceLanguage":"nl","targetLanguage":"zh-CN"}`

const table =
  'source,target,relation,confidence,notes\r\n"De ""brug"", open",桥已开通。,translation,0.9,n\r\nkade,码头,,,\r\n'

/** Small whole files of the formats in which units travel, and a text for the others. */
const seeds: Readonly<Record<string, readonly string[]>> = {
  tmx: [tmx],
  xliff: [xliff12, xliff2],
  xliff21: [xliff2],
  'xliff-json': [xliffJson],
  csv: [table],
  tsv: [table.replaceAll(',', '\t')],
}
const seedsOf = ({ name }: FormatRow): readonly Uint8Array[] =>
  (seeds[name] ?? [tmx, xliffJson, table]).flatMap((text) => [
    new TextEncoder().encode(text),
    new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
  ])

/** What parsers stumble over. */
const pieces = [
  '<',
  '>',
  '&',
  '"',
  "'",
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?x ?>',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&#99999999999;',
  '&x;',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<tu>',
  '</tu>',
  '<seg>',
  '</seg>',
  '<unit>',
  '<segment>',
  '</source>',
  '<?xml version="1.1" encoding="utf-16"?>',
  ' xml:lang="',
  ' __proto__="x"',
  '\0',
  '\r',
  '\n',
  '\u0085',
  '\u2028',
  '\ufffe',
  '\uffff',
  '{',
  '}',
  '[',
  '],',
  '\t',
  ',',
  '9'.repeat(400),
  'a'.repeat(5000),
].map((text) => new TextEncoder().encode(text))
/** Halves of surrogate pairs and other bytes that UTF-8 forbids, byte order marks, heads of archives. */
const bytesOf = [
  [0xed, 0xa0, 0x80],
  [0xed, 0xb0, 0x80],
  [0xf8, 0x88, 0x80, 0x80, 0x80],
  [0xc0, 0x80],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
  [0x50, 0x4b, 3, 4],
  [0x1f, 0x8b, 8],
].map((list) => new Uint8Array(list))

interface Change {
  readonly kind: 'byte' | 'insert' | 'cut' | 'copy' | 'end'
  readonly at: number
  readonly to: number
  readonly byte: number
  readonly piece: Uint8Array
}

const share = fc.double({ min: 0, max: 1, noNaN: true })
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('byte', 'insert', 'cut', 'copy', 'end'),
  at: share,
  to: share,
  byte: fc.nat(255),
  piece: fc.constantFrom(...pieces, ...bytesOf),
})

function changed(bytes: Uint8Array, { kind, at, to, byte, piece }: Change): Uint8Array {
  const place = Math.floor(at * bytes.length)
  const other = Math.floor(to * bytes.length)
  const [from, until] = [Math.min(place, other), Math.max(place, other)]
  const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
  switch (kind) {
    case 'byte':
      return join(bytes.subarray(0, place), new Uint8Array([byte]), bytes.subarray(place + 1))
    case 'insert':
      return join(bytes.subarray(0, place), piece, bytes.subarray(place))
    case 'cut':
      return join(bytes.subarray(0, from), bytes.subarray(until))
    case 'copy':
      return join(bytes.subarray(0, place), bytes.subarray(from, until), bytes.subarray(place))
    case 'end':
      return bytes.subarray(0, place)
  }
}

describe.each(readers)('$name', (format) => {
  test('random bytes end in a result or an AppError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => void (await read(format, bytes))),
      options,
    )
  }, 600_000)

  test('files that were damaged in a few places end in a result or an AppError', async () => {
    const damaged = fc
      .tuple(fc.constantFrom(...seedsOf(format)), fc.array(change, { minLength: 1, maxLength: 4 }))
      .map(([seed, changes]) => changes.reduce(changed, seed))
    await fc.assert(
      fc.asyncProperty(damaged, fc.integer({ min: 1, max: 3000 }), async (bytes, size) => {
        await read(format, bytes, size)
      }),
      options,
    )
  }, 600_000)

  test.each([
    ['NUL bytes', new Uint8Array(100_000)],
    ['lone surrogates in UTF-8', new Uint8Array(Buffer.alloc(3000, '\xed\xa0\x80', 'latin1'))],
    ['lone surrogates in UTF-16', new Uint8Array(Buffer.from(`\ufeff${'\ud800a'.repeat(1000)}`, 'utf16le'))],
    ['nothing but quotes', new TextEncoder().encode('"'.repeat(100_000))],
    ['nothing but opening brackets', new TextEncoder().encode('['.repeat(100_000))],
    ['nothing but opening angles', new TextEncoder().encode('<'.repeat(100_000))],
  ])('%s end in a result or an AppError', async (_, bytes) => {
    await read(format, bytes)
  })
})

describe('the seeds of this test', () => {
  test.each(Object.keys(seeds))('%s: they are files with units', async (name) => {
    for (const bytes of seedsOf(formatByName(name)))
      expect(await read(formatByName(name), bytes, 50)).toBeGreaterThan(0)
  })
})

const many = (text: string, count: number): string => text.repeat(count)
const wrap = (seg: string): string =>
  `<tmx version="1.4"><header srclang="nl"/><body><tu><tuv xml:lang="nl"><seg>${seg}</seg></tuv><tuv xml:lang="zh"><seg>桥</seg></tuv></tu></body></tmx>`
const bomb = `<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i} "${many(`&a${i === 0 ? '' : i - 1};`, 10)}">`).join('')}]>${wrap('&a19;')}`

describe('XML that is made to be slow', () => {
  test.each([
    ['an entity bomb', bomb, 0],
    ['a file of the machine as an entity', `<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]>${wrap('&a;')}`, 0],
    ['parameter entities', `<!DOCTYPE tmx [<!ENTITY % a SYSTEM "http://x/y"> %a;]>${wrap('x')}`, 0],
    ['deep nesting', wrap(many('<hi>', 100_000)), 0],
    ['ten megabytes in one line', wrap(many('brug ', 2_000_000)), 1],
    ['an attribute of five megabytes', wrap('x').replace('<tu>', `<tu tuid="${many('x', 5_000_000)}">`), 1],
    ['a comment without end', wrap('x').replace('<tu>', `<!--${many('& ', 200_000)}`), 0],
    ['stray ampersands', wrap(many('& ', 150_000)), 1],
    ['stray ampersands between comments', wrap(many('<!--&-->& ', 30_000)), 1],
    ['forbidden characters', wrap(many('x\u0001', 150_000)), 1],
    ['tags and stray ampersands in one line', wrap(many('<hi>&</hi>', 20_000)), 1],
    ['a property that is repeated', wrap('x').replace('<tu>', `<tu>${many('<prop type="a">b</prop>', 30_000)}`), 1],
    [
      'very many variants',
      wrap('x').replace('<tu>', `<tu>${many('<tuv xml:lang="zh"><seg>y</seg></tuv>', 20_000)}`),
      1,
    ],
    [
      'very many attributes',
      wrap('x').replace('<tu>', `<tu ${Array.from({ length: 20_000 }, (_, i) => `a${i}="b"`).join(' ')}>`),
      1,
    ],
    ['very many codes', wrap(many('<bpt i="1">x</bpt>', 20_000) + many('<ept i="2">x</ept>', 20_000)), 1],
    ['CDATA after CDATA', wrap(many('<![CDATA[&]]>', 50_000)), 1],
    ['brackets without end', wrap(many(']]', 300_000)), 1],
  ])(
    '%s is read or refused in bounded time',
    async (_, text, units) => {
      expect(await read(formatByName('tmx'), new TextEncoder().encode(text))).toBe(units)
    },
    30_000,
  )
})
