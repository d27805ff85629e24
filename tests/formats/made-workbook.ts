import { storeFiles } from '../../src/formats/_zip/store.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export interface WorkbookParts {
  /** Content of `sheetData`, by name of sheet. */
  readonly sheets: Readonly<Record<string, string>>
  /** Content of each shared string. */
  readonly strings?: readonly string[]
}

/** The files of a workbook as Excel lays it out; style 1 is a date, style 2 a time of a day. */
export function workbookFiles({ sheets, strings = [] }: WorkbookParts): Record<string, string> {
  const names = Object.keys(sheets)
  const relation = (id: string, kind: string, path: string): string =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${path}"/>`
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${declaration}<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships>${names
      .map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
      .join(
        '',
      )}${relation('rId98', 'styles', 'styles.xml')}${relation('rId99', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${declaration}<sst xmlns="${main}">${strings.map((one) => `<si>${one}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `${declaration}<worksheet xmlns="${main}"><sheetData>${sheets[name] ?? ''}</sheetData></worksheet>`,
      ]),
    ),
  }
}

export const zipped = (files: Readonly<Record<string, string>>): Buffer =>
  storeFiles(Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })))

/** Rows of texts as the XML of a sheet, with the texts in the cells themselves. */
export function rowsXml(rows: readonly (readonly string[])[], first = 1): string {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return rows
    .map((cells, i) => {
      const row = first + i
      const inner = cells.map((text, column) =>
        text === ''
          ? ''
          : `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
      )
      return `<row r="${row}">${inner.join('')}</row>`
    })
    .join('')
}
