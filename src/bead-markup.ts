import type { Report } from './memory/clean/finding.ts'
import type { Side, Subject } from './memory/clean/subject.ts'

/** Elements of HTML and XLIFF that stand inside sentences; other words in angle brackets are for a reader to fill in. */
const elements =
  'a|abbr|b|bdi|bdo|big|br|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|p|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|bpt|bx|ept|ex|g|it|mrk|pc|ph|sc|ec|x'
const tag = new RegExp(`<(/?)(${elements})(?=[\\s/>])[^<>]{0,400}>`, 'giu')

interface Tag {
  /** `<b`, `</b`. */
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Tags in the text itself, as in the strings of a program, that one side alone has or has more often. */
export function findUnequalMarkup({ pairs: [pair] }: Subject): Report | undefined {
  if (pair === undefined || !(pair.source.text.includes('<') || pair.target.text.includes('<'))) return undefined
  const { source, target } = pair
  const [here, there] = [tagsOf(source), tagsOf(target)]
  const lost = lacking(here, there)
  const [tags, side] = lost.length > 0 ? [lost, source] : [lacking(there, here), target]
  const [first] = tags
  if (first === undefined) return undefined
  const isDouble = (side === source ? there : here).some(({ name }) => name === first.name)
  const what = side.text.slice(first.start, first.end)
  return {
    severity: 'warning',
    message: isDouble
      ? `${what} stands more often in ${side.label} than in ${(side === source ? target : source).label}`
      : `${what} stands in ${side.label} alone`,
    places: tags.map(({ start, end }) => ({ variant: side.index, span: { start, end } })),
  }
}

const tagsOf = ({ text }: Side): readonly Tag[] =>
  [...text.matchAll(tag)].map(({ index, 0: whole, 1: slash = '', 2: name = '' }) => ({
    name: `<${slash}${name.toLowerCase()}`,
    start: index,
    end: index + whole.length,
  }))

/** Tags that others have not, or not as often: the last ones of a name. */
function lacking(tags: readonly Tag[], others: readonly Tag[]): readonly Tag[] {
  const left = others.map(({ name }) => name)
  return tags.filter(({ name }) => {
    const at = left.indexOf(name)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
