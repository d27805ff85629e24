import { AppError } from './core/errors.ts'
import type { Alignment, Bead, Evidence, EvidenceLink, LanguageTag } from './core/types.ts'
import type { Glossary, Term, TermForm, TermKind } from './formats/_glossary/terms.ts'
import { commonForms, type FormCounts, formAt, noteForm } from './term-forms.ts'
import { defaultSelection, exportedBeads, type Selection, sideText } from './units.ts'

export type { Glossary, Term, TermForm, TermKind }

/** Every kind of term, in the order in which terms are listed. */
export const termKinds: readonly TermKind[] = [
  'treaty',
  'organisation',
  'person',
  'place',
  'office',
  'event',
  'title',
  'date',
  'language',
  'currency',
  'money',
  'percent',
  'number',
  'ordinal',
  'word',
]

/** Kinds that a translator wants in a glossary: figures are none, and words are only what a lexicon said. */
export const usualKinds: readonly TermKind[] = termKinds.slice(0, termKinds.indexOf('money'))

/** What goes into a glossary. */
export interface TermOptions {
  readonly selection: Selection
  readonly kinds: readonly TermKind[]
  /** Terms in fewer places are left out. */
  readonly minOccurrences: number
  readonly hasExamples: boolean
  /** Brings inflected words of the two languages together. */
  readonly stems: readonly [source: (norm: string) => string, target: (norm: string) => string]
}

const same = (norm: string): string => norm

/** Names, titles, dates and the like of the beads that are exported, from one place on. */
export const defaultTermOptions: TermOptions = {
  selection: defaultSelection,
  kinds: usualKinds,
  minOccurrences: 1,
  hasExamples: false,
  stems: [same, same],
}

/** A term while places are gathered. */
interface Gathered {
  readonly kind: TermKind
  readonly key: string
  readonly source: FormCounts
  readonly target: FormCounts
  occurrences: number
  /** Probability that every bead with it is wrong. */
  doubt: number
  best: { readonly alignment: Alignment; readonly bead: Bead }
}

/**
 * The terms that link the two sides of exported beads, by kind, then the commonest first. Alignments of the same two
 * languages pool, also when one has them the other way round. Fails with TERMS_MIXED_LANGUAGES for any other.
 */
export function termsOf(alignments: readonly Alignment[], options: TermOptions = defaultTermOptions): Glossary {
  const [first] = alignments
  const [sourceLanguage, targetLanguage] = first === undefined ? ['', ''] : languagesOf(first)
  const turned = alignments.map((alignment) => turn(alignment, sourceLanguage, targetLanguage))
  const found = new Map<string, Gathered>()
  for (const alignment of turned) gather(alignment, options, found)
  const terms = [...found.values()]
    .filter((term) => term.occurrences >= options.minOccurrences)
    .map((term) => termFrom(term, turned, options.hasExamples))
    .sort(compareTerms)
  const origins = turned.map(({ source, target }) => `${source.id} – ${target.id}`)
  return { sourceLanguage, targetLanguage, origins, terms }
}

const languagesOf = ({ source, target }: Alignment): readonly [LanguageTag, LanguageTag] => [
  source.language.tag,
  target.language.tag,
]

/** The alignment with the given language as its source. */
function turn(alignment: Alignment, source: LanguageTag, target: LanguageTag): Alignment {
  const [left, right] = languagesOf(alignment)
  if (left === source && right === target) return alignment
  if (left !== target || right !== source)
    throw new AppError(
      'TERMS_MIXED_LANGUAGES',
      `${alignment.source.id} and ${alignment.target.id} are ${left} and ${right}, the files before them ${source} and ${target}`,
    )
  const flip = ({ source, target }: EvidenceLink): EvidenceLink => ({ source: target, target: source })
  return {
    ...alignment,
    source: alignment.target,
    target: alignment.source,
    beads: alignment.beads.map((bead) => ({
      ...bead,
      source: bead.target,
      target: bead.source,
      evidence: bead.evidence.map(({ links, ...item }) =>
        links === undefined ? item : { ...item, links: links.map(flip) },
      ),
    })),
  }
}

function gather(alignment: Alignment, options: TermOptions, found: Map<string, Gathered>): void {
  const exported = exportedBeads(alignment, options.selection)
  for (const bead of alignment.beads) {
    if (!exported.has(bead.id)) continue
    const seen = new Set<string>()
    for (const evidence of evidenceOf(alignment, bead)) {
      const { kind } = evidence
      if (kind === undefined || !options.kinds.includes(kind)) continue
      for (const link of evidence.links ?? []) {
        const key = evidence.key ?? wordKey(alignment, link, options)
        const term = found.get(key) ?? emptyTerm(kind, key, alignment, bead)
        found.set(key, term)
        noteForm(term.source, formAt(alignment.source, bead.source, link.source))
        noteForm(term.target, formAt(alignment.target, bead.target, link.target))
        term.occurrences++
        if (!seen.has(key)) noteBead(term, alignment, bead)
        seen.add(key)
      }
    }
  }
}

