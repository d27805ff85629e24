import type { LanguageTag, Run } from '../../core/types.ts'
import { foldText } from '../text/fold.ts'
import type { Step } from './alignment.ts'
import { type Numeral, readingsOf, significantDigits } from './amounts.ts'
import { type Replacement, replaceInRuns } from './content.ts'
import type { Piece, PiecedText } from './pieces.ts'
import { changesNoun } from './plurals.ts'
import { rewriteNumber } from './rewriting.ts'

/** The value of a word that is a number or holds one (`drie`, `maart`), where that is known. */
export type NumberWords = (word: string, language: LanguageTag) => number | undefined

/** What a repair is made from. */
export interface RepairTask {
  readonly query: PiecedText
  readonly match: PiecedText
  /** How `match` and `query` go together. */
  readonly steps: readonly Step[]
  /** How many differences of kind number there are, signs such as % included. */
  readonly numbers: number
  readonly target: PiecedText
  readonly targetContent: readonly Run[]
  readonly sourceLanguage: LanguageTag
  readonly targetLanguage: LanguageTag
  readonly numberOf?: NumberWords
}

/**
 * The target with its numbers put right, in its own way of writing them and with its codes; undefined when other pieces than
 * numbers differ, or when it is not sure which number of the target stands for which of the source. Sure means: each old number
 * is found in the target as often as in the source, in roles that go together, is replaced everywhere by the same new one, asks
 * for no other form of a noun that the source does not show, and no number without a counterpart looks like it on another scale (3 miljoen, 300万).
 */
export function repairNumbers(task: RepairTask): Run[] | undefined {
  const changes = changesOf(task)
  if (changes === undefined || changes.size !== task.numbers) return undefined
  const source = occurrencesIn(task.match, task.sourceLanguage, task.numberOf)
  const target = occurrencesIn(task.target, task.targetLanguage, task.numberOf)
  const strays = [...withoutCounterpart(source, target), ...withoutCounterpart(target, source)]
  const replacements = new Map<number, Replacement>()
  for (const [index, to] of changes) {
    const changed = source.find((occurrence) => occurrence.index === index)
    const places = changed && placesOf(changed, to, { changes, source, target, strays })
    if (changed === undefined || places === undefined) return undefined
    for (const place of places) {
      const replacement = replacementFor(task, changed, to, place)
      const other = replacements.get(place.start)
      if (replacement === undefined || (other !== undefined && other.text !== replacement.text)) return undefined
      replacements.set(place.start, replacement)
    }
  }
  return replaceInRuns(task.targetContent, [...replacements.values()])
}

/** New numerals by index of the piece of the match that they replace; undefined when something else differs. */
function changesOf({ query, match, steps }: RepairTask): ReadonlyMap<number, Numeral> | undefined {
  const changes = new Map<number, Numeral>()
  for (const step of steps) {
    const [own, other] = [query.pieces[step.query], match.pieces[step.match]]
    if (own?.norm === other?.norm) continue
    if (own?.number === undefined || other?.number === undefined) return undefined
    changes.set(step.match, { text: own.norm, kind: own.number })
  }
  return changes
}

/** What a number is part of: before 月, with a unit such as 万 behind it, in a row such as 03-05-2021. */
interface Role {
  readonly isMonth: boolean
  readonly scale: string
  readonly isMember: boolean
}

/** A number in a text, or a word that has the value of one. */
interface Occurrence {
  /** Index of its piece. */
  readonly index: number
  readonly start: number
  readonly end: number
  /** Absent for a word, which cannot be replaced. */
  readonly numeral?: Numeral
  readonly readings: readonly string[]
  readonly role: Role
  readonly surface: string
  readonly before: string
  readonly after: string
}

