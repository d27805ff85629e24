import type { GroupCheck, GroupReport, Survey } from '../finding.ts'
import { looseForm, standingOf, whyBetter } from '../likeness.ts'
import { createGroups, type Groups } from '../prints.ts'
import type { Subject } from '../subject.ts'

/** Units of one memory with the same languages and contents but for case, spaces, punctuation and ids of codes. */
export const duplicateCheck: GroupCheck = {
  id: 'duplicate',
  kind: 'group',
  title: 'the same unit again, but for case, spaces or punctuation',
  fix: 'remove',
  // Capitals can be the whole difference, as on buttons, and what is known of the one that goes would go with it.
  isSafe: false,
  needs: [],
  start: (): Survey => {
    const groups = createGroups()
    return {
      see: (subject) => groups.add(nameOf(subject), standingOf(subject), 0),
      find: (subject) => findIn(subject, groups),
    }
  },
}

function findIn(subject: Subject, groups: Groups): GroupReport | undefined {
  const kept = groups.best(nameOf(subject))
  if (kept === undefined || kept.count < 2 || kept.key === subject.key) return undefined
  return {
    severity: 'info',
    message: `the same as unit ${kept.key}, ${whyBetter(kept, standingOf(subject))}`,
    places: [],
    others: [kept.key],
    canGo: true,
  }
}

function nameOf({ memory, sides }: Subject): string {
  const parts = sides.map(({ language, content }) => `${language}\u0001${looseForm(content)}`)
  return [memory, ...parts.sort()].join('\u0000')
}
