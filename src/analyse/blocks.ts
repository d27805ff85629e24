import type { Furniture } from '../core/contracts.ts'
import { textOf } from '../core/text.ts'
import type { Block, BlockRole } from '../core/types.ts'

/** What a line looks like, before the page as a whole is considered. */
interface Look {
  /** Lower case, without a count such as `(0)` and without punctuation at its ends. */
  readonly bare: string
  /** Letters and digits, wide characters counted as 2.6. */
  readonly size: number
  readonly isPunctuated: boolean
  readonly isMenu: boolean
  readonly isAfterword: boolean
  readonly isCaption: boolean
  readonly isByline: boolean
  readonly endsArticle: boolean
}

/** A line of at most this size can be a menu item, a by-line or a heading without looking like a sentence. */
const shortSize = 60
/** A line of at most this size can be a menu item. */
const itemSize = 32
/** A document is a web page when it has this many different kinds of furniture; a manual has a heading *Search* too. */
const pageKinds = 3
/** Menu words are one kind of furniture when there are this many different ones. */
const menuWords = 2
/** What follows an afterword is a list of teasers when this share of its blocks are captions … */
const captionShare = 0.15
/** … or this share of its text stands in lines without a full stop. */
const looseShare = 0.5

/**
 * Gives every block its role. Plain documents keep all their lines: only whole lines that are known furniture, and on
 * what is clearly a web page also repeated captions, runs of menu items at its edges and the teasers after its end,
 * become boilerplate.
 */
export function classifyBlocks(text: string, blocks: readonly Block[], furniture: Furniture): readonly Block[] {
  const words = furnitureSets(furniture)
  const looks = blocks.map((block) => lookAt(textOf(text, block.span), words))
  const isPage = looksLikePage(looks)
  const end = isPage ? endOfArticle(looks) : blocks.length
  const menus = isPage ? edgeMenus(looks, end) : new Set<number>()
  const seen = new Map<string, number>()
  const repeats = isPage ? repeatedLeads(looks, end) : new Set<number>()
  return blocks.map((block, i) => {
    const look = looks[i]
    if (look === undefined || block.role !== 'body') return block
    const earlier = seen.get(look.bare)
    if (earlier === undefined) seen.set(look.bare, i)
    if (look.isMenu && isPage) return { ...block, role: 'boilerplate', why: 'menu word' }
    if (i >= end) return { ...block, role: 'boilerplate', why: 'after the end of the article' }
    if (menus.has(i)) return { ...block, role: 'boilerplate', why: 'short lines at the edge of the page' }
    if (repeats.has(i)) return { ...block, role: 'boilerplate', why: 'stands again in the article' }
    if (isPage && earlier !== undefined && look.isCaption)
      return { ...block, role: 'boilerplate', why: 'repeats an earlier caption' }
    return { ...block, role: roleOf(look, looks[i + 1], isPage) }
  })
}

/** Longer paragraphs that stand word for word inside a later one: leads that the page shows above the article. */
function repeatedLeads(looks: readonly Look[], end: number): ReadonlySet<number> {
  const squeezed = looks.slice(0, end).map((look) => look.bare.replace(/\s/gu, ''))
  const isRepeated = (text: string, i: number): boolean =>
    (looks[i]?.size ?? 0) > shortSize &&
    squeezed.some((other, k) => k > i && other.length > text.length && other.includes(text))
  return new Set(squeezed.flatMap((text, i) => (i < leadBlocks && isRepeated(text, i) ? [i] : [])))
}
/** Leads stand at the head of a page. */
const leadBlocks = 30

/** Counts kinds of furniture: a few menu words, a credited caption, a by-line, an afterword, an end mark. */
function looksLikePage(looks: readonly Look[]): boolean {
  const menu = new Set(looks.filter((look) => look.isMenu).map((look) => look.bare))
  const kinds = [
    menu.size >= menuWords,
    looks.some((look) => look.isCaption),
    looks.some((look) => look.isByline),
    looks.some((look) => look.isAfterword),
    looks.some((look) => look.endsArticle),
  ]
  return kinds.filter(Boolean).length >= pageKinds
}

function roleOf(look: Look, next: Look | undefined, isPage: boolean): BlockRole {
  if (look.isCaption) return 'caption'
  if (look.isByline && isPage) return 'byline'
  if (!look.isPunctuated && look.size <= 2 * shortSize && next !== undefined && !(next.isMenu && isPage))
    return 'heading'
  return 'body'
}

