import type { Run } from '../../../core/types.ts'
import type { FindingPlace, Report, UnitCheck } from '../finding.ts'
import { placeholdersIn } from '../placeholders.ts'
import type { Pair, Side } from '../subject.ts'

type CodeRun = Extract<Run, { readonly kind: 'code' }>

/** Inline codes that one side alone has, has more often, or does not close; also placeholders of programs in the text. */
export const tagsCheck: UnitCheck = {
  id: 'tags',
  kind: 'unit',
  title: 'inline codes that do not match',
  fix: 'none',
  isSafe: false,
  needs: [],
  find: (subject) => {
    for (const pair of subject.pairs) {
      const report = codeReport(pair) ?? placeholderReport(pair)
      if (report !== undefined) return report
    }
    return undefined
  },
}

function codeReport({ source, target }: Pair): Report | undefined {
  const [a, b] = [codesOf(source), codesOf(target)]
  if (a.length + b.length === 0) return undefined
  if (a.length === 0 || b.length === 0) {
    const [has, lacks] = a.length > 0 ? [source, target] : [target, source]
    return report('inline codes', has, lacks, codesOf(has).length)
  }
  const missing = lacking(a, b)
  if (missing.length > 0) return difference(missing, source, target, codesOf(target))
  const extra = lacking(b, a)
  if (extra.length > 0) return difference(extra, target, source, codesOf(source))
  return unpairedReport(source, target) ?? unpairedReport(target, source)
}

const codesOf = ({ content }: Side): readonly CodeRun[] => content.filter((run) => run.kind === 'code')

function report(what: string, has: Side, lacks: Side, count: number): Report {
  return {
    severity: 'warning',
    message: `${count === 1 ? what.replace(/s$/u, '') : what} in ${has.label} and none in ${lacks.label}`,
    places: [codePlace(has, undefined)],
  }
}

function difference(codes: readonly CodeRun[], has: Side, lacks: Side, others: readonly CodeRun[]): Report {
  const [first] = codes
  const name = nameOf(first)
  const isDouble = others.some((code) => first !== undefined && labelOf(code) === labelOf(first))
  return {
    severity: 'warning',
    message: isDouble
      ? `${name} stands more often in ${has.label} than in ${lacks.label}`
      : `${name} stands in ${has.label} alone`,
    places: codes.map((code) => codePlace(has, code)),
  }
}

const nameOf = (code: CodeRun | undefined): string =>
  code === undefined || code.data === '' ? `code ${code?.id ?? ''}` : code.data

/** Codes meet by their role: their ids and native codes are named differently by many tools, which only serves to say which one. */
function lacking(codes: readonly CodeRun[], others: readonly CodeRun[]): readonly CodeRun[] {
  return (['open', 'close', 'single'] as const).flatMap((role) => {
    const [own, there] = [codes, others].map((each) => each.filter((code) => code.role === role))
    const count = (own?.length ?? 0) - (there?.length ?? 0)
    if (own === undefined || count <= 0) return []
    const left = there?.map(labelOf) ?? []
    const unmet = own.filter((code) => {
      const at = left.indexOf(labelOf(code))
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
    return unmet.concat(own.filter((code) => !unmet.includes(code)).reverse()).slice(0, count)
  })
}

const labelOf = ({ id, role, data }: CodeRun): string => `${role} ${data === '' ? id : data}`

/** Codes of one side that open and never close, or the reverse, unless the other side has as many: a segment may cut a pair. */
function unpairedReport(side: Side, other: Side): Report | undefined {
  const [own, others] = [unpaired(codesOf(side)), unpaired(codesOf(other))]
  const [first] = own
  if (first === undefined || own.length <= others.length) return undefined
  const message = `${nameOf(first)} in ${side.label} is not ${first.role === 'open' ? 'closed' : 'opened'}`
  return { severity: 'warning', message, places: own.map((code) => codePlace(side, code)) }
}

function unpaired(codes: readonly CodeRun[]): readonly CodeRun[] {
  const open: CodeRun[] = []
  const alone: CodeRun[] = []
  for (const code of codes) {
    if (code.role === 'open') open.push(code)
    if (code.role !== 'close') continue
    const at = open.findLastIndex(({ id }) => id === code.id)
    if (at < 0) alone.push(code)
    else open.splice(at, 1)
  }
  return [...open, ...alone]
}

/** Where a code stands in the text: an empty span; that of all the text when no code is meant. */
function codePlace({ index, content, text }: Side, code: CodeRun | undefined): FindingPlace {
  if (code === undefined) return { variant: index, span: { start: 0, end: text.length } }
  let at = 0
  for (const run of content) {
    if (run === code) break
    if (run.kind === 'text') at += run.text.length
  }
  return { variant: index, span: { start: at, end: at } }
}

function placeholderReport({ source, target }: Pair): Report | undefined {
  const [a, b] = [placeholdersIn(source.text), placeholdersIn(target.text)]
  // A singular may spell out its number: `One file` for `%d files`.
  if (a.length === 0 || b.length === 0) return undefined
  const lost = a.find((each) => !b.includes(each))
  const added = b.find((each) => !a.includes(each))
  const [name, side] = lost === undefined ? [added, target] : [lost, source]
  // Numbered and plain ones stand for each other: `%1$s` and `%s`.
  if (name === undefined || (a.length === b.length && /^%/u.test(name) && sorted(a) === sorted(b))) return undefined
  const start = side.text.indexOf(name)
  return {
    severity: 'warning',
    message: `the placeholder ${name} stands in ${side.label} alone`,
    places: [{ variant: side.index, span: { start, end: start + name.length } }],
  }
}

const sorted = (names: readonly string[]): string =>
  names
    .map((name) => name.replace(/\d+\$/u, ''))
    .sort()
    .join(' ')
