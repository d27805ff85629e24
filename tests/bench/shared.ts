import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Folder of gold data that is not part of the project: ZINPAAR_SHARED, else `../shared`; undefined when it is not there. */
export function sharedFolder(): string | undefined {
  const folder = resolve(process.env.ZINPAAR_SHARED ?? '../shared')
  return existsSync(join(folder, 'gold')) ? folder : undefined
}
