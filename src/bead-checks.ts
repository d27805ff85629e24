import { findUnequalMarkup } from './bead-markup.ts'
import type { Alignment, AnalysedDocument, Bead, Entity, SegmentRange, TranslationUnit } from './core/types.ts'
import { joinerOf } from './languages/index.ts'
import { lengthCheck } from './memory/clean/checks/length.ts'
import { namesCheck } from './memory/clean/checks/names.ts'
import { numbersCheck } from './memory/clean/checks/numbers.ts'
import { sameAsSourceCheck } from './memory/clean/checks/same-as-source.ts'
import { tagsCheck } from './memory/clean/checks/tags.ts'
import { wrongLanguageCheck } from './memory/clean/checks/wrong-language.ts'
import type { Report, Survey } from './memory/clean/finding.ts'
import { createWritingReader } from './memory/clean/letters.ts'
import { type Subject, withUnit } from './memory/clean/subject.ts'
import { type CleanTools, createCleanTools } from './memory/clean/tools.ts'

/** What is checked of a pair while a person looks at it. */
export type BeadCheck = 'number' | 'name' | 'length' | 'language' | 'tag'

type Offsets = readonly (readonly [start: number, end: number])[]

/** A check that a bead failed. */
export interface BeadProblem {
  readonly check: BeadCheck
  /** Plain words: `12 in the source alone`. */
  readonly note: string
  /** UTF-16 offsets into the text of the document, or into the one that a person wrote in its place. */
  readonly source?: Offsets
  readonly target?: Offsets
}

/** Knows how long translations of these two texts run, and their languages. */
export interface BeadChecker {
  /** What is wrong with a bead of the alignment, or of one that editing has made of it; nothing for beads that are not judged. */
  check(alignment: Pick<Alignment, 'source' | 'target'>, bead: Bead): readonly BeadProblem[]
}

/** A side of a bead as one text, and where its pieces stand in the document. */
interface SideText {
  readonly text: string
  /** In order; absent for a text that a person wrote. */
  readonly pieces?: readonly { readonly at: number; readonly start: number; readonly end: number }[]
  readonly entities?: readonly Entity[]
}

/** So many beads are looked at before others get their turn. */
const beadsAtOnce = 200

/** So many pairs, spread evenly, tell how long translations run. */
const sample = 4000

/**
 * A checker that has seen pairs of an alignment, for what is usual in it. Others get their turn while it looks; a signal
 * that is aborted ends it with an error.
 */
export async function createBeadChecker(alignment: Alignment, signal?: AbortSignal): Promise<BeadChecker> {
  const tools = createCleanTools()
  for (const { language } of [alignment.source, alignment.target])
    await tools.prepare(['entities', 'languages'], language.tag)
  const writingOf = createWritingReader()
  const survey = lengthCheck.start()
  const subjectOf: SubjectMaker = (pair, bead) => {
    const sides = { source: sideText(pair, bead, 'source'), target: sideText(pair, bead, 'target') }
    const unit = unitOf(pair, bead, [sides.source.text, sides.target.text])
    return { sides, subject: withUnit({ key: 0, memory: '', uses: 0, writingOf }, unit, ['the source', 'the target']) }
  }
  const judged = alignment.beads.filter(isJudged)
  const step = Math.max(1, Math.floor(judged.length / sample))
  for (let k = 0; k < judged.length; k += step) {
    if (k % (step * beadsAtOnce) === 0) await turn(signal)
    const bead = judged[k]
    if (bead !== undefined) survey.see(subjectOf(alignment, bead).subject)
  }
  return { check: (pair, bead) => (isJudged(bead) ? problemsOf(pair, bead, subjectOf, survey, tools) : []) }
}

