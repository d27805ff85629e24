import { elementsOf, localName, type XmlElement } from '../_xml/tree.ts'

/** Attributes of a candidate that are percentages. */
const percentages = ['matchQuality', 'matchSuitability', 'similarity'] as const

/**
 * What is wrong with the translation candidates of a unit of XLIFF 2 that no schema finds: a percentage outside 0 to 100, a
 * reference to no part of the unit. Candidates are no translations and are left out; but a file with such ones was made badly.
 */
export function faultsOfMatches(matches: XmlElement, siblings: readonly XmlElement[]): readonly string[] {
  const ids = new Set(siblings.flatMap(idsIn))
  return elementsOf(matches)
    .filter((match) => localName(match.name) === 'match')
    .flatMap(({ attributes }) => [
      ...percentages
        .filter((name) => !isPercentage(attributes[name] ?? '0'))
        .map((name) => `a candidate was left out whose ${name} is no percentage`),
      ...(ids.has(partOf(attributes.ref)) ? [] : ['a candidate was left out that refers to no part of its unit']),
    ])
}

const isPercentage = (text: string): boolean => /^\d+(?:\.\d+)?$/u.test(text) && Number(text) <= 100

/** `s1` of `#s1`, `#t=s1` or of a longer path. */
const partOf = (ref = ''): string => ref.slice(Math.max(...['#', '/', '='].map((mark) => ref.lastIndexOf(mark))) + 1)

function idsIn(element: XmlElement): readonly string[] {
  const inner = elementsOf(element).flatMap(idsIn)
  return element.attributes.id === undefined ? inner : [element.attributes.id, ...inner]
}
