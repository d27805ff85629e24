import type { CommandGroup } from '../../command.ts'

/** `zinpaar memory …`. Adding a command is a file beside this and a row here. */
export const memoryGroup: CommandGroup = {
  name: 'memory',
  summary: 'Keep pairs in a translation memory; search, clean and export it.',
  about:
    'A translation memory of Zinpaar is one file. It takes in TMX, XLIFF, PO, tables and alignments, finds exact and similar ' +
    'sentences among millions in milliseconds, shows words in their context, can be cleaned, and is handed on as TMX or XLIFF. ' +
    'Whatever changes it as a whole is a step that can be undone.',
  actions: [
    {
      name: 'import',
      summary: 'Take files into a memory, which is made when it is not there.',
      load: async () => (await import('./import.ts')).command,
    },
    {
      name: 'search',
      summary: 'Find units whose source is like a sentence.',
      load: async () => (await import('./search.ts')).command,
    },
    {
      name: 'concordance',
      summary: 'Show where words stand, in their context and with their translation.',
      load: async () => (await import('./concordance.ts')).command,
    },
    {
      name: 'inspect',
      summary: 'Look at a memory in the browser, search it and correct it.',
      load: async () => (await import('./inspect.ts')).command,
    },
    {
      name: 'export',
      summary: 'Write a memory, or part of it, as TMX, XLIFF or a table.',
      load: async () => (await import('./export.ts')).command,
    },
    {
      name: 'stats',
      summary: 'Say what a memory holds.',
      load: async () => (await import('./stats.ts')).command,
    },
    {
      name: 'clean',
      summary: 'Find what is wrong with units, and put it right when told so.',
      load: async () => (await import('./clean.ts')).command,
    },
    {
      name: 'check',
      summary: 'Make sure that a memory is sound, and mend its index.',
      load: async () => (await import('./check.ts')).command,
    },
    {
      name: 'purge',
      summary: 'Remove for good what was removed or undone.',
      load: async () => (await import('./purge.ts')).command,
    },
    {
      name: 'history',
      summary: 'List the steps that made a memory.',
      load: async () => (await import('./history.ts')).command,
    },
    {
      name: 'undo',
      summary: 'Take a step back.',
      load: async () => (await import('./undo.ts')).command,
    },
    {
      name: 'redo',
      summary: 'Do a step again that was taken back.',
      load: async () => (await import('./redo.ts')).command,
    },
  ],
}
