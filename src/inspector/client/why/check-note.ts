import type { Translate } from '../text/translate.ts'

const lone = /^(.+?) (?:stands )?in the (source|target) alone(?:, beside .+)?$/su
const opposed = /^(.+) in the source, but (.+) in the target$/su
const length = /^the target is ([\d.]+) times (longer|shorter) than usual beside the source$/u

/** What a failed check found, in the language of the page; undefined for a sentence that is said in English alone. */
export function checkNote(note: string, t: Translate): string | undefined {
  const [, name, side] = lone.exec(note) ?? []
  if (name !== undefined) return t(side === 'source' ? 'why.onlySource' : 'why.onlyTarget', { name })
  const [, here, there] = opposed.exec(note) ?? []
  if (here !== undefined && there !== undefined) return t('why.against', { here, there })
  const [, times, way] = length.exec(note) ?? []
  if (times !== undefined) return t(way === 'longer' ? 'why.longer' : 'why.shorter', { times })
  return undefined
}
