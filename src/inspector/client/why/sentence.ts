import type { Bead, Evidence } from '../../../editing.ts'
import type { BeadDetail } from '../../protocol.ts'
import type { Translate } from '../text/translate.ts'
import { matchesOf } from './matches.ts'
import { type Naming, nameOf, oneSidedName, opposedNames } from './names.ts'

const mostNames = 4

/** Why a bead is a pair, in one plain sentence of the language of the page. */
export function whySentence(bead: Bead, detail: BeadDetail, naming: Naming): string {
  const { t } = naming
  const sides = [bead.source.from === bead.source.to, bead.target.from === bead.target.to]
  if (sides[0]) return t('why.noSource')
  if (sides[1]) return t('why.noTarget')
  const parts = [
    ...fixedParts(detail.evidence, t),
    ...nameParts(detail, naming),
    ...wordParts(detail, t),
    ...lengthParts(detail.evidence, t),
    ...againstParts(detail.evidence, t),
    ...orderParts(detail.evidence, t),
  ]
  if (parts.length === 0) return t('why.nothing')
  return t('why.sentence', { text: capitalise(parts.join(t('why.joiner')), naming.locale) })
}

function fixedParts(evidence: readonly Evidence[], t: Translate): readonly string[] {
  return evidence.flatMap(({ scorer }) =>
    scorer === 'pin' ? t('why.pinned') : scorer === 'memory' ? t('why.memory') : [],
  )
}

function nameParts(detail: BeadDetail, naming: Naming): readonly string[] {
  const names = matchesOf(detail).filter(({ kind }) => kind === 'name')
  const said = [...new Set(names.map(({ evidence }) => nameOf(evidence, naming)))]
  if (said.length === 0) return []
  const some = said.slice(0, mostNames)
  const more = said.length - some.length
  const list = more > 0 ? [...some, naming.t('why.more', { count: more })] : some
  return [
    naming.t('why.both', { names: new Intl.ListFormat(naming.t('page.region'), { type: 'conjunction' }).format(list) }),
  ]
}

function wordParts({ words, evidence }: BeadDetail, t: Translate): readonly string[] {
  if (words.all === 0) return []
  const isAsked = words.known > 0 || evidence.some(({ kind }) => kind === 'word')
  return isAsked ? [t('why.words', { known: words.known, count: words.all })] : [t('why.noWords')]
}

function lengthParts(evidence: readonly Evidence[], t: Translate): readonly string[] {
  const length = evidence.find(({ scorer }) => scorer === 'length' || scorer === 'ratio')
  return length ? [t(length.score >= 0 ? 'why.lengthFits' : 'why.lengthDiffers')] : []
}

/** The two things that speak most against it. */
function againstParts(evidence: readonly Evidence[], t: Translate): readonly string[] {
  return evidence
    .filter(({ score }) => score < 0)
    .sort((a, b) => a.score - b.score)
    .flatMap((item) => noteAgainst(item, t) ?? [])
    .slice(0, 2)
}

function noteAgainst(item: Evidence, t: Translate): string | undefined {
  const lone = oneSidedName(item)
  if (lone) return t(lone.side === 'source' ? 'why.onlySource' : 'why.onlyTarget', { name: lone.name })
  const opposed = item.scorer === 'mismatch' || item.scorer === 'clash' ? opposedNames(item) : undefined
  return opposed && t('why.against', { ...opposed })
}

function orderParts(evidence: readonly Evidence[], t: Translate): readonly string[] {
  return evidence.some(({ scorer }) => scorer === 'order') ? [t('why.order')] : []
}

function capitalise(text: string, locale: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase(locale) + text.slice(first.length)
}

/** The note of a piece of evidence in the language of the page, as far as it is of a known kind. */
export function noteOf(item: Evidence, naming: Naming): string {
  const { t } = naming
  const link = item.links?.[0]
  if (link) return `${cut(naming.source.text, link.source)} = ${cut(naming.target.text, link.target)}`
  const against = noteAgainst(item, t)
  if (against) return against
  if (item.scorer === 'length' || item.scorer === 'ratio')
    return t(item.score >= 0 ? 'why.lengthFits' : 'why.lengthDiffers')
  const [fixed] = fixedParts([item], t)
  if (fixed) return item.scorer === 'memory' ? `${fixed}: ${item.note}` : fixed
  const coverage = /^(\d+) of (\d+) known words here and (\d+) of (\d+) there have a counterpart$/u.exec(item.note)
  if (coverage) {
    const [here, allHere, there, allThere] = coverage.slice(1).map(Number)
    return t('why.coverage', { here: here ?? 0, allHere: allHere ?? 0, there: there ?? 0, allThere: allThere ?? 0 })
  }
  const known = knownNotes[item.scorer]
  return known ? t(known) : item.note
}

const knownNotes: Readonly<Record<string, 'why.division' | 'why.position' | 'why.shape' | 'why.order'>> = {
  division: 'why.division',
  position: 'why.position',
  shape: 'why.shape',
  order: 'why.order',
}

function cut(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `\u2068${text.slice(start, end).replace(/\s+/gu, ' ')}\u2069`
}
