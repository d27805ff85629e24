import { escapeAttribute, escapeText } from '../_xml/escape.ts'
import { createPacker, type StoredContent, storeContents } from '../_zip/store.ts'

/** A column of a sheet that is written. */
export interface SheetColumn {
  readonly title: string
  /** In characters. */
  readonly width: number
  readonly kind: 'text' | 'number'
  /** Words that a list in each cell offers; others may be typed. */
  readonly choices?: readonly string[]
}

/** A cell holds this many UTF-16 units at most. */
export const longestCell = 32_767

/** Makes a workbook row by row. */
export interface WorkbookWriter {
  add(row: readonly string[]): void
  /** The whole file. */
  finish(): Uint8Array
}

/** So many characters of a sheet are packed at once. */
const charactersAtOnce = 1 << 20

/**
 * A workbook of one sheet: a first row of titles that stays in sight and filters, texts that no program takes for formulas,
 * numbers or dates. Texts hold nothing that XML forbids and none is longer than a cell. The same rows give the same bytes.
 * Only what is packed stays in memory.
 */
export function createWorkbook(name: string, columns: readonly SheetColumn[]): WorkbookWriter {
  const packer = createPacker()
  let texts = [declaration + sheetHead(columns)]
  let length = 0
  let rows = 0
  const put = (text: string): void => {
    texts.push(text)
    length += text.length
    if (length < charactersAtOnce) return
    packer.add(Buffer.from(texts.join('')))
    texts = []
    length = 0
  }
  const titles = columns.map(({ title }) => title)
  put(rowText(titles, ++rows, () => style.title))
  return {
    add: (row) => put(rowText(row, ++rows, (text, k) => styleOf(columns[k], text))),
    finish() {
      texts.push(sheetFoot(columns, rows))
      packer.add(Buffer.from(texts.join('')))
      return storeContents([...framesOf(name), [sheetPath, packer.finish()]])
    },
  }
}

const sheetPath = 'xl/worksheets/sheet1.xml'

/** All files of a workbook but its sheet. */
function framesOf(name: string): readonly (readonly [path: string, content: StoredContent])[] {
  const files = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escapeAttribute(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
  }
  return Object.entries(files).map(([path, text]) => {
    const packer = createPacker()
    packer.add(Buffer.from(declaration + text))
    return [path, packer.finish()]
  })
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const mime = 'application/vnd.openxmlformats'

const contentTypes =
  `<Types xmlns="${packages}/content-types">` +
  `<Default Extension="rels" ContentType="${mime}-package.relationships+xml"/>` +
  ['workbook.xml sheet.main', 'worksheets/sheet1.xml worksheet', 'styles.xml styles']
    .map((pair) => pair.split(' '))
    .map(
      ([path, kind]) =>
        `<Override PartName="/xl/${path}" ContentType="${mime}-officedocument.spreadsheetml.${kind}+xml"/>`,
    )
    .join('') +
  '</Types>'

const relations = (targets: readonly (readonly [kind: string, path: string])[]): string =>
  `<Relationships xmlns="${packages}/relationships">${targets
    .map(([kind, path], k) => `<Relationship Id="rId${k + 1}" Type="${office}/${kind}" Target="${path}"/>`)
    .join('')}</Relationships>`

/** Numbers of the formats below: a title, a text, a text that must not be taken for a formula, a number. */
const style = { title: 1, text: 2, quoted: 3, number: 4 }

/** 49 is the format "text": what is typed into such a cell stays as it was typed. */
const styles =
  `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  ['49" fontId="1', '49" fontId="0', '49" quotePrefix="1" fontId="0', '2" fontId="0']
    .map(
      (format) =>
        `<xf numFmtId="${format}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
    )
    .join('') +
  '</cellXfs></styleSheet>'

function sheetHead(columns: readonly SheetColumn[]): string {
  const widths = columns.map(({ width }, k) => `<col min="${k + 1}" max="${k + 1}" width="${width}" customWidth="1"/>`)
  return (
    `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData>`
  )
}

function sheetFoot(columns: readonly SheetColumn[], rows: number): string {
  const area = `A1:${letterOf(columns.length - 1)}${rows}`
  return `</sheetData><autoFilter ref="${area}"/>${choicesText(columns, rows)}</worksheet>`
}

const styleOf = (column: SheetColumn | undefined, text: string): number =>
  column?.kind === 'number' ? style.number : /^[=+\-@']/u.test(text) ? style.quoted : style.text

function rowText(cells: readonly string[], row: number, styleAt: (text: string, column: number) => number): string {
  const texts = cells.map((text, k) => {
    const place = `r="${letterOf(k)}${row}" s="${styleAt(text, k)}"`
    if (text === '') return `<c ${place}/>`
    if (styleAt(text, k) === style.number) return `<c ${place}><v>${escapeText(text)}</v></c>`
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeText(quotedEscapes(text))}</t></is></c>`
  })
  return `<row r="${row}">${texts.join('')}</row>`
}

/** `_x0041_` would be read as the character with this number. */
const quotedEscapes = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')

function choicesText(columns: readonly SheetColumn[], rows: number): string {
  const lists = columns.flatMap(({ choices }, k) =>
    choices === undefined || rows < 2
      ? []
      : [
          `<dataValidation type="list" allowBlank="1" sqref="${letterOf(k)}2:${letterOf(k)}${rows}"><formula1>"${escapeText(choices.join(','))}"</formula1></dataValidation>`,
        ],
  )
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}

/** A sheet that is written has no more than 26 columns. */
const letterOf = (column: number): string => String.fromCharCode(65 + column)
