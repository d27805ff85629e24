/** Hands out ids that no other unit of the file has: the wanted one, else with `-2`, `-3` … after it. */
export type IdAllocator = (wanted: string) => string

/** A new allocator that has handed out nothing. */
export function createIdAllocator(): IdAllocator {
  const used = new Map<string, number>()
  return (wanted) => {
    const count = used.get(wanted) ?? 0
    used.set(wanted, count + 1)
    if (count === 0) return wanted
    let next = count + 1
    while (used.has(`${wanted}-${next}`)) next++
    used.set(wanted, next)
    used.set(`${wanted}-${next}`, 1)
    return `${wanted}-${next}`
  }
}

/** True for names that XML Schema allows as ids of files, units and codes in XLIFF 2. */
export function isNmtoken(text: string): boolean {
  return /^[\w.\-:·À-ÖØ-öø-ÿ]+$/u.test(text)
}
