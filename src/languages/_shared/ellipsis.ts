/** A compound followed by parts that leave out its first member: `defensiematerieel en -technologie`. */
const leftOut = /(\p{L}{6,})((?:,[^\S\n]-\p{L}+)*[^\S\n](?:en|of|und|oder)[^\S\n])-(\p{L}{3,})/gu

/**
 * Writes out the first member of compounds that is left out behind a hyphen: *defensiematerieel en -technologie* gives
 * *defensiematerieel en defensietechnologie*. The member is the longest of `firstMembers` that starts the word and
 * leaves at least three letters, in the letter case of that word; words that start with none stay as they are, since a wrong guess is worse than a hyphen.
 */
export function expandEllipsis(title: string, firstMembers: readonly string[]): string {
  return title.replaceAll(leftOut, (whole: string, full: string, between: string, part: string) => {
    const member = firstMemberOf(full.toLowerCase(), firstMembers)
    if (member === undefined) return whole
    const first = full.slice(0, member.length)
    const middle = between.replaceAll(/-(?=\p{L})/gu, first)
    return `${full}${middle}${first}${part}`
  })
}

function firstMemberOf(compound: string, firstMembers: readonly string[]): string | undefined {
  const fitting = firstMembers.filter((first) => compound.startsWith(first) && compound.length >= first.length + 3)
  return fitting.sort((a, b) => b.length - a.length)[0]
}
