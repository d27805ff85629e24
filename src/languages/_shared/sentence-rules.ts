import { type Candidate, followerAt, wordStart } from './sentence-marks.ts'

/** What a language knows of full stops that end no sentence. All lower case, abbreviations with their stops. */
export interface SentenceLists {
  /** Never end a sentence: `dhr.`, `o.a.`, `i.v.m.`. */
  readonly never: ReadonlySet<string>
  /** End one when a capital follows: `enz.`, `jl.`. */
  readonly beforeCapital: ReadonlySet<string>
  /** End one only when an ordinary word of a sentence's start follows: `Inc.`, `U.S.`. */
  readonly beforeStarter: ReadonlySet<string>
  /** Abbreviations only before a number or a single letter; elsewhere words: `no.`, `art.`, `vol.`. */
  readonly beforeNumber: ReadonlySet<string>
  /** Words that often start a sentence and are no names. */
  readonly starters: ReadonlySet<string>
  /** Parts between initials and surname: `van`, `de`, `der`. */
  readonly particles: ReadonlySet<string>
  /** Words that a single letter may follow as a name at the end of a sentence (`plan`, `vitamine`), or one letter only (`and+i`). */
  readonly beforeLetter: ReadonlySet<string>
  /** Where a full stop after digits makes an ordinal; empty where it never does. */
  readonly ordinalCues: OrdinalCues
  /** Names that end in an exclamation or question mark: `yahoo!`. */
  readonly shoutingNames: ReadonlySet<string>
  /** Words right after a closing quote that go on with the sentence around it: `하고`. */
  readonly afterQuote?: ReadonlySet<string>
  /** No sentence ends in digits, since a full stop after them is part of a date: `2021. 9. 3.`. */
  readonly neverAfterDigits?: boolean
  /** A full stop that ends a sentence though nothing parts it from the next: `했다.그는`. */
  readonly gluedStop?: RegExp
}

/** Words that tell an ordinal such as `3.` from a number at the end of a sentence. */
export interface OrdinalCues {
  /** Words before one: `am`, `der`. */
  readonly leads: ReadonlySet<string>
  /** Nouns after one: `oktober`, `jahrhundert`. */
  readonly nouns: ReadonlySet<string>
}

/** Lists of a language that nobody made lists for. */
export const noLists: SentenceLists = {
  never: new Set(),
  beforeCapital: new Set(),
  beforeStarter: new Set(),
  beforeNumber: new Set(),
  starters: new Set(),
  particles: new Set(),
  beforeLetter: new Set(),
  ordinalCues: { leads: new Set(), nouns: new Set() },
  shoutingNames: new Set(),
}

/** An unknown word of this length with a full stop before a small letter ends its sentence; shorter ones may be abbreviations. */
const wordBeforeSmallLetter = /^\p{Ll}{5,}$/u