function occurrencesIn(own: PiecedText, language: LanguageTag, numberOf: NumberWords | undefined): Occurrence[] {
  return own.pieces.flatMap((piece, index): Occurrence[] => {
    const { start, end, norm, number } = piece
    const value = number === undefined ? numberOf?.(norm, language) : undefined
    if (number === undefined && value === undefined) return []
    const numeral: Numeral | undefined = number && { text: norm, kind: number }
    return [
      {
        index,
        start,
        end,
        ...(numeral && { numeral }),
        readings: numeral ? readingsOf(numeral) : [`${value}.`],
        role: roleOf(own, index, piece),
        surface: own.text.slice(start, end),
        before: own.text.slice(Math.max(0, start - 2), start),
        after: own.text.slice(end, end + 1),
      },
    ]
  })
}

function roleOf({ text, pieces }: PiecedText, index: number, { start, end }: Piece): Role {
  const after = text
    .slice(end, end + 2)
    .trimStart()
    .charAt(0)
  const isJoined = (a: Piece | undefined, b: Piece | undefined): boolean =>
    a?.number === 'digits' && b?.number === 'digits' && /^[-/.,:]$/u.test(foldText(text.slice(a.end, b.start)))
  return {
    isMonth: after === '月',
    scale: /[百千万萬亿億兆]/u.test(after) && start < end ? after.replace('萬', '万').replace('億', '亿') : '',
    isMember: isJoined(pieces[index - 1], pieces[index]) || isJoined(pieces[index], pieces[index + 1]),
  }
}

const areLike = (a: Occurrence, b: Occurrence): boolean => a.readings.some((reading) => b.readings.includes(reading))

const withoutCounterpart = (own: readonly Occurrence[], other: readonly Occurrence[]): Occurrence[] =>
  own.filter((occurrence) => !other.some((candidate) => areLike(occurrence, candidate)))

/** A month goes with a month or with a member of a date in digits; a unit goes with the same unit. */
const canCorrespond = (a: Role, b: Role): boolean =>
  a.scale === b.scale && (a.isMonth === b.isMonth || a.isMember || b.isMember)

interface Numbers {
  readonly changes: ReadonlyMap<number, Numeral>
  readonly source: readonly Occurrence[]
  readonly target: readonly Occurrence[]
  readonly strays: readonly Occurrence[]
}

/** Where the target has a number that changes; undefined when that is not sure. */
function placesOf(changed: Occurrence, to: Numeral, numbers: Numbers): readonly Occurrence[] | undefined {
  const equal = numbers.source.filter((occurrence) => areLike(occurrence, changed))
  const places = numbers.target.filter((occurrence) => areLike(occurrence, changed))
  const isSure =
    equal.length === places.length &&
    equal.every(({ index }) => numbers.changes.get(index)?.text === to.text) &&
    places.every((place) => place.numeral && equal.every(({ role }) => canCorrespond(role, place.role))) &&
    !numbers.strays.some((stray) => looksLike(stray, changed))
  return isSure ? places : undefined
}

/** True for equal significant digits: possibly the same number on another scale. */
function looksLike(a: Occurrence, b: Occurrence): boolean {
  const digits = b.readings.map(significantDigits)
  return a.readings.some((reading) => digits.includes(significantDigits(reading)))
}

function replacementFor(
  task: RepairTask,
  changed: Occurrence,
  to: Numeral,
  place: Occurrence,
): Replacement | undefined {
  if (changed.numeral === undefined || place.numeral === undefined) return undefined
  const { sourceLanguage, targetLanguage } = task
  const change = { old: changed.numeral, new: to, isMember: changed.role.isMember, sourceLanguage, targetLanguage }
  if (!namesPlace(changed) && changesNoun(change)) return undefined
  const { surface, numeral, before, after, role } = place
  const text = rewriteNumber(change, { surface, numeral, before, after, isMember: role.isMember })
  return text === undefined ? undefined : { start: place.start, end: place.end, text }
}

/** Ordinals, dates and the like, beside which no noun changes its form. */
const namesPlace = ({ before, after, role }: Occurrence): boolean =>
  role.isMember || /第$|分之$/u.test(before) || /[年月日号號条條章节節款项項页頁%]/u.test(after)
