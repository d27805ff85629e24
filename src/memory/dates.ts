/** Marks a packed time; no value of a file is taken for one, as those are marked too when they start with it. */
const mark = '~'

/** Seconds since 1970 of a TMX time or an ISO 8601 one; without a zone it is one of UTC. Undefined when it is neither. */
export function secondsOf(text: string): number | undefined {
  const seconds = tmxSeconds(text)
  if (seconds !== undefined) return seconds
  // Days of ISO 8601 are those of UTC already; any other time without a zone would be one of the place where the machine stands.
  const time = Date.parse(isDay.test(text) || hasZone.test(text) ? text : `${text}Z`)
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000)
}

const isDay = /^\d{4}(?:-\d\d){0,2}$/u
const hasZone = /(?:[Zz]|UTC?|GMT|[ECMP][DS]T|[+-]\d\d:?\d\d)(?: ?\([^()]*\))?$/u

/** Seconds since 1970 of `20240103T120000Z`, as TMX writes times; undefined for other texts and for days that no calendar has. */
function tmxSeconds(text: string): number | undefined {
  if (text.length !== 16 || text[8] !== 'T' || text[15] !== 'Z') return undefined
  const year = digitsAt(text, 0, 4)
  const month = digitsAt(text, 4, 2)
  const day = digitsAt(text, 6, 2)
  const hour = digitsAt(text, 9, 2)
  const minute = digitsAt(text, 11, 2)
  const second = digitsAt(text, 13, 2)
  const isTime = year >= 1000 && month >= 1 && day >= 1 && hour >= 0 && minute >= 0 && second >= 0
  if (!isTime || month > 12 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) return undefined
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000
}

/** The number that so many digits make; -1 when one of them is none. */
function digitsAt(text: string, start: number, count: number): number {
  let value = 0
  for (let i = start; i < start + count; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** A TMX time of a whole second, of years with four digits. */
function tmxText(seconds: number): string {
  const iso = new Date(seconds * 1000).toISOString()
  return `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`
}

/** A TMX time as a short text; any other value as it is. */
export function packDate(text: string): string {
  const seconds = tmxSeconds(text)
  if (seconds !== undefined) return mark + seconds.toString(36)
  return text.startsWith(mark) ? mark + text : text
}

/** The reverse of `packDate`. */
export function unpackDate(text: string): string {
  if (!text.startsWith(mark)) return text
  return text.startsWith(mark + mark) ? text.slice(1) : tmxText(Number.parseInt(text.slice(1), 36))
}

/** Seconds since 1970 of the last change that properties name, of the unit or a variant, else of its creation; 0 for none. */
export function changedSeconds(props: Readonly<Record<string, string>>): number {
  let changed = 0
  let created = 0
  for (const key in props) {
    if (key.endsWith('@changedate')) changed = Math.max(changed, secondsOf(props[key] ?? '') ?? 0)
    else if (key.endsWith('@creationdate')) created = Math.max(created, secondsOf(props[key] ?? '') ?? 0)
  }
  return changed || created
}
