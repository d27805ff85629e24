import type { GroupCheck, GroupReport, Survey } from '../finding.ts'
import type { Pair, Subject } from '../subject.ts'

/** Units of length of a character of Han, kana and Hangul, where a Latin letter is 1; the memory corrects what is wrong about it. */
const wideUnits = 2.8
/** Pairs whose longer side is shorter than this are not judged: an abbreviation and what it stands for. */
const floor = 60
/** Upper ends of classes of length; longer texts vary less. */
const classEnds = [120, 240, 480]
/** Ratios are counted in steps of so much of their natural logarithm, up to a factor of about 50 either way. */
const step = 0.02
const reach = 4
const bins = (2 * reach) / step + 1
/** Fewer pairs than this teach no ratio of their own. */
const enoughPairs = 100
/** What is believed of pairs of languages before anything is seen: standard deviation of the logarithm of the ratio. */
const priorSpread = 0.28
const leastSpread = 0.15
/** An outlier is so many robust standard deviations away, and at least by this factor. */
const outlier = { deviations: 5, factor: 2.5 }

/** Targets much longer or shorter than this memory's translations between two languages are. */
export const lengthCheck: GroupCheck = {
  id: 'length',
  kind: 'group',
  title: 'a target far too long or too short',
  fix: 'none',
  isSafe: false,
  needs: [],
  start,
}

interface Course {
  readonly counts: readonly Uint32Array[]
  readonly fits: (Fit | undefined)[]
}
interface Fit {
  readonly median: number
  readonly spread: number
}

function start(): Survey {
  const courses = new Map<string, Course>()
  return {
    see: (subject) => {
      for (const pair of subject.pairs) {
        const measure = measureOf(pair)
        if (measure === undefined) continue
        const name = `${pair.source.language} ${pair.target.language}`
        const course = courses.get(name) ?? newCourse()
        courses.set(name, course)
        const counts = course.counts[measure.class]
        if (counts !== undefined) counts[binOf(measure.log)] = (counts[binOf(measure.log)] ?? 0) + 1
      }
    },
    find: (subject) => findIn(subject, courses),
  }
}

const newCourse = (): Course => ({
  counts: Array.from({ length: classEnds.length + 1 }, () => new Uint32Array(bins)),
  fits: [],
})

function findIn(subject: Subject, courses: ReadonlyMap<string, Course>): GroupReport | undefined {
  for (const pair of subject.pairs) {
    const measure = measureOf(pair)
    const course = courses.get(`${pair.source.language} ${pair.target.language}`)
    if (measure === undefined || course === undefined) continue
    const fit = course.fits[measure.class] ?? fitOf(course.counts, measure.class)
    course.fits[measure.class] = fit
    const far = measure.log - fit.median
    if (Math.abs(far) < Math.max(Math.log(outlier.factor), outlier.deviations * fit.spread)) continue
    const times = Math.exp(Math.abs(far))
    const { source, target } = pair
    return {
      severity: 'warning',
      message: `${target.label} is ${times < 10 ? times.toFixed(1) : Math.round(times)} times ${far > 0 ? 'longer' : 'shorter'} than usual beside ${source.label}`,
      places: [source, target].map(({ index, text }) => ({ variant: index, span: { start: 0, end: text.length } })),
      others: [],
      canGo: false,
    }
  }
  return undefined
}

/** Logarithm of target over source length, and class by the longer of the two; undefined for what is not judged. */
function measureOf({ source, target }: Pair): { readonly log: number; readonly class: number } | undefined {
  if (source.text.length * wideUnits < floor && target.text.length * wideUnits < floor) return undefined
  const [a, b] = [sizeOf(source.text), sizeOf(target.text)]
  const longer = Math.max(a, b)
  // An empty side is the matter of another check.
  if (longer < floor || a === 0 || b === 0) return undefined
  const at = classEnds.findIndex((end) => longer < end)
  return { log: Math.log(b / a), class: at < 0 ? classEnds.length : at }
}

// Kernel: runs for each character of a memory.
/** Length in letters of a Latin script, white space and ASCII punctuation not counted. */
function sizeOf(text: string): number {
  let size = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) {
      const lower = code | 0x20
      if ((lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39)) size++
    } else if (code >= 0x2e80) {
      // Punctuation of wide scripts stands for a letter at most.
      size += code >= 0x3041 && code < 0xff00 ? wideUnits : 0
    } else if (code >= 0xc0) {
      size++
    }
  }
  return size
}

const binOf = (log: number): number => Math.round((Math.max(-reach, Math.min(reach, log)) + reach) / step)

/** Median and robust spread (1.4826 times the median deviation) of a class, of all classes, or what is believed beforehand. */
function fitOf(counts: readonly Uint32Array[], at: number): Fit {
  const own = counts[at]
  if (own !== undefined && totalOf(own) >= enoughPairs) return robustFit(own)
  const all = new Uint32Array(bins)
  for (const each of counts) for (let bin = 0; bin < bins; bin++) all[bin] = (all[bin] ?? 0) + (each[bin] ?? 0)
  if (totalOf(all) < enoughPairs) return { median: 0, spread: priorSpread }
  const fit = robustFit(all)
  return { median: fit.median, spread: Math.max(fit.spread, priorSpread) }
}

const totalOf = (counts: Uint32Array): number => counts.reduce((sum, count) => sum + count, 0)

function robustFit(counts: Uint32Array): Fit {
  const middle = totalOf(counts) / 2
  let seen = 0
  const at = counts.findIndex((count) => {
    seen += count
    return seen >= middle
  })
  let near = counts[at] ?? 0
  let width = 0
  while (near < middle && width < bins) {
    width++
    near += (counts[at - width] ?? 0) + (counts[at + width] ?? 0)
  }
  return { median: at * step - reach, spread: Math.max(leastSpread, 1.4826 * width * step) }
}
