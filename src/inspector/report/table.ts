import type { Alignment, Bead } from '../../index.ts'
import { languageName } from '../../language-names.ts'
import { sideText } from '../../units.ts'
import type { BeadDetail, Sheet } from '../protocol.ts'
import { htmlOf } from './markup.ts'

/** The pairs as a table for readers without script, in pieces: head, one piece for each row, foot. */
export function createTable(alignment: Alignment, sheet: Pick<Sheet, 'name' | 'source' | 'target'>) {
  const { source, target } = sheet
  return {
    head:
      `<main class="plain"><h1>${htmlOf(sheet.name)}</h1>\n` +
      `<p>${htmlOf(`${languageName(source.language)} and ${languageName(target.language)}, ${countOf(alignment)}`)}</p>\n` +
      `<table><thead><tr><th>No.<th>${htmlOf(source.id)}<th>Link<th>${htmlOf(target.id)}</thead><tbody>\n`,
    row: (bead: Bead, place: number, detail: BeadDetail | undefined): string => {
      const failed = detail?.checks ?? []
      const link = [
        linkOf(bead),
        ...failed.map(({ note }) => `! ${note}`),
        ...(bead.comment === undefined ? [] : [bead.comment]),
      ]
      return (
        `<tr><th>${place + 1}${cell(sideText(alignment, bead, 'source'), source)}` +
        `<td>${link.map(htmlOf).join('<br>')}${cell(sideText(alignment, bead, 'target'), target)}\n`
      )
    },
    foot: '</tbody></table></main>\n',
  }
}

const countOf = ({ beads }: Alignment): string => (beads.length === 1 ? '1 pair' : `${beads.length} pairs`)

const cell = (text: string, { language, direction }: Pick<Sheet['source'], 'language' | 'direction'>): string =>
  `<td lang="${htmlOf(language)}" dir="${direction}">${htmlOf(text)}`

/** `translation 93 %, accepted`. */
function linkOf({ source, target, relation, confidence, decision }: Bead): string {
  const isLone = source.from === source.to || target.from === target.to
  const state = decision.state === 'proposed' ? '' : `, ${decision.state}`
  return `${isLone ? 'no counterpart' : `${relation} ${Math.round(confidence * 100)} %`}${state}`
}
