import type { GroupCheck, GroupReport, Survey } from '../finding.ts'
import { exactForm, looseForm, standingOf, whyBetter } from '../likeness.ts'
import { createGroups, type Groups, type Standing, widePrint } from '../prints.ts'
import type { Pair, Subject } from '../subject.ts'

/** Sources of fewer words or Han characters mean different things in different places. */
const fewWords = 3

/** Several translations of one text in one memory: those beside the reviewed, newest, most used one. */
export const outdatedCheck: GroupCheck = {
  id: 'outdated',
  kind: 'group',
  title: 'another translation of the same text is reviewed, newer or used more',
  fix: 'remove',
  isSafe: false,
  needs: [],
  start: (): Survey => {
    const groups = createGroups()
    return {
      see: (subject) => {
        for (const pair of subject.pairs) groups.add(nameOf(subject, pair), standingOf(subject), printOfTarget(pair))
      },
      find: (subject) => findIn(subject, groups),
    }
  },
}

function findIn(subject: Subject, groups: Groups): GroupReport | undefined {
  for (const pair of subject.pairs) {
    const kept = groups.best(nameOf(subject, pair))
    if (kept === undefined || !kept.isMixed || kept.key === subject.key || kept.member === printOfTarget(pair)) continue
    const { target, source } = pair
    const own = standingOf(subject)
    return {
      severity: isShort(source.text) ? 'info' : 'warning',
      message: `${target.language} differs from that of unit ${kept.key}, ${whyBetter(kept, own)}`,
      places: [{ variant: target.index, span: { start: 0, end: target.text.length } }],
      others: [kept.key],
      // A unit with more targets holds translations that nothing else may have.
      canGo: subject.sides.length === 2 && isOlder(own, kept),
    }
  }
  return undefined
}

/** Only what is known to be older, and what nobody has approved, can go without a look. */
const isOlder = (own: Standing, kept: Standing): boolean =>
  own.verdict <= 0 && own.changed > 0 && kept.changed > own.changed

const nameOf = ({ memory }: Subject, { source, target }: Pair): string =>
  [memory, source.language, exactForm(source.content), target.language].join('\u0000')

const printOfTarget = ({ target }: Pair): number => widePrint(looseForm(target.content))

function isShort(text: string): boolean {
  const words = text.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
  return words.length < fewWords
}
