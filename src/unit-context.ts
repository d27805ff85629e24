import type { TranslationUnit } from './core/types.ts'
import type { NewUnit } from './memory/prepared.ts'
import { foldText, printOf } from './memory/text/fold.ts'
import { plainTextOf } from './memory/variants.ts'

/** As `inContext`, for units that are all there. */
export const placedUnits = (units: readonly TranslationUnit[]): readonly NewUnit[] =>
  units.map((unit, i) => inPlace(units[i - 1], unit, units[i + 1]))

/**
 * Units with the prints of the units before and after them, where the file says that they follow each other in a text. An
 * error of the units comes after all that came before it.
 */
export async function* inContext(units: AsyncIterable<TranslationUnit>): AsyncGenerator<NewUnit> {
  let previous: TranslationUnit | undefined
  let current: TranslationUnit | undefined
  let failure: { readonly error: unknown } | undefined
  try {
    for await (const next of units) {
      if (current !== undefined) yield inPlace(previous, current, next)
      previous = current
      current = next
    }
  } catch (error) {
    failure = { error }
  }
  if (current !== undefined) yield inPlace(previous, current, undefined)
  if (failure !== undefined) throw failure.error
}

function inPlace(
  previous: TranslationUnit | undefined,
  unit: TranslationUnit,
  next: TranslationUnit | undefined,
): NewUnit {
  const before = previous !== undefined && follows(previous, unit) ? sourceText(previous) : unit.props.prev
  const after = next !== undefined && follows(unit, next) ? sourceText(next) : unit.props.next
  return {
    unit,
    context: {
      ...(before === undefined ? {} : { before: printOf(foldText(before)) }),
      ...(after === undefined ? {} : { after: printOf(foldText(after)) }),
    },
  }
}

/** Whether the source segments of two units stand next to each other in one document. */
function follows({ origin: a }: TranslationUnit, { origin: b }: TranslationUnit): boolean {
  if (a === undefined || b === undefined || a.sourceFile !== b.sourceFile || a.sourceFile === '') return false
  const last = Number(/\d+$/u.exec(a.sourceSegments)?.[0])
  return last + 1 === Number(/^\d+/u.exec(b.sourceSegments)?.[0])
}

function sourceText({ variants, sourceLanguage }: TranslationUnit): string {
  const source = variants.find(({ language }) => language === sourceLanguage)
  return source === undefined ? '' : plainTextOf(source)
}
