import type { Profile } from '../index.ts'
import type { OutputOptions } from '../outputs.ts'
import type { Selection } from '../units.ts'
import type { Args, Io } from './command.ts'
import { usageError } from './usage.ts'

const relationNames: readonly Selection['relations'][number][] = ['translation', 'partial', 'related']

const profileNames: readonly Profile[] = ['plain', 'omegat', 'trados']

/** What the flags say about the beads that leave. */
export function selectionFrom(args: Args): Selection {
  const wanted = args.list('relations')
  return {
    relations: relationNames.filter((relation) => wanted.includes(relation)),
    minConfidence: args.number('min-confidence') ?? 0,
    allTargets: args.has('all-targets'),
  }
}

/** What the flags say about files to write. */
export function outputOptionsFrom(args: Args, io: Io): OutputOptions {
  const date = dateFrom(args.text('date'), io)
  return {
    selection: selectionFrom(args),
    ...(args.text('xliff') === '2.1' ? { variant: '21' } : {}),
    ...(date === undefined ? {} : { date }),
    omitIds: args.has('no-tuid'),
    profile: profileNames.find((profile) => profile === args.text('profile')) ?? 'plain',
  }
}

function dateFrom(text: string | undefined, io: Io): string | undefined {
  if (text === undefined) return undefined
  const date = text === 'now' ? io.now() : new Date(text)
  // Date takes 31 February for 2 March: the day that was typed has to come back.
  const isReal = !Number.isNaN(date.getTime()) && (text === 'now' || date.toISOString().startsWith(text.slice(0, 7)))
  if (isReal) return `${date.toISOString().slice(0, 19)}Z`
  throw usageError(`--date ${text} is no date`, 'Write it like 2026-01-31 or 2026-01-31T10:00:00Z.')
}
