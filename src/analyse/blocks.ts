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
/** Signs of a web page that must be there before anything but an exact menu word is taken for furniture. */
const pageSigns = 3
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
  const isPage =
    looks.filter((look) => look.isMenu || look.isAfterword || look.isCaption || look.isByline).length >= pageSigns
  const end = isPage ? endOfArticle(looks) : blocks.length
  const menus = isPage ? edgeMenus(looks, end) : new Set<number>()
  const seen = new Map<string, number>()
  return blocks.map((block, i) => {
    const look = looks[i]
    if (look === undefined || block.role !== 'body') return block
    const earlier = seen.get(look.bare)
    if (earlier === undefined) seen.set(look.bare, i)
    if (look.isMenu) return { ...block, role: 'boilerplate', why: 'menu word' }
    if (i >= end) return { ...block, role: 'boilerplate', why: 'after the end of the article' }
    if (menus.has(i)) return { ...block, role: 'boilerplate', why: 'short lines at the edge of the page' }
    if (isPage && earlier !== undefined && look.isCaption)
      return { ...block, role: 'boilerplate', why: 'repeats an earlier caption' }
    return { ...block, role: roleOf(look, looks[i + 1], isPage) }
  })
}

function roleOf(look: Look, next: Look | undefined, isPage: boolean): BlockRole {
  if (look.isCaption) return 'caption'
  if (look.isByline && isPage) return 'byline'
  if (!look.isPunctuated && look.size <= 2 * shortSize && next !== undefined && !next.isMenu) return 'heading'
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
  const lower = line.slice(0, 400).toLowerCase().trim()
  const bare = lower.replace(/\s*\(\d+\)$/u, '').replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')
  const size = sizeOf(line)
  const isShort = size <= shortSize
  const isCaption =
    size <= 6 * shortSize &&
    (furniture.captionStarts.some((start) => lower.startsWith(start)) ||
      furniture.captionParts.some((part) => lower.lastIndexOf(part) >= lower.length - 30 && lower.includes(part)))
  return {
    bare,
    size,
    isPunctuated: /[.!?。！？…][\p{Pe}\p{Pf}"'”’]*\s*$/u.test(line) || /[.!?。！？]["”’」』)]?\s*\S{0,40}$/u.test(line),
    isMenu: menu.has(bare),
    isAfterword: isShort && afterwords.has(bare),
    isCaption,
    isByline: isShort && !isCaption && isBylineText(lower, furniture),
    endsArticle: furniture.endMarks.some((mark) => line.includes(mark)),
  }
}

/** A date line, a bare site name, or a line that begins as by-lines do. */
function isBylineText(lower: string, furniture: Furniture): boolean {
  if (furniture.bylineStarts.some((start) => lower.startsWith(start))) return true
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

/** Runs of at least two short lines without a full stop at the head (before the title's line) and the foot of the page. */
function edgeMenus(looks: readonly Look[], end: number): ReadonlySet<number> {
  const loose = (look: Look | undefined): boolean =>
    look !== undefined && !look.isPunctuated && !look.isCaption && look.size <= shortSize
  const menus = new Set<number>()
  let head = 0
  while (head < end && loose(looks[head])) head++
  // The last short line before the text is its title.
  let title = head - 1
  while (title > 0 && looks[title]?.isByline) title--
  for (let i = 0; i < title; i++) if (!looks[i]?.isByline) menus.add(i)
  let foot = end
  while (foot > head && loose(looks[foot - 1])) foot--
  for (let i = foot; i < end; i++) if (!looks[i]?.isByline) menus.add(i)
  return menus
}
