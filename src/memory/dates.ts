/** `20240103T120000Z`, as TMX writes times. */
const tmxDate = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/u
/** Marks a packed time; no value of a file is taken for one, as those are marked too when they start with it. */
const mark = '~'

/** Seconds since 1970 of a TMX time or an ISO 8601 one; undefined when it is neither. */
export function secondsOf(text: string): number | undefined {
  const found = tmxDate.exec(text)
  const iso = found === null ? text : `${found[1]}-${found[2]}-${found[3]}T${found[4]}:${found[5]}:${found[6]}Z`
  const time = Date.parse(iso)
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000)
}

/** A TMX time of a whole second. */
const tmxText = (seconds: number): string => new Date(seconds * 1000).toISOString().replace(/\.\d+|[-:]/gu, '')

/** A TMX time as a short text; any other value as it is. */
export function packDate(text: string): string {
  const seconds = tmxDate.test(text) ? secondsOf(text) : undefined
  if (seconds !== undefined && tmxText(seconds) === text) return mark + seconds.toString(36)
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
