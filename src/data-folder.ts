import { posix, win32 } from 'node:path'

/**
 * Folder in which the tool keeps what a user gives it for good: ZINPAAR_DATA where it is set, otherwise `zinpaar` in the
 * place that the system has for such data. Undefined where the environment names no home.
 */
export function dataFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | undefined {
  const set = (name: string): string | undefined => (env[name] === '' ? undefined : env[name])
  const own = set('ZINPAAR_DATA')
  if (own !== undefined) return own
  if (platform === 'win32') {
    const local = set('LOCALAPPDATA')
    return local === undefined ? undefined : win32.join(local, 'zinpaar')
  }
  const home = set('HOME')
  const data = set('XDG_DATA_HOME')
  if (platform !== 'darwin' && data !== undefined) return posix.join(data, 'zinpaar')
  if (home === undefined) return undefined
  return platform === 'darwin'
    ? posix.join(home, 'Library', 'Application Support', 'zinpaar')
    : posix.join(home, '.local', 'share', 'zinpaar')
}
