import { expect, test } from 'vitest'
import { dataFolder } from '../src/data-folder.ts'

const home = { HOME: '/home/a' }

test.each([
  ['the folder that the user names', { ...home, ZINPAAR_DATA: '/x/y', XDG_DATA_HOME: '/d' }, 'linux', '/x/y'],
  ['the data folder of the desktop', { ...home, XDG_DATA_HOME: '/d' }, 'linux', '/d/zinpaar'],
  [
    'the usual place in the home',
    { ...home, ZINPAAR_DATA: '', XDG_DATA_HOME: '' },
    'linux',
    '/home/a/.local/share/zinpaar',
  ],
  ['the place on macOS', { ...home, XDG_DATA_HOME: '/d' }, 'darwin', '/home/a/Library/Application Support/zinpaar'],
  [
    'the place on Windows',
    { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' },
    'win32',
    'C:\\Users\\a\\AppData\\Local\\zinpaar',
  ],
  ['nothing without a home', {}, 'linux', undefined],
  ['nothing without a home on Windows', home, 'win32', undefined],
] as const)('%s', (_, env, platform, folder) => {
  expect(dataFolder(env, platform)).toBe(folder)
})
