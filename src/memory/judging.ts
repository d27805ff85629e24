import type { KnownLanguages, LanguageNeed } from './languages.ts'
import { differOnlyInNumbers, judgeMatches, type PreparedQuery } from './match/index.ts'
import type { Match, MemoryUnit, SearchQuery } from './types.ts'
import { plainTextOf } from './variants.ts'

/**
 * All matches that the units are. What is known of names and of words for numbers is loaded when the first match needs it, and
 * such matches are judged once more.
 */
export async function judgeUnits(
  prepared: PreparedQuery,
  units: readonly MemoryUnit[],
  languages: KnownLanguages,
): Promise<readonly Match[]> {
  const judge = (unit: MemoryUnit): readonly Match[] => judgeMatches(prepared, unit, languages.settings)
  const judged = units.map((unit) => ({ unit, matches: judge(unit) }))
  const needs = judged.map(({ matches }) => matches.flatMap((match) => needsOf(match, prepared.query)))
  const asked = differentNeeds(needs.flat())
  const hasLearnt = asked.length > 0 && (await languages.learn(asked))
  if (!hasLearnt) return judged.flatMap(({ matches }) => matches)
  return judged.flatMap(({ unit, matches }, i) => (needs[i]?.length === 0 ? matches : judge(unit)))
}

/** Names that capitals do not tell, or that may only look like the start of a sentence. */
const mayBeName = /\p{Lu}|\p{Script=Han}/u

const differentNeeds = (needs: readonly LanguageNeed[]): readonly LanguageNeed[] => [
  ...new Map(needs.map((need) => [`${need.kind} ${need.language}`, need])).values(),
]

function needsOf(match: Match, query: SearchQuery): readonly LanguageNeed[] {
  const { differences, source, target } = match
  if (differOnlyInNumbers(differences))
    return [source, target].map(({ language }) => ({ kind: 'numberWords', language }))
  const texts = [query.text, plainTextOf(source)]
  const isNeeded = differences.some(
    (difference) =>
      difference.kind === 'word' &&
      [difference.query, difference.match].some(({ start, end }, i) =>
        mayBeName.test(texts[i]?.slice(start, end) ?? ''),
      ),
  )
  return isNeeded ? [query.sourceLanguage, source.language].map((language) => ({ kind: 'names', language })) : []
}
