import type { LanguageTag, Memory, UnitFilter } from '../index.ts'

/** At most so many pairs of languages, or names of memories, are listed. */
const mostListed = 5

/**
 * Why nothing was found, as notes for the user: the memory has no unit in these languages, or the filter names a memory or a step
 * that is not there; empty when nothing of the kind is known.
 */
export async function notesInVain(
  memory: Memory,
  languages: readonly LanguageTag[],
  filter: UnitFilter = {},
): Promise<string> {
  const { otherLanguages, otherMemories } = await import('../memory-stats.ts')
  const notes: string[] = []
  const pairs = await otherLanguages(memory, languages)
  if (pairs !== undefined) {
    const has =
      pairs.length === 0 ? 'it is empty' : `it has ${listed(pairs.map((tags) => tags.split(' ').join(' – ')))}`
    notes.push(`the memory has no unit in ${languages.join(' and ')}; ${has}`)
  }
  const names = await otherMemories(memory, filter)
  if (names !== undefined)
    notes.push(`none of the memories in the file is called ${filter.memories?.join(' or ')}; there is ${listed(names)}`)
  const step = (await memory.history()).find(({ number }) => number === filter.step)
  if (filter.step !== undefined && step?.isUndone !== false)
    notes.push(step === undefined ? `there is no step ${filter.step}` : `step ${filter.step} is undone`)
  return notes.map((note) => `note: ${note}\n`).join('')
}

const listed = (names: readonly string[]): string =>
  `${names.slice(0, mostListed).join(', ')}${names.length > mostListed ? ' …' : ''}`

/** Whether a text holds nothing to look for: spaces, and signs that take no room, such as those that some pages hide in text. */
export const isBlank = (text: string): boolean => /^[\s\p{Cf}]*$/u.test(text)
