import type { Step } from './automaton.ts'
import type { DateParts } from './keys.ts'
import type { SlotValue } from './slots.ts'
import type { NumberValue } from './tokens.ts'

/** The values of the slots of one match, by slot name. */
export type Captures = ReadonlyMap<string, SlotValue>

/** A match cut into its one or two entities: token ranges with the slots that hold for each. */
export interface Part {
  readonly from: number
  readonly to: number
  readonly captures: Captures
}

/** Cuts a match at its range connector. The second end has the slots named `…2` in place of the shared ones. */
export function partsOf(steps: Step | undefined, start: number, end: number): readonly Part[] {
  const first = new Map<string, SlotValue>()
  const second = new Map<string, SlotValue>()
  let middle: { from: number; to: number } | undefined
  for (let step = steps; step; step = step.previous) {
    if (step.name === '~') middle = { from: step.from, to: middle?.to ?? step.to }
    else if (step.value && step.name.endsWith('2')) second.set(step.name.slice(0, -1), step.value)
    else if (step.value) first.set(step.name, step.value)
  }
  if (!middle) return [{ from: start, to: end, captures: first }]
  shareScale(first, second)
  return [
    { from: start, to: middle.from, captures: first },
    { from: middle.to, to: end, captures: new Map([...first, ...second]) },
  ]
}

/** In `2 to 3 million` both are millions; in `900 thousand to 3 million` and `2,000 to 3 million` they are not. */
function shareScale(first: Map<string, SlotValue>, second: ReadonlyMap<string, SlotValue>): void {
  const low = numberOf(first, 'n')
  const high = numberOf(second, 'n')
  if (!low || !high || low.scale > 0 || high.scale === 0) return
  const factor = 10 ** high.scale
  if (low.value > high.value / factor) return
  first.set('n', { kind: 'number', number: { ...low, value: Number((low.value * factor).toPrecision(15)) } })
}

/** The number in a slot. */
export function numberOf(captures: Captures, name: string): NumberValue | undefined {
  const value = captures.get(name)
  return value?.kind === 'number' ? value.number : undefined
}

/** The value of the number in a slot. */
export function amountOf(captures: Captures, name: string): number | undefined {
  return numberOf(captures, name)?.value
}

/** The value of the word in a slot. */
export function wordOf(captures: Captures, name: string): string | undefined {
  const value = captures.get(name)
  return value?.kind === 'word' ? value.word : undefined
}

/** Year, month and day from whichever slots hold them: `{y} {m} {d} {month} {yy} {date}`. */
export function datePartsOf(captures: Captures): DateParts {
  const whole = captures.get('date')
  if (whole?.kind === 'date') return whole.date
  const month = wordOf(captures, 'month')
  return {
    year: amountOf(captures, 'y') ?? fullYear(amountOf(captures, 'yy')),
    month: amountOf(captures, 'm') ?? (month === undefined ? undefined : Number(month)),
    day: amountOf(captures, 'd'),
  }
}

/** '98 is 1998, '08 is 2008: up to 39 in this century. */
function fullYear(year: number | undefined): number | undefined {
  if (year === undefined) return undefined
  return year < 40 ? 2000 + year : 1900 + year
}
