import type { BlockReader } from './types.ts'

export { indexVersion } from './merge.ts'
export async function checkSegment(_read: BlockReader): Promise<readonly string[]> {
  return []
}
