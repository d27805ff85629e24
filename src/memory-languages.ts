import type { LanguageKnowledge } from './memory/languages.ts'

/** What the language packs tell a memory, each part of one loaded when it is first asked for. */
export function memoryLanguages(): LanguageKnowledge {
  const words = () => import('./languages/single-words.ts')
  return {
    fold: async (language) => (await words()).loadFold(language),
    numberWords: async (language) => (await words()).loadNumberWords(language),
    names: async (language) => (await words()).loadNames(language),
  }
}
