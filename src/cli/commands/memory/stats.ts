import type { MemoryStats } from '../../../index.ts'
import { languageName } from '../../../language-names.ts'
import type { Command } from '../../command.ts'
import { jsonFlag, quietFlag } from '../../flags.ts'
import { memoryFlag, memoryPath } from '../../memory-flags.ts'
import { counted, number } from '../../numbers.ts'
import { screenText } from '../../screen-text.ts'

/** `zinpaar memory stats`. */
export const command: Command = {
  name: 'memory stats',
  about:
    'Says what a memory holds: how many units, in which languages and memories, where they come from and what was decided ' +
    'about them. Nothing is changed by looking.',
  arguments: [],
  flags: [memoryFlag, jsonFlag, quietFlag],
  examples: [
    { line: 'zinpaar memory stats --memory work.zmem', does: 'What the memory holds.' },
    { line: 'zinpaar memory stats --memory work.zmem --json', does: 'The same for another program.' },
  ],
  async run(args, io) {
    const { withMemory } = await import('../../../open-memory.ts')
    const { memoryStats } = await import('../../../memory-stats.ts')
    const name = memoryPath(args)
    const stats = { ...(await withMemory(name, { mode: 'read' }, memoryStats)), name }
    await io.out(args.has('json') ? `${JSON.stringify(stats, undefined, 2)}\n` : statsText(stats))
    return 0
  },
}

function statsText(stats: MemoryStats): string {
  const languages = (tags: string): string => tags.split(' ').map(languageName).join(' – ')
  const section = (title: string, counts: Readonly<Record<string, number>>, name = (key: string) => key) => {
    const rows = Object.entries(counts).sort((a, b) => b[1] - a[1])
    return rows.length === 0
      ? []
      : [title, ...rows.map(([key, value]) => `  ${number(value).padStart(11)}  ${screenText(name(key))}`)]
  }
  const gone =
    stats.removed === 0 ? '' : `; ${number(stats.removed)} more ${stats.removed === 1 ? 'is' : 'are'} removed or undone`
  const lines = [
    `${stats.name}: ${counted(stats.units, 'unit')}${gone}; ${counted(stats.steps, 'step')}`,
    ...section('Languages', stats.byLanguages, languages),
    ...(Object.keys(stats.byMemory).length > 1 ? section('Memories', stats.byMemory) : []),
    ...section('Kinds of pairs', stats.byRelation, (key) => (key === 'none' ? 'not from an alignment' : key)),
    ...section('Decisions', stats.byState),
  ]
  return `${lines.join('\n')}\n`
}
