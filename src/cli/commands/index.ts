import type { CommandEntry } from '../command.ts'
import { memoryGroup } from './memory/index.ts'

/** Every command, in the order in which the help shows them. Adding one is a file beside this and a row here. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'align',
    summary: 'Pair the sentences of two texts, or of many pairs of texts.',
    load: async () => (await import('./align.ts')).command,
  },
  {
    name: 'convert',
    summary: 'Turn an alignment or a translation memory into another format.',
    load: async () => (await import('./convert.ts')).command,
  },
  {
    name: 'entities',
    summary: 'Show the names, dates, numbers and titles that a text mentions.',
    load: async () => (await import('./entities.ts')).command,
  },
  {
    name: 'evaluate',
    summary: 'Score an alignment against one made by hand.',
    load: async () => (await import('./evaluate.ts')).command,
  },
  {
    name: 'inspect',
    summary: 'Look at an alignment in your browser, and correct it.',
    load: async () => (await import('./inspect.ts')).command,
  },
  {
    name: 'lexicon',
    summary: 'Add dictionaries and glossaries that help to align, list or remove them.',
    load: async () => (await import('./lexicon.ts')).command,
  },
  {
    name: 'list',
    summary: 'List formats, languages, error codes or scorers.',
    load: async () => (await import('./list.ts')).command,
  },
  memoryGroup,
  {
    name: 'names',
    summary: 'Find people in a Chinese text by their names in Latin letters.',
    load: async () => (await import('./names.ts')).command,
  },
  {
    name: 'review',
    summary: 'Write an alignment as its reviewers corrected it.',
    load: async () => (await import('./review.ts')).command,
  },
  {
    name: 'terms',
    summary: 'Make a glossary of the names, titles and dates that an alignment linked.',
    load: async () => (await import('./terms.ts')).command,
  },
]