interface FurnitureSets {
  readonly menu: ReadonlySet<string>
  readonly afterwords: ReadonlySet<string>
  readonly furniture: Furniture
}
const furnitureSets = (furniture: Furniture): FurnitureSets => ({
  menu: new Set(furniture.menu),
  afterwords: new Set(furniture.afterwords),
  furniture,
})

function lookAt(line: string, { menu, afterwords, furniture }: FurnitureSets): Look {
  const lower = line.slice(0, 2000).toLowerCase().trim()
  const bare = lower.replace(/\s*\(\d+\)$/u, '').replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')
  const size = sizeOf(line)
  const isShort = size <= shortSize
  const isCaption =
    size <= 6 * shortSize &&
    (furniture.captionStarts.some((start) => lower.startsWith(start)) ||
      furniture.captionParts.some((part) => endsWithCredit(lower, part)))
  return {
    bare,
    size,
    isPunctuated: /[.!?。！？…][\p{Pe}\p{Pf}"'”’]*\s*$/u.test(line) || /[.!?。！？]["”’」』)]?\s*\S{0,40}$/u.test(line),
    isMenu: menu.has(bare),
    isAfterword: isShort && afterwords.has(bare),
    isCaption,
    isByline: isShort && !isCaption && isBylineText(line, lower, furniture),
    endsArticle: furniture.endMarks.some((mark) => line.includes(mark)),
  }
}

/** A credit stands in the last 30 characters, and not inside a word (`beeld:` in `bijvoorbeeld:`). */
function endsWithCredit(lower: string, part: string): boolean {
  const at = lower.lastIndexOf(part)
  if (at < 0 || at < lower.length - 30) return false
  return !(/^\p{Script=Latin}/u.test(part) && at > 0 && /\p{L}/u.test(lower.charAt(at - 1)))
}

/** A date line, a bare site name, or a line that begins as by-lines do and goes on with a name, a number or little else. */
function isBylineText(line: string, lower: string, furniture: Furniture): boolean {
  const start = furniture.bylineStarts.find((each) => lower.startsWith(each))
  if (start !== undefined && /^[\s:：/|]*(?:[\p{Lu}\p{N}]|\p{Lo}{1,8}\P{L}*$|$)/u.test(line.trim().slice(start.length)))
    return true
  if (/^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?:\/\S*)?$/u.test(lower)) return true
  if (/^\S+\.[a-z]{2,6} [-|–] \S/u.test(lower)) return true
  return /\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?(?:\s+\d{1,2}:\d{2})?\s*$/u.test(lower) && lower.length < 50
}

/** Letters and digits of a line, a Han character, kana or Hangul syllable counted as 2.6. */
function sizeOf(line: string): number {
  let size = 0
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i)
    if (code > 32) size += code >= 0x2e80 && code < 0xfb00 ? 2.6 : 1
  }
  return size
}

/** Index of the first block after the article: behind an end mark, or from an afterword on that opens a list of teasers. */
function endOfArticle(looks: readonly Look[]): number {
  for (let i = 1; i < looks.length; i++) {
    if (looks[i - 1]?.endsArticle) return i
    if (looks[i]?.isAfterword && looksLikeTeasers(looks.slice(i + 1))) return i
  }
  return looks.length
}

function looksLikeTeasers(rest: readonly Look[]): boolean {
  if (rest.length === 0) return true
  const total = rest.reduce((sum, look) => sum + look.size, 0)
  const loose = rest.reduce((sum, look) => sum + (look.isPunctuated ? 0 : look.size), 0)
  const captions = rest.filter((look) => look.isCaption).length
  return captions >= captionShare * rest.length || loose >= looseShare * total
}

/**
 * Runs of menu items at the head (before the title) and the foot of the page. A run counts only when a known menu word or
 * a by-line stands in it: short lines may also be a list that belongs to the text.
 */
function edgeMenus(looks: readonly Look[], end: number): ReadonlySet<number> {
  const isItem = (look: Look | undefined): boolean =>
    look !== undefined && !look.isPunctuated && !look.isCaption && look.size <= itemSize
  let head = 0
  while (head < end && isItem(looks[head])) head++
  // The last short line before the text is its title, unless a longer one follows.
  let title = (looks[head]?.isPunctuated ?? true) ? head - 1 : head
  while (title > 0 && looks[title]?.isByline) title--
  let foot = end
  while (foot > head && isItem(looks[foot - 1])) foot--
  return new Set([...itemsOf(looks, 0, title), ...itemsOf(looks, foot, end)])
}

function itemsOf(looks: readonly Look[], from: number, to: number): readonly number[] {
  const run = looks.slice(from, to)
  if (!run.some((look) => look.isMenu || look.isByline)) return []
  return run.flatMap((look, i) => (look.isByline ? [] : [from + i]))
}
