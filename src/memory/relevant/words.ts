import type { IndexView, PendingDocument } from '../open-index.ts'
import { fieldOf } from '../text/fold.ts'
import { tokensOf } from '../text/tokens.ts'
import type { AskingText } from './types.ts'

/** Of one text so many words are looked up. */
const mostWords = 1500
/** A word that stands in more units than this says little of any, and is known well enough from others. */
const mostDocuments = 2000
/** So many units of a word are looked at in each part of the index, the shortest, which tell best what renders it. */
const unitsOfWord = 24

/** Keys of the units that hold a word of a text, by word. */
export type UnitsByWord = readonly (readonly number[])[]

/** Looks the words of a text up, one by one. Words that are too common, or not there, have no units. */
export async function unitsByWord(text: AskingText, index: IndexView): Promise<UnitsByWord> {
  const name = fieldOf(text.language)
  const fields = index.fields(name)
  const pending = pendingByToken(index.pending.filter(({ field }) => field === name))
  const found: (readonly number[])[] = []
  for (const word of text.words.slice(0, mostWords)) {
    const tokens = tokensOf(word)
    if (tokens.length === 0) continue
    const keys = new Set(pendingWith(tokens, pending))
    for (const field of fields) {
      const [first = ''] = tokens
      if (tokens.length === 1 && (await field.frequency(first)) > mostDocuments) continue
      const page = await field.phrase(
        tokens.map((token) => [token]),
        unitsOfWord,
      )
      for (const { owner } of page.found) keys.add(owner)
    }
    found.push([...keys])
  }
  return found
}

type PendingByToken = ReadonlyMap<string, readonly PendingDocument[]>

function pendingByToken(documents: readonly PendingDocument[]): PendingByToken {
  const byToken = new Map<string, PendingDocument[]>()
  for (const document of documents)
    for (const token of new Set(document.tokens)) {
      const list = byToken.get(token)
      if (list === undefined) byToken.set(token, [document])
      else list.push(document)
    }
  return byToken
}

function pendingWith(tokens: readonly string[], byToken: PendingByToken): readonly number[] {
  const [first = ''] = tokens
  const documents = byToken.get(first) ?? []
  return documents.filter((document) => holds(document.tokens, tokens)).map(({ unit }) => unit.key)
}

const holds = (all: readonly string[], part: readonly string[]): boolean =>
  all.some((_, at) => part.every((token, k) => all[at + k] === token))
