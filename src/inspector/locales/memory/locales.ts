import { en, type MemoryTexts } from './en.ts'
import { nl } from './nl.ts'
import { zh } from './zh.ts'

/** All languages of the page of a memory, by tag. */
export const memoryLocales: Readonly<Record<string, MemoryTexts>> = { en, nl, zh }

/** The language that fits best what a person reads: tags in order of preference, such as those of a browser. */
export function chooseMemoryLocale(wanted: readonly string[]): string {
  const known = Object.keys(memoryLocales)
  const bases = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '')
  return bases.find((base) => known.includes(base)) ?? known[0] ?? ''
}
