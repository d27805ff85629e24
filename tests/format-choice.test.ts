import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  calledFormatToRead,
  calledFormatToWrite,
  formatCalled,
  formatToRead,
  formatToWrite,
} from '../src/format-choice.ts'
import { formats } from '../src/formats/index.ts'
import { inputOf } from '../src/input.ts'

const tmx = '<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="nl"/><body/></tmx>\n'

describe('choice of a format', () => {
  test('a name is that of the format or an extension, with or without the dot', () => {
    expect(['TMX', '.tmx', 'spans.json', '.21.xlf', 'native'].map((name) => formatCalled(name)?.name)).toEqual([
      'tmx',
      'tmx',
      'spans',
      'xliff21',
      'native',
    ])
    expect(formatCalled('doc')).toBeUndefined()
  })
  test.each(formats.flatMap((format) => format.extensions.map((extension) => [extension, format.name])))(
    'a file that ends in %s is %s, whatever the case',
    async (extension, name) => {
      const file = inputOf(`folder.txt/${extension === '.json' ? 'a' : 'a.b'}${extension.toUpperCase()}`, '')
      expect(
        (
          await formatToRead(
            file,
            formats.flatMap((format) => format.can),
          )
        )?.name,
      ).toBe(name)
    },
  )
  test('writing needs a format that can, and says which could', () => {
    expect(formatToWrite('x.spans.json', ['writeAlignment']).name).toBe('spans')
    expect(() => formatToWrite('x.txt', ['writeAlignment'])).toThrow(
      expect.objectContaining({ code: 'FORMAT_CANNOT_WRITE' }),
    )
    expect(() => formatToWrite('x.doc', ['writeUnits'])).toThrow(
      expect.objectContaining({ code: 'FORMAT_UNKNOWN', hint: expect.stringContaining('.tmx') }),
    )
    expect(() => calledFormatToWrite('doc', ['writeAlignment'])).toThrow('doc: no format has this ending')
    expect(() => calledFormatToWrite('txt', ['writeAlignment'])).toThrow('Plain text (txt) cannot be written')
    expect(() => calledFormatToRead('doc', ['readUnits'])).toThrow('there is no format called doc')
    expect(() => calledFormatToRead('ladder', ['readUnits'])).toThrow(
      expect.objectContaining({ code: 'FORMAT_CANNOT_READ' }),
    )
  })
  test('an input is known by its name, without a look at its bytes', async () => {
    expect((await formatToRead(inputOf('a.txt', tmx), ['readDocument']))?.name).toBe('txt')
  })
  test('an input without a known ending is known by its first bytes', async () => {
    expect((await formatToRead(inputOf('stdin', tmx), ['readUnits']))?.name).toBe('tmx')
    expect(await formatToRead(inputOf('stdin', 'plain'), ['readDocument'])).toBeUndefined()
  })
  test('a file whose name speaks of plain text is looked at where units are wanted', async () => {
    const named = async (content: string): Promise<string | undefined> =>
      (await formatToRead(inputOf('memory.txt', content), ['readUnits']))?.name
    expect(await named(tmx)).toBe('tmx')
    expect(await named('nl\tzh\nbrug\t桥\n')).toBe('tsv')
    expect(await named('source;target\nbrug;桥\n')).toBe('csv')
    expect(await named('msgid ""\nmsgstr ""\n"Language: nl\\n"\n')).toBe('po')
    await expect(named('De brug is open, zei hij.\n')).rejects.toMatchObject({ code: 'FORMAT_CANNOT_READ' })
  })
  test('a file that holds pairs already is refused as a text, with what to do', async () => {
    await expect(formatToRead(inputOf('a.json', '{'), ['readDocument'])).rejects.toMatchObject({
      code: 'FORMAT_CANNOT_READ',
      hint: expect.stringContaining('give it alone'),
    })
    await expect(formatToRead(inputOf('stdin', tmx), ['readDocument'])).rejects.toMatchObject({
      code: 'FORMAT_CANNOT_READ',
      hint: expect.stringContaining('zinpaar convert'),
    })
  })
  test('any name and any bytes give a format that can, none, or a coded refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.uint8Array(), async (name, bytes) => {
        const found = await formatToRead(inputOf(name, bytes), ['readDocument']).catch((error: unknown) => error)
        if (found instanceof Error) expect(found).toMatchObject({ code: 'FORMAT_CANNOT_READ' })
        else expect(['txt', undefined]).toContain(found === undefined ? undefined : Object(found).name)
      }),
    )
  })
})
