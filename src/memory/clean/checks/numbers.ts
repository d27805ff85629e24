import type { Entity, Span } from '../../../core/types.ts'
import {
  digitRunsOf,
  type Figure,
  figuresOf,
  hanValuesOf,
  isQuantity,
  romanValuesOf,
  sayTheSame,
  valuesOfKey,
} from '../figures.ts'
import type { Report, UnitCheck } from '../finding.ts'
import { hasLetterOrDigit } from '../letters.ts'
import { withoutPlaceholders } from '../placeholders.ts'
import type { Pair, Side } from '../subject.ts'
import type { CleanTools } from '../tools.ts'

/** Numbers up to this are added and left out freely (`a`, `both`), where nothing stands against them. */
const free = 2
/** The same for languages whose number words nobody has listed. */
const freeUnknown = 12

/** Numbers in digits whose value the other side has in no form: digits, words, Chinese or Roman numerals, dates, durations. */
export const numbersCheck: UnitCheck = {
  id: 'numbers',
  kind: 'unit',
  title: 'numbers that one side alone has',
  fix: 'none',
  isSafe: false,
  needs: ['entities'],
  find: (subject, tools) => {
    for (const pair of subject.pairs) {
      const report = reportOn(pair, tools)
      if (report !== undefined) return report
    }
    return undefined
  },
}

function reportOn({ source, target }: Pair, tools: CleanTools): Report | undefined {
  // A side without text is the matter of another check.
  if (!hasLetterOrDigit(source.text) || !hasLetterOrDigit(target.text)) return undefined
  const [a, b] = [runsOf(source), runsOf(target)]
  if (a.length + b.length === 0) return undefined
  const isScaled = hasScale(source.text) || hasScale(target.text)
  if (areAlike(a, b) && !isScaled) return undefined
  const [left, right] = [readSide(source, tools), readSide(target, tools)]
  const [lost, added] = areAlike(a, b) ? wrongScales(left, right) : [unmet(left, right), unmet(right, left)]
  const isAgainst = lost.length > 0 && added.length > 0
  const limit = tools.knowsWords(source.language) && tools.knowsWords(target.language) ? free : freeUnknown
  const isKept = ({ values }: Quantity): boolean => isAgainst || values.every((value) => value > limit)
  const [first, second] = withoutLoneCodes(lost.filter(isKept), added.filter(isKept))
  if (first.length + second.length === 0) return undefined
  return {
    severity: 'warning',
    message: messageOf(source, first, target, second),
    places: [
      ...first.map(({ span }) => ({ variant: source.index, span })),
      ...second.map(({ span }) => ({ variant: target.index, span })),
    ],
  }
}

function messageOf(source: Side, lost: readonly Quantity[], target: Side, added: readonly Quantity[]): string {
  const list = (side: Side, found: readonly Quantity[]): string =>
    `${[...new Set(found.map(({ span }) => side.text.slice(span.start, span.end)))].join(', ')} in ${side.label}`
  if (lost.length > 0 && added.length > 0) return `${list(source, lost)}, but ${list(target, added)}`
  return lost.length > 0 ? `${list(source, lost)} alone` : `${list(target, added)} alone`
}

/** A number right before a Chinese character for ten thousand and its powers. */
const hasScale = (text: string): boolean => /\p{Nd} ?[百千万萬亿億兆]/u.test(text)

/** The same runs of digits in any order, or the same digits in a row however they are grouped. */
function areAlike(a: readonly string[], b: readonly string[]): boolean {
  if (a.join('') === b.join('')) return true
  return a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ')
}

const runsOf = ({ text }: Side): readonly string[] => digitRunsOf(withoutPlaceholders(text))

interface Quantity {
  readonly span: Span
  readonly values: readonly number[]
  /** Whether it is part of a name: `I18n`, `RS-232`. */
  readonly isCode: boolean
}

/** A name with digits that one side alone has may be rendered in words; only two that differ are a finding. */
function withoutLoneCodes(
  lost: readonly Quantity[],
  added: readonly Quantity[],
): readonly [readonly Quantity[], readonly Quantity[]] {
  const isCode = (each: Quantity): boolean => each.isCode
  if (lost.some(isCode) && added.some(isCode)) return [lost, added]
  return [lost.filter((each) => !each.isCode), added.filter((each) => !each.isCode)]
}

