import type { Segment } from '../../../editing.ts'
import type { SearchHits } from './types.ts'

/**
 * A text as searches see it: small letters without accents, full-width forms as usual ones, every white space a space. As long
 * as the text itself, so that offsets stay.
 */
export function foldText(text: string): string {
  const small = text.toLowerCase()
  const sameLength =
    small.length === text.length ? small : Array.from({ length: text.length }, (_, at) => smallAt(text, at)).join('')
  return sameLength.replace(/[\u00c0-\u024f\u1e00-\u1eff]/gu, bareLetter).replace(/[\s\uff01-\uff5e]/gu, usualForm)
}

function smallAt(text: string, at: number): string {
  const letter = text.charAt(at)
  const small = letter.toLowerCase()
  return small.length === 1 ? small : letter
}

function bareLetter(letter: string): string {
  const base = letter.normalize('NFD').charAt(0)
  return base === '' ? letter : base
}

function usualForm(sign: string): string {
  const code = sign.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0).toLowerCase() : ' '
}

/** By segment: 1 where its text holds what is searched; both folded. */
export function findHits(folded: string, segments: readonly Segment[], searched: string): Uint8Array {
  const hits = new Uint8Array(segments.length)
  if (searched === '') return hits
  let at = folded.indexOf(searched)
  for (let index = 0; index < segments.length && at >= 0; index++) {
    const { start, end } = segments[index]?.span ?? { start: 0, end: 0 }
    if (at < start) at = folded.indexOf(searched, start)
    if (at < 0 || at + searched.length > end) continue
    hits[index] = 1
    at = folded.indexOf(searched, end)
  }
  return hits
}

/** Starts of all places in a text that hold what is searched, from left to right without overlap; both folded. */
export function findPlaces(folded: string, searched: string): readonly number[] {
  const places: number[] = []
  if (searched === '') return places
  for (let at = folded.indexOf(searched); at >= 0; at = folded.indexOf(searched, at + searched.length)) places.push(at)
  return places
}

/** True when a segment of a range is hit. */
export function isHit(hits: SearchHits[keyof SearchHits], from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (hits[index] === 1) return true
  return false
}
