import type { Document } from '../../src/core/types.ts'
import { randomFrom } from '../random.ts'

/** Parts of sentences and their translations; every sentence has a part of each list, and a number of its own. */
const starts = [
  ['In maart', 'In March'],
  ['Volgens de minister', 'According to the minister'],
  ['Na de vergadering', 'After the meeting'],
  ['Vorig jaar', 'Last year'],
  ['Ondanks de regen', 'Despite the rain'],
  ['Voor het eerst', 'For the first time'],
  ['In het noorden', 'In the north'],
  ['Zonder uitleg', 'Without explanation'],
] as const
const acts = [
  ['bouwde', 'built'],
  ['verkocht', 'sold'],
  ['bezocht', 'visited'],
  ['sloot', 'closed'],
  ['opende', 'opened'],
  ['betaalde', 'paid for'],
  ['vernieuwde', 'renewed'],
  ['onderzocht', 'investigated'],
  ['vergat', 'forgot'],
] as const
const actors = [
  ['de gemeente', 'the municipality'],
  ['een boer', 'a farmer'],
  ['de koningin', 'the queen'],
  ['het leger', 'the army'],
  ['een bedrijf', 'a company'],
  ['de universiteit', 'the university'],
  ['een visser', 'a fisherman'],
] as const
const things = [
  ['huizen', 'houses'],
  ['bruggen', 'bridges'],
  ['scholen', 'schools'],
  ['schepen', 'ships'],
  ['ziekenhuizen', 'hospitals'],
  ['fabrieken', 'factories'],
  ['kerken', 'churches'],
  ['winkels', 'shops'],
  ['akkers', 'fields'],
  ['tuinen', 'gardens'],
  ['wegen', 'roads'],
] as const
const ends = [
  ['aan de rivier', 'on the river'],
  ['in de stad', 'in the city'],
  ['bij de grens', 'near the border'],
  ['op het eiland', 'on the island'],
  ['in het dorp', 'in the village'],
] as const

/** A text and its translation of so many source lines, a sentence a line, with a share of the lines left out on each side. */
export function madePair(lines: number, missing: number, seed: number): readonly [Document, Document] {
  const random = randomFrom(seed)
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const [here, there]: [string[], string[]] = [[], []]
  while (here.length < lines) {
    const [start, act, actor, thing, end] = [pick(starts), pick(acts), pick(actors), pick(things), pick(ends)]
    const count = 2 + Math.floor(98 * random())
    if (random() >= missing) here.push(`${start?.[0]} ${act?.[0]} ${actor?.[0]} ${count} ${thing?.[0]} ${end?.[0]}.`)
    if (random() >= missing) there.push(`${start?.[1]} ${actor?.[1]} ${act?.[1]} ${count} ${thing?.[1]} ${end?.[1]}.`)
  }
  return [documentOf('made.nl.txt', here), documentOf('made.en.txt', there)]
}

function documentOf(id: string, lines: readonly string[]): Document {
  let at = 0
  const blocks = lines.map((line) => {
    const span = { start: at, end: at + line.length }
    at += line.length + 1
    return { span, role: 'body' as const }
  })
  return { id, format: 'txt', text: lines.join('\n'), segmented: true, blocks }
}
