import type { NumeralData } from './data.ts'
import { normsOf } from './surfaces.ts'
import type { Content, Token } from './tokens.ts'

/** Takes the number from tokens whose word means something else where it stands. */
export type HomonymFilter = (tokens: readonly Token[]) => readonly Token[]

/** Makes the filter of a language; where no number word is another word too it changes nothing. */
export function createHomonymFilter(numerals: NumeralData): HomonymFilter {
  const { tails, unitHomonyms, capitalsAreNames = false } = numerals
  if (tails === undefined && unitHomonyms === undefined && !capitalsAreNames) return (tokens) => tokens
  const leads = new Set((numerals.tailLeads ?? []).flatMap(normsOf))
  return (tokens) => {
    const kept: Token[] = []
    tokens.forEach((token, at) => {
      const isOther = (capitalsAreNames && isName(tokens, at)) || isHomonym(token, kept.at(-1), tokens[at + 1], leads)
      kept.push(isOther ? { ...token, content: undefined } : token)
    })
    return kept
  }
}

/** True for a number word with a capital that no start of a sentence explains, or before another capital. */
function isName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.shape !== 'capital' || !isNumeral(token.content)) return false
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  return (before !== undefined && before.shape !== 'sign') || (next?.shape === 'capital' && next.gap === 'space')
}

function isHomonym(
  token: Token,
  before: Token | undefined,
  next: Token | undefined,
  leads: ReadonlySet<string>,
): boolean {
  const { content } = token
  if (content?.kind !== 'value' || content.homonym === undefined) return false
  if (content.homonym === 'tail') return !leads.has(before?.norm ?? '')
  if (next?.gap !== 'break' && isMultiplier(next?.content)) return false
  return token.gap !== 'break' && isNumeral(before?.content)
}

function isMultiplier(content: Content | undefined): boolean {
  return content?.kind === 'unit' || content?.kind === 'scale'
}

function isNumeral(content: Content | undefined): boolean {
  return isMultiplier(content) || content?.kind === 'value' || content?.kind === 'literal' || content?.kind === 'zero'
}