/** Problems of all beads that have any, by id. Others get their turn while it looks. */
export async function checkBeads(
  checker: BeadChecker,
  alignment: Alignment,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, readonly BeadProblem[]>> {
  const found = new Map<string, readonly BeadProblem[]>()
  for (const [k, bead] of alignment.beads.entries()) {
    if (k % beadsAtOnce === 0) await turn(signal)
    const problems = checker.check(alignment, bead)
    if (problems.length > 0) found.set(bead.id, problems)
  }
  return found
}

async function turn(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  signal?.throwIfAborted()
}

/** True for pairs that are to render each other, by the aligner's word or a person's. */
export function isJudged({ source, target, relation, decision: { state } }: Bead): boolean {
  if (source.from === source.to || target.from === target.to || state === 'rejected') return false
  return relation === 'translation' || relation === 'partial' || state === 'accepted' || state === 'edited'
}

type Pair = Pick<Alignment, 'source' | 'target'>
type SubjectMaker = (
  pair: Pair,
  bead: Bead,
) => { readonly sides: { readonly source: SideText; readonly target: SideText }; readonly subject: Subject }

function problemsOf(
  pair: Pair,
  bead: Bead,
  subjectOf: SubjectMaker,
  survey: Survey,
  tools: CleanTools,
): readonly BeadProblem[] {
  const { sides, subject } = subjectOf(pair, bead)
  const both = [sides.source, sides.target] as const
  const known = withEntities(tools, both)
  const problem = (check: BeadCheck, report: Report | undefined): readonly BeadProblem[] => {
    if (report === undefined) return []
    const [source, target] = both.map((side, variant) => placesIn(side, variant, report))
    const at = { ...(source === undefined ? {} : { source }), ...(target === undefined ? {} : { target }) }
    return [{ check, note: report.message, ...at }]
  }
  const language = wrongLanguageCheck.find(subject, known) ?? sameAsSourceCheck.find(subject, known)
  return [
    ...problem('number', numbersCheck.find(subject, known)),
    ...problem('name', namesCheck.find(subject, known)),
    ...problem('length', survey.find(subject)),
    ...problem('language', language),
    ...problem('tag', tagsCheck.find(subject, known) ?? findUnequalMarkup(subject)),
  ]
}

/** What the analysis of the documents found is taken as it is: it has seen more than one sentence. */
const withEntities = (tools: CleanTools, sides: readonly SideText[]): CleanTools => ({
  ...tools,
  entitiesOf: (text, language) =>
    sides.find((side) => side.text === text)?.entities ?? tools.entitiesOf(text, language),
})

function unitOf({ source, target }: Pair, bead: Bead, texts: readonly [string, string]): TranslationUnit {
  const variants = [source, target].map(({ language }, k) => ({
    language: language.tag,
    content: [{ kind: 'text' as const, text: texts[k] ?? '' }],
  }))
  return { id: '', sourceLanguage: source.language.tag, variants, decision: bead.decision, notes: [], props: {} }
}

function sideText(pair: Pair, bead: Bead, side: 'source' | 'target'): SideText {
  const written = bead.text?.[side]
  return written === undefined ? joinedSide(pair[side], bead[side]) : { text: written }
}

/** Segments joined as they are exported; every character keeps its distance to the start of its segment. */
function joinedSide(document: AnalysedDocument, { from, to }: SegmentRange): SideText {
  const joiner = joinerOf(document.language.tag)
  const pieces: { at: number; start: number; end: number }[] = []
  const entities: Entity[] = []
  let text = ''
  for (const { index, span } of document.segments.slice(from, to)) {
    if (text !== '') text += joiner
    const at = text.length
    pieces.push({ at, ...span })
    text += document.text.slice(span.start, span.end).replace(/\s/gu, ' ')
    for (const entity of document.analyses[index]?.entities ?? [])
      entities.push({
        ...entity,
        span: { start: entity.span.start - span.start + at, end: entity.span.end - span.start + at },
      })
  }
  return { text, pieces, entities }
}

/** Places of a report on one side, as offsets into the document; one that reaches over segments is cut where they meet. */
function placesIn({ pieces }: SideText, variant: number, { places }: Report): Offsets | undefined {
  const spans = places.filter((place) => place.variant === variant).map(({ span }) => span)
  if (spans.length === 0) return undefined
  if (pieces === undefined) return spans.map(({ start, end }) => [start, end])
  return spans.flatMap((span) =>
    pieces.flatMap(({ at, start, end }) => {
      const [first, last] = [Math.max(span.start, at), Math.min(span.end, at + end - start)]
      return first < last ? [[first - at + start, last - at + start] as const] : []
    }),
  )
}
