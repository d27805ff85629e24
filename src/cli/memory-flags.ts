import type { UnitFilter } from '../index.ts'
import { parseLanguage } from '../language-names.ts'
import { decisionStates, relations } from '../relations.ts'
import type { Args, Flag } from './command.ts'
import { usageError } from './usage.ts'

const memoryGroup = 'Memory'
const filterGroup = 'Which units'

/** `--memory`: every command on a memory has it. */
export const memoryFlag: Flag = {
  name: 'memory',
  short: 'm',
  type: 'string',
  value: 'DB',
  group: memoryGroup,
  doc: 'The file that is the memory.',
}

/** `--as`: what goes into a memory. */
export const asFlag: Flag = {
  name: 'as',
  type: 'string',
  value: 'NAME',
  default: 'main',
  group: memoryGroup,
  doc: 'Which of the memories in the file takes them in; it is made when it is not there.',
}

/** Path of the memory. */
export function memoryPath(args: Args): string {
  const path = args.text('memory')
  if (path !== undefined) return path
  throw usageError('there is no --memory', 'Name the file that is the memory, as in --memory work.zmem.')
}

/** Flags that choose units. */
export const filterFlags: readonly Flag[] = [
  {
    name: 'named',
    type: 'list',
    value: 'NAMES',
    group: filterGroup,
    doc: 'Only these of the memories in the file, as in --named acme,public.',
  },
  {
    name: 'where',
    type: 'string',
    value: 'FIELD=VALUE',
    isRepeatable: true,
    group: filterGroup,
    doc: 'Only units with this field, as in --where client=Acme.',
  },
  {
    name: 'origin',
    type: 'string',
    value: 'TEXT',
    group: filterGroup,
    doc: 'Only units from documents with this in their name.',
  },
  {
    name: 'since',
    type: 'string',
    value: 'DATE',
    group: filterGroup,
    doc: 'Only units last changed on this day or later.',
  },
  {
    name: 'until',
    type: 'string',
    value: 'DATE',
    group: filterGroup,
    doc: 'Only units last changed on this day or earlier.',
  },
  {
    name: 'user',
    type: 'string',
    value: 'NAME',
    group: filterGroup,
    doc: 'Only units that this person made or changed.',
  },
  {
    name: 'relation',
    type: 'list',
    value: 'KINDS',
    choices: relations,
    group: filterGroup,
    doc: 'Only pairs of these kinds.',
  },
  {
    name: 'state',
    type: 'list',
    value: 'STATES',
    choices: decisionStates,
    group: filterGroup,
    doc: 'Only pairs about which this was decided.',
  },
  {
    name: 'min-confidence',
    type: 'number',
    value: 'X',
    range: [0, 1],
    default: '0',
    group: filterGroup,
    doc: 'Only pairs that are at least so sure: 0.8 is four in five.',
  },
  {
    name: 'step',
    type: 'number',
    value: 'N',
    range: [1, Number.MAX_SAFE_INTEGER],
    group: filterGroup,
    doc: 'Only units that this step brought; see `zinpaar memory history`.',
  },
]

/** What the flags say about units. */
export function filterFrom(args: Args): UnitFilter {
  const [origin, user] = [args.text('origin'), args.text('user')]
  const [since, until] = [dateOf(args.text('since'), 'since'), dateOf(args.text('until'), 'until')]
  const memories = args.list('named')
  const fields = fieldsOf(args.list('where'), 'where')
  const chosenRelations = relations.filter((relation) => args.list('relation').includes(relation))
  const states = decisionStates.filter((state) => args.list('state').includes(state))
  const minConfidence = args.number('min-confidence')
  const step = args.number('step')
  return {
    ...(memories.length === 0 ? {} : { memories }),
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
    ...(origin === undefined ? {} : { origin }),
    ...(since === undefined ? {} : { since: `${since}T00:00:00Z` }),
    ...(until === undefined ? {} : { until: `${until}T23:59:59Z` }),
    ...(user === undefined ? {} : { user }),
    ...(chosenRelations.length === 0 ? {} : { relations: chosenRelations }),
    ...(states.length === 0 ? {} : { states }),
    ...(minConfidence === undefined || minConfidence === 0 ? {} : { minConfidence }),
    ...(step === undefined ? {} : { step }),
  }
}

/** `client=Acme` and the like as a record. */
export function fieldsOf(pairs: readonly string[], flag: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair): readonly [string, string] => {
      const at = pair.indexOf('=')
      if (at > 0) return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
      throw usageError(`--${flag} ${pair} is no field`, 'Write it like client=Acme.')
    }),
  )
}

function dateOf(text: string | undefined, flag: string): string | undefined {
  if (text === undefined) return undefined
  const date = new Date(text)
  const isReal =
    /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  if (isReal) return text
  throw usageError(`--${flag} ${text} is no date`, 'Write it like 2026-01-31.')
}

/** `--source-lang` and `--target-lang`. */
export const languageFlags: readonly Flag[] = [
  {
    name: 'source-lang',
    type: 'string',
    value: 'TAG',
    group: 'Languages',
    doc: 'Language of the source, such as nl or nl-BE.',
  },
  {
    name: 'target-lang',
    type: 'string',
    value: 'TAG',
    group: 'Languages',
    doc: 'Language of the translation, such as zh or zh-Hant.',
  },
]

/** The two languages, as far as they were given. */
export function languagesFrom(args: Args): { readonly sourceLanguage?: string; readonly targetLanguage?: string } {
  const [source, target] = [args.text('source-lang'), args.text('target-lang')]
  return {
    ...(source === undefined ? {} : { sourceLanguage: parseLanguage(source) }),
    ...(target === undefined ? {} : { targetLanguage: parseLanguage(target) }),
  }
}
