import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import { decodeText } from '../../src/formats/_text/decode.ts'
import { validUtf8Length } from '../../src/formats/_text/utf8.ts'
import { recorder } from './memory-input.ts'

const dutch = 'De burgemeester heeft ‘één’ idee: de brug wordt in 2031 geopend – voor € 3 miljoen.\r\n'
const chinese = '市长表示，这座大桥将于2031年正式通车。\n当地居民对这个计划表示欢迎，但是也有人担心费用。\n'
const traditional = '市長表示，這座大橋將於2031年正式通車。\n當地居民對這個計畫表示歡迎，但是也有人擔心費用。\n'
const japanese = '市長によると、この橋は2031年に開通する予定です。\n住民はこの計画を歓迎しています。\n'

/** Bytes of those texts in older encodings, for which JavaScript has no encoder. */
const encoded = {
  windows1252:
    'RGUgYnVyZ2VtZWVzdGVyIGhlZWZ0IJHp6W6SIGlkZWU6IGRlIGJydWcgd29yZHQgaW4gMjAzMSBnZW9wZW5kIJYgdm9vciCAIDMgbWlsam9lbi4NCg==',
  gb18030:
    'ytCzpLHtyr6jrNXi1/m088fFvavT2jIwMzHE6tX9yr3NqLO1oaMKtbG12L7Tw/G21NXiuPa8xruuse3Kvru2062jrLWrysfSstPQyMu1o9DEt9HTw6GjCg==',
  big5: 'pauq+KrtpdyhQbNvrnmkar70sU6p8zIwMzGmfqW/pqGzcaiuoUMKt+2mYal+pcG577NvrdOtcLVlqu2l3MV3qu+hQab9rE+kXaazpEi+4aTftk+lzqFDCg==',
  shiftJis:
    'jnOSt4LJguaC6YLGgUGCsYLMi7SCzTIwMzGUToLJikqSyoK3gumXXJLogsWCt4FCCo9alq+CzYKxgsyMdonmgvCKvYx9grWCxIKigtyCt4FCCg==',
  /** A Chinese word of two characters whose GBK bytes are valid UTF-8 by chance, and a whole Chinese sentence in GB18030. */
  chanceWord: 'xL7GrA==',
  gbLine: '1eLX+bTzx8W9q9Paw/fE6tX9yr3NqLO1oaMK',
  frenchLine: 'Q2Fm6SBab+sK',
  /** Russian in windows-1251, which nothing here knows. */
  cyrillic: 'zP3wIPHq4Ofg6ywg9/LuIOzu8fIg7vLq8O7+8iDiIPHr5eTz/vnl7CDj7uTzLCDl8evoIPXi4PLo8iDk5e3l4y4K',
} as const

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes)
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

function decode(bytes: Uint8Array): { readonly text: string; readonly codes: readonly string[] } {
  const context = recorder()
  return { text: decodeText(bytes, 'in.txt', context), codes: context.codes() }
}

function errorOf(bytes: Uint8Array): AppError {
  try {
    decode(bytes)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('certain encodings', () => {
  test.each([
    ['UTF-8', utf8(dutch + chinese)],
    ['UTF-8 with a mark', join(new Uint8Array([0xef, 0xbb, 0xbf]), utf8(dutch + chinese))],
    ['UTF-16LE with a mark', join(new Uint8Array([0xff, 0xfe]), utf16(dutch + chinese, false))],
    ['UTF-16BE with a mark', join(new Uint8Array([0xfe, 0xff]), utf16(dutch + chinese, true))],
  ])('%s is decoded without a word', (_, bytes) => {
    expect(decode(bytes)).toEqual({ text: dutch + chinese, codes: [] })
  })

  test('any text comes back from UTF-8 unchanged, with its line ends', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '桥', '😀', '\n', '\r\n', '\r', ' ', '\ufeff'),
      minLength: 1,
    })
    fc.assert(
      fc.property(text, (body) => {
        const whole = `x${body}`
        expect(decode(utf8(whole)).text).toBe(whole)
        expect(decode(join(new Uint8Array([0xef, 0xbb, 0xbf]), utf8(whole))).text).toBe(whole)
      }),
      { numRuns: 50 },
    )
  })
})

test('the length of valid UTF-8 is that of the longest start that is valid', () => {
  const byte = fc.constantFrom(0x41, 0x80, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xe4, 0xed, 0xf0, 0xf4, 0xf5, 0x90, 0x8f)
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 8 }), (list) => {
      const bytes = new Uint8Array(list)
      const lengths = Array.from({ length: bytes.length + 1 }, (_, i) => i)
      expect(validUtf8Length(bytes)).toBe(lengths.findLast((length) => isUtf8(bytes.subarray(0, length))))
    }),
    { numRuns: 2000 },
  )
})