/** Whether the sentence that started at `from` ends at a candidate. `to` is the end of the block. */
export function endsSentence(
  text: string,
  from: number,
  to: number,
  candidate: Candidate,
  lists: SentenceLists,
): boolean {
  const { mark, markEnd, end, next } = candidate
  const follower = followerAt(text, next, to)
  if (follower === 'nothing') return next >= to
  if (follower === 'mark') return false
  if (end > markEnd && lists.afterQuote?.has(nextWord(text, next))) return false
  const marks = text.slice(mark, markEnd)
  if (/…|\.\./u.test(marks)) return follower !== 'lower' && follower !== 'digit' && !/[[(]/u.test(text.charAt(mark - 1))
  if (marks !== '.') return follower !== 'lower' && !isShoutingName(text, from, markEnd, lists)
  const start = wordStart(text, from, mark)
  const word = text.slice(start, mark).replace(/[)\]}"“”‘’«»‹›]+$/u, '')
  const place: Place = { text, from, to, candidate, follower, start, word, isQuoted: end > markEnd, lists }
  return word === '' ? follower !== 'lower' : stopEnds(place)
}

function isShoutingName(text: string, from: number, markEnd: number, lists: SentenceLists): boolean {
  return lists.shoutingNames.has(text.slice(wordStart(text, from, markEnd), markEnd).toLowerCase())
}

interface Place {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly candidate: Candidate
  readonly follower: 'capital' | 'lower' | 'digit' | 'caseless'
  /** Where the word before the stop starts. */
  readonly start: number
  readonly word: string
  readonly isQuoted: boolean
  readonly lists: SentenceLists
}

function stopEnds(place: Place): boolean {
  const { word, follower } = place
  if (place.lists.neverAfterDigits && /^[\p{N}.]+$/u.test(word)) return place.isQuoted
  if (/^\p{N}[\p{N}.,:/-]*\p{L}?$/u.test(word)) return follower !== 'lower' && !isListMark(place) && !isOrdinal(place)
  const spaced = spacedAbbreviation(place)
  if (spaced !== undefined) return abbreviationEnds(place, spaced) ?? false
  if (/^\p{L}\p{M}*$/u.test(word)) return letterEnds(place)
  const known = knownAbbreviationEnds(place)
  if (known !== undefined) return known
  if (/^(?:\p{L}\p{M}*(?:\.-|[.-]))+\p{L}\p{M}*$/u.test(word)) return dottedEnds(place)
  if (follower !== 'lower') return !looksLikeTitle(place)
  return !place.isQuoted && wordBeforeSmallLetter.test(word)
}

/** `1.` at the start of a sentence or after a colon counts what follows, and so does `Art. 5.` at the start. */
function isListMark({ text, from, start, word, lists }: Place): boolean {
  if (word.length > 6 || /^\p{N}{4}$/u.test(word)) return false
  const before = text.slice(Math.max(from, start - 16), start).trimEnd()
  const isAtStart = start - from < 16 && /^["'“‘„([{*_–—•·-]*$/u.test(before)
  const isNamed = start - from < 16 && lists.beforeNumber.has(before.toLowerCase())
  return isAtStart || isNamed || /[:;(•·–—]$/u.test(before)
}

/** Digits of an ordinal that a full stop may make; a number of four is a year. */
const ordinalDigits = /(?<!\p{N})\p{N}{1,3}$/u

/** `am 3. Oktober`, `das 21. Jahrhundert`, `3. 10. 2021`. */
function isOrdinal({ text, from, start, word, follower, candidate, lists }: Place): boolean {
  const { leads, nouns } = lists.ordinalCues
  if (leads.size === 0 || !ordinalDigits.test(word)) return false
  if (follower === 'digit') return word.length <= 2
  const following = nextWord(text, candidate.next)
  if (nouns.has(following)) return true
  return leads.has(previousWord(text, from, start).toLowerCase()) && !lists.starters.has(following)
}

/** Longest abbreviation with spaces that is looked for, in UTF-16 units. */
const longestSpaced = 16
const spacedLetters = /(?<![\p{L}\p{N}.])(?:\p{L}{1,3}\.\s){1,3}\p{L}{1,3}(?:\.-\p{L})?\.$/u

/** `z. B.` as `z.b.`, when the lists know that. */
function spacedAbbreviation({ text, from, candidate, lists }: Place): string | undefined {
  const before = text.slice(Math.max(from, candidate.mark - longestSpaced), candidate.mark + 1)
  const found = spacedLetters.exec(before)?.[0].replaceAll(/\s/gu, '').toLowerCase()
  const isKnown =
    found !== undefined && (lists.never.has(found) || lists.beforeCapital.has(found) || lists.beforeStarter.has(found))
  return isKnown ? found : undefined
}

/** A single letter is an initial, one of several too (`S. A.`), unless it is the name of a thing (`plan B.`) or no name follows. */
function letterEnds(place: Place): boolean {
  const { text, from, start, follower, word, lists, candidate } = place
  if (follower === 'lower' || follower === 'digit') return false
  const before = previousWord(text, from, start)
  const isUnit = /^\p{Ll}$/u.test(word) && /^\p{N}+$/u.test(before)
  if (isUnit || lists.never.has(`${word.toLowerCase()}.`)) return isUnit
  if (before === '') return false
  const lower = before.toLowerCase()
  if (lists.beforeLetter.has(lower) || lists.beforeLetter.has(`${lower}+${word.toLowerCase()}`)) return true
  if (/^\p{Lo}$/u.test(word) || (/^\p{Ll}$/u.test(word) && /^\p{N}+$/u.test(before))) return true
  if (/^\p{Lu}\./u.test(text.slice(candidate.next, candidate.next + 3))) return false
  const following = nextWord(text, candidate.next)
  return lists.starters.has(following) && !lists.particles.has(following)
}

/** What the lists say of an abbreviation; undefined when they do not know it. The part after a slash, hyphen or elision counts too (`oud-prof.`, `l'art.`). */
function knownAbbreviationEnds(place: Place): boolean | undefined {
  const lower = place.word.toLowerCase().replaceAll('’', "'")
  const last = lower.slice(Math.max(lower.lastIndexOf('/'), lower.lastIndexOf('-')) + 1)
  const forms = [lower, last, last.replace(/^\p{L}{1,2}'(?=\p{L}{2})/u, '')]
  for (const form of new Set(forms)) {
    const ends = abbreviationEnds(place, `${form}.`)
    if (ends !== undefined) return ends
  }
  return undefined
}

function abbreviationEnds({ lists, follower, text, candidate }: Place, form: string): boolean | undefined {
  if (lists.never.has(form)) return false
  if (lists.beforeNumber.has(form) && isNumberLike(text, candidate.next)) return false
  if (lists.beforeCapital.has(form)) return follower === 'capital' || follower === 'caseless'
  if (lists.beforeStarter.has(form)) return follower === 'capital' && lists.starters.has(nextWord(text, candidate.next))
  return undefined
}

/** Dotted letters that no list knows: initials in capitals, else an abbreviation. */
function dottedEnds({ lists, text, candidate, follower }: Place): boolean {
  if (follower !== 'capital') return follower === 'caseless'
  const following = nextWord(text, candidate.next)
  return lists.starters.has(following) && !lists.particles.has(following)
}

/** `Dr`, `Mrs`, `St`: a capital and no vowel, in a language without lists. */
function looksLikeTitle({ word, lists, follower }: Place): boolean {
  return lists.never.size === 0 && follower !== 'caseless' && /^[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,3}$/u.test(word)
}

function isNumberLike(text: string, at: number): boolean {
  return /^["'“‘(]?(?:\p{N}|[IVXLC]{2,}(?![\p{L}'’])|\p{Lu}(?=[.,;:)\p{N}]|$))/u.test(text.slice(at, at + 8))
}

function nextWord(text: string, at: number): string {
  const match = /^[^\p{L}\p{N}]{0,4}([\p{L}\p{M}]+)/u.exec(text.slice(at, at + 32))
  return (match?.[1] ?? '').toLowerCase()
}

function previousWord(text: string, from: number, start: number): string {
  const match = /([\p{L}\p{M}\p{N}]+)["'”’)\]]*\s*["'“‘(]*$/u.exec(text.slice(Math.max(from, start - 32), start))
  return match?.[1] ?? ''
}
