import { AppError } from '../../core/errors.ts'
import { rejectKnownBinary } from '../_text/binary.ts'
import { isZip } from '../_zip/magic.ts'
import { openZip } from '../_zip/open.ts'
import { sourceOfBytes } from '../_zip/source.ts'
import { type StoredFile, storeFiles } from '../_zip/store.ts'

/** Larger workbooks take more memory than there is: the whole of one is held at once. */
const mostFileBytes = 100 * 2 ** 20
const mostPartBytes = 256 * 2 ** 20
/** What a spreadsheet can hold. */
const mostRows = 1_048_576
const mostColumns = 16_384
/** Cells of the rectangle that a sheet spans, empty ones too: each takes memory. */
const mostCells = 20_000_000

/**
 * A workbook with nothing in it but its texts and numbers, unpacked, measured and put together anew, so that whoever reads it
 * meets nothing that was not looked at. Fails with READ_TOO_LARGE for bombs of any kind, READ_MALFORMED for what is no workbook.
 */
export async function soundWorkbook(bytes: Uint8Array, name: string): Promise<Buffer> {
  if (!isZip(bytes)) {
    rejectKnownBinary(bytes, name)
    throw new AppError('READ_MALFORMED', `${name} is not an Excel workbook`)
  }
  if (bytes.length > mostFileBytes) throw tooLarge(name, 'has more than 100 MB')
  const { files, damage } = await openZip(sourceOfBytes(bytes), name)
  if (damage !== undefined) throw damage
  const paths = new Set(files.map((file) => file.path.toLowerCase()))
  if (paths.has('xl/workbook.bin'))
    throw new AppError('READ_MALFORMED', `${name} is a binary workbook`, { hint: 'Save it as .xlsx first.' })
  if (!paths.has('xl/workbook.xml'))
    throw new AppError('READ_MALFORMED', `${name} is an archive or a document, but not an Excel workbook`)
  let total = 0
  const parts: StoredFile[] = []
  for (const file of files.filter((one) => isPart(one.path))) {
    const chunks: Uint8Array[] = []
    for await (const chunk of file.stream()) {
      chunks.push(chunk)
      total += chunk.length
      if (total > mostPartBytes) throw tooLarge(name, 'holds more than 256 MB when unpacked')
    }
    const content = Buffer.concat(chunks)
    rejectWideSheet(content, name)
    parts.push({ path: file.path, bytes: content })
  }
  return storeFiles(parts)
}

const tooLarge = (name: string, what: string): AppError =>
  new AppError('READ_TOO_LARGE', `${name} ${what}, more than a workbook may have here`, {
    hint: 'Save the sheet as CSV, which is read row by row.',
  })

/** What texts and numbers need; drawings, themes and comments do not matter. */
const isPart = (path: string): boolean =>
  /\.(?:xml|rels)$/iu.test(path) &&
  !/(?:^|\/)(?:media|drawings|charts|theme|printerSettings|externalLinks|pivot[^/]*|comments[^/]*)(?:\/|\.|\d)/iu.test(
    path,
  )

/** Tags of rows and cells, and what they say of their place, in quotes or not. */
const placedTag = /<(?:\w{1,20}:)?(?:row|c)(?=[\s/>])(?:[^<>]*?\sr\s*=\s*([^\s<>]{0,40}))?/gu
const placeText = /^["'](?:([A-Za-z]{1,3})?(\d{1,7}))["']/u

/** A cell far away makes a sheet of billions of empty cells out of a few bytes. */
function rejectWideSheet(bytes: Buffer, name: string): void {
  let [rows, width, tags] = [1, 1, 0]
  for (const [, place] of bytes.toString('latin1').matchAll(placedTag)) {
    tags++
    if (place === undefined) continue
    const [match, letters, row] = placeText.exec(place) ?? []
    if (match === undefined)
      throw new AppError('READ_MALFORMED', `${name} has a sheet with a cell in no place that a spreadsheet has`)
    rows = Math.max(rows, Number(row))
    width = Math.max(width, columnNumber(letters ?? ''))
  }
  if (rows > mostRows || width > mostColumns || rows * width > mostCells || tags > mostCells)
    throw tooLarge(name, `has a sheet of ${rows} rows and ${width} columns`)
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