describe('guessed encodings', () => {
  test.each([
    ['windows-1252', bytesOf(encoded.windows1252), dutch],
    ['GB18030', bytesOf(encoded.gb18030), chinese],
    ['Big5', bytesOf(encoded.big5), traditional],
    ['Shift_JIS', bytesOf(encoded.shiftJis), japanese],
    ['UTF-16LE', utf16(dutch, false), dutch],
    ['UTF-16BE', utf16(dutch, true), dutch],
    ['UTF-16LE', utf16(chinese, false), chinese],
    ['UTF-16BE', utf16(chinese, true), chinese],
  ])('%s is found and reported', (title, bytes, text) => {
    const context = recorder()
    expect(decodeText(bytes, 'in.txt', context)).toBe(text)
    expect(context.diagnostics).toMatchObject([{ code: 'READ_ENCODING_GUESSED', level: 'info', document: 'in.txt' }])
    expect(context.diagnostics[0]?.message).toContain(title)
  })

  test('a text that makes no sense in any is refused with its line', () => {
    const error = errorOf(join(utf8('hoi\n'), bytesOf(encoded.cyrillic)))
    expect(error.code).toBe('READ_ENCODING')
    expect(error.message).toContain('line 2')
  })

  test('bytes that contradict the byte order mark are refused with their line', () => {
    const error = errorOf(join(new Uint8Array([0xef, 0xbb, 0xbf]), utf8('een\ntwee\n'), bytesOf(encoded.frenchLine)))
    expect(error.code).toBe('READ_ENCODING')
    expect(error.message).toContain('line 3')
  })
})

describe('mixed encodings', () => {
  test.each([
    [
      'windows-1252 in UTF-8',
      join(utf8(dutch), bytesOf(encoded.frenchLine), utf8(dutch)),
      `${dutch}Café Zoë\n${dutch}`,
      2,
    ],
    ['GB18030 in UTF-8', join(utf8(chinese), bytesOf(encoded.gbLine)), `${chinese}这座大桥将于明年正式通车。\n`, 3],
    ['UTF-8 in GB18030', join(bytesOf(encoded.gb18030), bytesOf(encoded.gb18030), utf8(chinese)), chinese.repeat(3), 5],
  ])('%s is read line by line and reported', (_, bytes, text, line) => {
    const context = recorder()
    expect(decodeText(bytes, 'in.txt', context)).toBe(text)
    expect(context.diagnostics).toMatchObject([{ code: 'READ_ENCODING_MIXED', level: 'warning', place: { line } }])
  })

  test('lines of GBK that are valid UTF-8 by chance do not make a file mixed', () => {
    const bytes = join(bytesOf(encoded.gb18030), bytesOf(encoded.chanceWord), utf8('\n'))
    expect(decode(bytes)).toEqual({ text: `${chinese}木片\n`, codes: ['READ_ENCODING_GUESSED'] })
  })

  test('one bad byte in UTF-8 is not turned into noise', () => {
    const bytes = utf8(chinese)
    bytes[4] = 0x41
    expect(errorOf(bytes).code).toBe('READ_ENCODING')
  })

  test('a last character that is cut off is left out and reported', () => {
    const bytes = utf8('这座大桥')
    expect(decode(bytes.subarray(0, bytes.length - 1))).toEqual({ text: '这座大', codes: ['READ_ENCODING_CUT'] })
  })
})

describe('what is no text', () => {
  test.each([
    ['a PNG picture', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]],
    ['a ZIP archive', [0x50, 0x4b, 3, 4, 20, 0]],
    ['a PDF document', [...utf8('%PDF-1.7\n')]],
    ['control codes', Array.from({ length: 200 }, (_, i) => i % 9)],
  ])('%s is refused as binary', (_, bytes) => {
    expect(errorOf(new Uint8Array(bytes)).code).toBe('READ_BINARY')
  })

  test.each([
    ['nothing', ''],
    ['a byte order mark', '\ufeff'],
    ['white space', ' \n\t\r\n\u3000 '],
  ])('%s is refused as empty', (_, text) => {
    expect(errorOf(utf8(text)).code).toBe('READ_EMPTY')
  })

  test('stray control characters stay, and are reported once with their first place', () => {
    const context = recorder()
    const text = 'De brug\nis\0 open\u0007 en de kade ook, zegt de burgemeester.\n'
    expect(decodeText(utf8(text), 'in.txt', context)).toBe(text)
    expect(context.diagnostics).toMatchObject([
      { code: 'READ_CONTROL_CHARACTERS', level: 'warning', place: { line: 2, column: 3 } },
    ])
    expect(context.diagnostics[0]?.message).toMatch(/2 control characters.*U\+0000/u)
  })

  test('traces of an earlier bad conversion are reported', () => {
    expect(decode(utf8('caf\ufffd aan de kade')).codes).toEqual(['READ_REPLACEMENT_CHARACTERS'])
  })
})
