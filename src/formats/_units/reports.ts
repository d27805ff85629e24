import type { Context, ReadItem } from '../../core/contracts.ts'
import type { Diagnostic, Place } from '../../core/types.ts'

/** Counts what was left out or mended, so that one line a reason is reported and not one a unit. */
export interface Tally {
  /** One more case of this code and reason, at this place or in the unit of this name. */
  add(code: string, reason: string, where: Place | string): void
  /** Reports each reason once, with its count and its first place. */
  report(document: string, context: Context, level?: Diagnostic['level']): void
}

/** What became of the units that are counted under these codes; the other codes say nothing about one unit. */
const outcomes: Readonly<Record<string, ReadItem['outcome'] | undefined>> = {
  READ_UNITS_LEFT_OUT: 'skipped',
  READ_NO_LANGUAGE: 'repaired',
}

/** A new tally with nothing in it. A reader gives its context, which is told of each unit that is left out or mended. */
export function createTally(context?: Pick<Context, 'item'>): Tally {
  const cases = new Map<string, { readonly code: string; count: number; readonly first: Place | string }>()
  return {
    add: (code, reason, where) => {
      const found = cases.get(reason)
      if (found === undefined) cases.set(reason, { code, count: 1, first: where })
      else found.count++
      const outcome = context?.item === undefined ? undefined : outcomes[code]
      if (outcome === undefined) return
      context?.item?.({ outcome, code, reason, ...(typeof where === 'string' ? { unit: where } : { place: where }) })
    },
    report: (document, context, level = 'warning') => {
      for (const [reason, { code, count, first }] of cases) {
        const at = typeof first === 'string' ? first : `line ${first.line}`
        const message = `${document}: ${reason} (${count}, first: ${at})`
        const place = typeof first === 'string' ? {} : { place: first }
        context.report({ code, level, message, document, ...place })
      }
    },
  }
}
