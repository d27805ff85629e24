import { printOf } from '../text/fold.ts'

/** 53 bits of a text: two multiplicative hashes (constants of MurmurHash3's finaliser). */
export function widePrint(text: string): number {
  let a = 0x9747b28c
  let b = 0x3c6ef372
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 0x85ebca6b)
    a ^= a >>> 15
    b = Math.imul(b ^ code, 0xc2b2ae35)
    b ^= b >>> 13
  }
  a = Math.imul(a ^ (a >>> 16), 0xc2b2ae35)
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b)
  return ((a ^ (a >>> 13)) >>> 0) * 0x20_0000 + ((b ^ (b >>> 16)) >>> 11)
}

/** How good a unit is beside others of its group. */
export interface Standing {
  readonly key: number
  /** 1 when a person accepted or edited it, 0 when nobody decided, -1 when it was rejected. */
  readonly verdict: number
  /** Seconds since 1970; 0 when nobody says. */
  readonly changed: number
  readonly uses: number
}

/** The best unit of a group, and whether all units of the group have the same print. */
export interface Best extends Standing {
  readonly member: number
  readonly isMixed: boolean
  readonly count: number
}

/** Groups of units by name, told apart by 85 bits of it: about 50 bytes a group, whatever the length of names. */
export interface Groups {
  /** Adds a unit to a group; `member` tells different kinds of members apart. */
  add(name: string, standing: Standing, member: number): void
  best(name: string): Best | undefined
}

/** Reviewed before others, then the newest, then the most used, then the one that came first. */
export function isBetter(a: Standing, b: Standing): boolean {
  if (a.verdict !== b.verdict) return a.verdict > b.verdict
  if (a.changed !== b.changed) return a.changed > b.changed
  return a.uses === b.uses ? a.key < b.key : a.uses > b.uses
}

interface Columns {
  readonly prints: Float64Array
  readonly checks: Uint32Array
  readonly keys: Float64Array
  readonly changed: Float64Array
  readonly members: Float64Array
  readonly uses: Uint32Array
  readonly counts: Uint32Array
  /** Verdict plus 1, and 4 when members differ. */
  readonly flags: Uint8Array
}

const columnsOf = (size: number): Columns => ({
  prints: new Float64Array(size),
  checks: new Uint32Array(size),
  keys: new Float64Array(size),
  changed: new Float64Array(size),
  members: new Float64Array(size),
  uses: new Uint32Array(size),
  counts: new Uint32Array(size),
  flags: new Uint8Array(size),
})

/** A new set of groups without any; a table with open addressing over columns that double. */
export function createGroups(): Groups {
  let columns = columnsOf(1024)
  let slots = new Int32Array(2048)
  let size = 0
  const slotOf = (print: number, check: number): number => {
    const mask = slots.length - 1
    let slot = (check ^ (print % 0x1_0000_0000)) & mask
    for (;;) {
      const row = (slots[slot] ?? 0) - 1
      if (row < 0 || (columns.prints[row] === print && columns.checks[row] === check)) return slot
      slot = (slot + 1) & mask
    }
  }
  const grow = (): void => {
    const larger = columnsOf(columns.prints.length * 2)
    larger.prints.set(columns.prints)
    larger.checks.set(columns.checks)
    larger.keys.set(columns.keys)
    larger.changed.set(columns.changed)
    larger.members.set(columns.members)
    larger.uses.set(columns.uses)
    larger.counts.set(columns.counts)
    larger.flags.set(columns.flags)
    columns = larger
    slots = new Int32Array(columns.prints.length * 2)
    for (let row = 0; row < size; row++) slots[slotOf(columns.prints[row] ?? 0, columns.checks[row] ?? 0)] = row + 1
  }
  return {
    add: (name, standing, member) => {
      if (size === columns.prints.length) grow()
      const [print, check] = [widePrint(name), printOf(name)]
      const slot = slotOf(print, check)
      const known = (slots[slot] ?? 0) - 1
      if (known < 0) {
        columns.prints[size] = print
        columns.checks[size] = check
        writeBest(columns, size, standing, member, 0)
        columns.counts[size] = 1
        size++
        slots[slot] = size
        return
      }
      columns.counts[known] = (columns.counts[known] ?? 0) + 1
      const mixed = (columns.flags[known] ?? 0) & 4 || (columns.members[known] === member ? 0 : 4)
      const before = readBest(columns, known)
      if (isBetter(standing, before)) writeBest(columns, known, standing, member, mixed)
      else columns.flags[known] = (before.verdict + 1) | mixed
    },
    best: (name) => {
      const row = (slots[slotOf(widePrint(name), printOf(name))] ?? 0) - 1
      return row < 0 ? undefined : readBest(columns, row)
    },
  }
}

function writeBest(columns: Columns, row: number, standing: Standing, member: number, mixed: number): void {
  columns.keys[row] = standing.key
  columns.changed[row] = standing.changed
  columns.uses[row] = standing.uses
  columns.members[row] = member
  columns.flags[row] = (standing.verdict + 1) | mixed
}

function readBest(columns: Columns, row: number): Best {
  const flags = columns.flags[row] ?? 0
  return {
    key: columns.keys[row] ?? 0,
    changed: columns.changed[row] ?? 0,
    uses: columns.uses[row] ?? 0,
    member: columns.members[row] ?? 0,
    count: columns.counts[row] ?? 0,
    verdict: (flags & 3) - 1,
    isMixed: (flags & 4) !== 0,
  }
}