/** The numbers of one side, in whatever form. */
interface Numbers {
  readonly figures: readonly Figure[]
  readonly quantities: readonly Entity[]
  /** Names and titles: a number that belongs to one is met where the name is. */
  readonly names: readonly Entity[]
  readonly runs: ReadonlySet<string>
  readonly values: ReadonlySet<string>
}

function readSide(side: Side, tools: CleanTools): Numbers {
  const entities = tools.entitiesOf(side.text, side.language).filter(({ key }) => key !== undefined)
  const quantities = entities.filter(isQuantity)
  const figures = figuresOf(withoutPlaceholders(side.text))
  const joined = figures.map(({ runs }) => runs.join(''))
  const values = [
    ...figures.flatMap((figure) => figure.values),
    ...quantities.flatMap(({ key = '' }) => valuesOfKey(key)),
    ...hanValuesOf(side.text),
    ...romanValuesOf(side.text),
  ]
  return {
    figures,
    quantities,
    names: entities.filter((entity) => !isQuantity(entity)),
    runs: new Set([...figures.flatMap(({ runs }) => runs), ...joined].map(withoutZeros)),
    values: new Set(values.map(nameOfValue)),
  }
}

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=.)/u, '')
const nameOfValue = (value: number): string => String(Number(value.toPrecision(9)))

/** Figures of one side that the other has in no form. */
function unmet(own: Numbers, other: Numbers): readonly Quantity[] {
  return own.figures.flatMap((figure) => {
    if (isMet(figure, own, other)) return []
    const open = figure.runs.filter((run) => !isRunMet(run, other))
    const { span, values, isCode } = figure
    return [{ span, isCode, values: values.length > 0 ? values : open.map(Number) }]
  })
}

function isMet(figure: Figure, own: Numbers, other: Numbers): boolean {
  if (figure.runs.every((run) => isRunMet(run, other)) || other.runs.has(withoutZeros(figure.runs.join(''))))
    return true
  if (figure.values.some((value) => other.values.has(nameOfValue(value)))) return true
  const holding = (entities: readonly Entity[]): readonly Entity[] =>
    entities.filter(({ span }) => span.start <= figure.span.start && span.end >= figure.span.end)
  if (holding(own.names).some(({ key }) => other.names.some((each) => each.key === key))) return true
  return holding(overlapping(figure, own.quantities)).some(({ key = '' }) => isQuantityMet(key, other))
}

/** A figure may reach over several quantities: `3-1`, `2015–2020`. */
const overlapping = (figure: Figure, entities: readonly Entity[]): readonly Entity[] =>
  entities.filter(({ span }) => span.start < figure.span.end && span.end > figure.span.start)

function isQuantityMet(key: string, other: Numbers): boolean {
  if (other.quantities.some((each) => sayTheSame(each.key ?? '', key))) return true
  // Parts of a date or a duration say little each; a value says all.
  return (
    /^(?:number|percent|money|section|ordinal):/u.test(key) &&
    valuesOfKey(key).some((value) => other.values.has(nameOfValue(value)))
  )
}

function isRunMet(run: string, other: Numbers): boolean {
  return other.runs.has(withoutZeros(run)) || other.values.has(nameOfValue(Number(run)))
}

/** The same digits with another power of ten: `100 miljard` for `100亿`. Both sides must have one that nothing meets. */
function wrongScales(source: Numbers, target: Numbers): readonly [readonly Quantity[], readonly Quantity[]] {
  const [lost, added] = [unmetAmounts(source, target), unmetAmounts(target, source)]
  const isPower = (a: Quantity, b: Quantity): boolean => mantissaOf(a) === mantissaOf(b)
  return [
    lost.filter((each) => added.some((it) => isPower(each, it))),
    added.filter((each) => lost.some((it) => isPower(it, each))),
  ]
}

const mantissaOf = ({ values }: Quantity): string => (values[0] ?? 0).toExponential(6).split('e')[0] ?? ''

function unmetAmounts(own: Numbers, other: Numbers): readonly Quantity[] {
  return own.quantities.flatMap(({ key = '', span }) => {
    if (!/^(?:number|money):/u.test(key)) return []
    const values = valuesOfKey(key)
    return values.some((value) => value >= 100 && !amountsOf(other).has(nameOfValue(value)))
      ? [{ span, values, isCode: false }]
      : []
  })
}

const amountsOf = ({ quantities }: Numbers): ReadonlySet<string> =>
  new Set(quantities.flatMap(({ key = '' }) => valuesOfKey(key).map(nameOfValue)))
