import { describe, expect, test } from 'vitest'
import { nameKey } from '../../src/inspector/client/commands/keys.ts'
import { commandOfKey, commands } from '../../src/inspector/client/commands/table.ts'

const press = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe('commands', () => {
  test('no key means two things', () => {
    const keys = commands.flatMap(({ keys: own }) => own)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('every command is found by each of its keys', () => {
    for (const command of commands) for (const key of command.keys) expect(commandOfKey(key)).toBe(command)
  })
})

describe('names of keys', () => {
  test.each([
    [{ key: 'j', code: 'KeyJ' }, 'j'],
    [{ key: 'J', code: 'KeyJ', shiftKey: true }, 'Shift+J'],
    [{ key: 'J', code: 'KeyJ' }, 'j'],
    [{ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+Z'],
    [{ key: 'z', code: 'KeyZ', metaKey: true }, 'Ctrl+Z'],
    [{ key: '?', code: 'Slash', shiftKey: true }, '?'],
    [{ key: '{', code: 'BracketLeft', shiftKey: true }, '{'],
    [{ key: 'ArrowDown', code: 'ArrowDown', altKey: true, shiftKey: true }, 'Alt+Shift+ArrowDown'],
    // A letter of another script, an input method, and a sign of the third level.
    [{ key: 'о', code: 'KeyJ' }, 'j'],
    [{ key: 'Process', code: 'KeyA' }, 'a'],
    [{ key: '[', code: 'Digit8', ctrlKey: true, altKey: true, isThirdLevel: true }, '['],
  ])('%o is %s', (given, name) => {
    expect(nameKey({ ...press, ...given })).toBe(name)
  })
})