const emptyTerm = (kind: TermKind, key: string, alignment: Alignment, bead: Bead): Gathered => ({
  kind,
  key,
  source: new Map(),
  target: new Map(),
  occurrences: 0,
  doubt: 1,
  best: { alignment, bead },
})

function noteBead(term: Gathered, alignment: Alignment, bead: Bead): void {
  term.doubt *= 1 - certaintyOf(bead)
  if (certaintyOf(bead) > certaintyOf(term.best.bead)) term.best = { alignment, bead }
}

/** A person's word is worth more than any score. */
const certaintyOf = ({ decision, confidence }: Bead): number => (decision.state === 'proposed' ? confidence : 1)

/** Evidence for terms: things that are named in full on both sides, and words that are no part of them. */
function evidenceOf(alignment: Alignment, bead: Bead): readonly Evidence[] {
  const linked = bead.evidence.filter((item) => item.score > 0 && (item.links?.length ?? 0) > 0)
  const things = linked
    .filter((item) => item.kind !== 'word' && item.key !== undefined)
    .map((item) => ({ ...item, links: item.links?.filter((link) => isNamedInFull(alignment, bead, item, link)) ?? [] }))
  const places = linked.flatMap((item) => (item.kind === 'word' ? [] : (item.links ?? [])))
  const isPart = (word: EvidenceLink): boolean =>
    places.some(
      ({ source, target }) =>
        (word.source.start < source.end && source.start < word.source.end) ||
        (word.target.start < target.end && target.start < word.target.end),
    )
  const words = linked.filter((item) => item.kind === 'word' && item.links?.some(isPart) === false)
  return [...things, ...words]
}

/** September 2021 names the year 2021 as well, but is no way to write it; nor is the 3 of `3 to 5 September` a way to write a day. */
function isNamedInFull(alignment: Alignment, bead: Bead, { key = '' }: Evidence, link: EvidenceLink): boolean {
  return (['source', 'target'] as const).every((side) => {
    const { start, end } = link[side]
    if (end - start < shortestDay && /^date:.*-\d\d-\d\d$/.test(key)) return false
    const entities = alignment[side].analyses.slice(bead[side].from, bead[side].to).flatMap(({ entities }) => entities)
    const here = entities.filter((entity) => entity.span.start === start && entity.span.end === end)
    return here.length === 0 || here.some((entity) => entity.key === undefined || entity.key === key)
  })
}

/** `3/4`, in UTF-16 units: a day without its month is shorter. */
const shortestDay = 4

function wordKey(alignment: Alignment, { source, target }: EvidenceLink, { stems }: TermOptions): string {
  const stem = (text: string, stemOf: (norm: string) => string): string =>
    text.toLowerCase().split(/\s+/u).map(stemOf).join(' ')
  const left = stem(alignment.source.text.slice(source.start, source.end), stems[0])
  const right = stem(alignment.target.text.slice(target.start, target.end), stems[1])
  return `word:${left}=${right}`
}

/** A program is never quite sure. */
const mostCertain = 0.99

function termFrom(term: Gathered, alignments: readonly Alignment[], hasExample: boolean): Term {
  const texts = (side: 'source' | 'target'): readonly string[] => alignments.map((alignment) => alignment[side].text)
  const { alignment, bead } = term.best
  const example = {
    source: sideText(alignment, bead, 'source'),
    target: sideText(alignment, bead, 'target'),
  }
  const confidence = term.doubt === 0 ? 1 : Math.min(mostCertain, 1 - term.doubt)
  return {
    kind: term.kind,
    key: term.key,
    source: commonForms(term.source, texts('source')),
    target: commonForms(term.target, texts('target')),
    occurrences: term.occurrences,
    confidence: Math.round(confidence * 10_000) / 10_000,
    ...(hasExample ? { example } : {}),
  }
}

function compareTerms(a: Term, b: Term): number {
  const byKind = termKinds.indexOf(a.kind) - termKinds.indexOf(b.kind)
  if (byKind !== 0) return byKind
  return b.occurrences - a.occurrences || compareText(firstOf(a.source), firstOf(b.source)) || compareText(a.key, b.key)
}
const firstOf = (forms: readonly TermForm[]): string => forms[0]?.text ?? ''
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
