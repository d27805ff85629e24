import { relations } from '../../editing.ts'
import type { EditPost, ExportPost, RealignPost, RerunPost } from '../protocol.ts'
import { malformed } from './refusal.ts'

type Fields = Readonly<Record<string, unknown>>

/** How records of a body are read: fails for what is no record. */
export type RecordReader = (value: unknown) => EditPost['records'][number]

const mostRecords = 10_000

/** The body of `api/edits`. */
export function editPostOf(value: unknown, readRecord: RecordReader): EditPost {
  const { revision, records } = fieldsOf(value)
  if (!Array.isArray(records) || records.length === 0 || records.length > mostRecords)
    throw malformed(`records are a list of 1 to ${mostRecords} edits`)
  return { revision: revisionOf(revision), records: records.map((record) => shallow(record, readRecord)) }
}

/** Lists in lists without end are no record of anybody. */
function shallow(record: unknown, readRecord: RecordReader): EditPost['records'][number] {
  try {
    return readRecord(record)
  } catch (error) {
    if (error instanceof RangeError) throw malformed('a record is nested too deeply')
    throw error
  }
}

/** The body of `api/realign`. */
export function realignPostOf(value: unknown): RealignPost {
  const { revision, beads } = fieldsOf(value)
  if (!Array.isArray(beads) || beads.length === 0 || !beads.every((bead) => typeof bead === 'string'))
    throw malformed('beads are a list of ids')
  return { revision: revisionOf(revision), beads: [...new Set(beads)] }
}

/** The body of `api/rerun`. */
export function rerunPostOf(value: unknown): RerunPost {
  const { revision, mode } = fieldsOf(value)
  return { revision: revisionOf(revision), mode: oneOf('mode', mode, ['auto', 'parallel', 'comparable']) }
}

/** The body of `api/export`. */
export function exportPostOf(value: unknown): ExportPost {
  const { to, relations: wanted, minConfidence, profile, download } = fieldsOf(value)
  if (typeof to !== 'string' || to.trim() === '' || to.includes('\0') || to.length > 4096)
    throw malformed('to is the name of a file')
  if (!Array.isArray(wanted)) throw malformed('relations are a list')
  if (typeof minConfidence !== 'number' || !(minConfidence >= 0 && minConfidence <= 1))
    throw malformed('minConfidence is a number from 0 to 1')
  if (typeof download !== 'boolean') throw malformed('download is true or false')
  return {
    to,
    relations: wanted.map((relation) => oneOf('a relation', relation, relations)),
    minConfidence,
    profile: oneOf('profile', profile, ['plain', 'omegat', 'trados']),
    download,
  }
}

/** Any JSON object. */
export function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed('the body is no JSON object')
  return Object.fromEntries(Object.entries(value))
}

/** A count of records, in a body or in a query. */
export function revisionOf(value: unknown): number {
  const number = typeof value === 'string' && /^\d{1,9}$/u.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0)
    throw malformed('revision is a count of records')
  return number
}

function oneOf<Name extends string>(what: string, value: unknown, names: readonly Name[]): Name {
  const name = names.find((each) => each === value)
  if (name === undefined) throw malformed(`${what} is one of ${names.join(', ')}`)
  return name
}
