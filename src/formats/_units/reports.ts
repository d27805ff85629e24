import type { Context } from '../../core/contracts.ts'
import type { Diagnostic, Place } from '../../core/types.ts'

/** Counts what was left out or mended, so that one line a reason is reported and not one a unit. */
export interface Tally {
  /** One more case of this code and reason, at this place or in the unit of this name. */
  add(code: string, reason: string, where: Place | string): void
  /** Reports each reason once, with its count and its first place. */
  report(document: string, context: Context, level?: Diagnostic['level']): void
}

/** A new tally with nothing in it. */
export function createTally(): Tally {
  const cases = new Map<string, { readonly code: string; count: number; readonly first: Place | string }>()
  return {
    add: (code, reason, where) => {
      const found = cases.get(reason)
      if (found === undefined) cases.set(reason, { code, count: 1, first: where })
      else found.count++
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
