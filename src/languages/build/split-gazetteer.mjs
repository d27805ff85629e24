/**
 * Turns the gazetteer's master tables into one column a language.
 *
 *   node src/languages/build/split-gazetteer.mjs FOLDER
 *
 * FOLDER holds TSV files whose header names the columns `key nl en zh zh-Hant vi ja international condition` (any
 * order, any subset that has `key`). Written are `src/languages/<tag>/gazetteer.tsv`, `zh/gazetteer-hant.tsv` and
 * `_shared/international.tsv`: key, forms separated by `;`, and the conditions `form@key` that concern these forms.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const languages = join(dirname(fileURLToPath(import.meta.url)), '..')
const outputs = {
  nl: 'nl/gazetteer.tsv',
  en: 'en/gazetteer.tsv',
  zh: 'zh/gazetteer.tsv',
  'zh-Hant': 'zh/gazetteer-hant.tsv',
  vi: 'vi/gazetteer.tsv',
  ja: 'ja/gazetteer.tsv',
  international: '_shared/international.tsv',
}

const folder = process.argv[2]
if (folder === undefined) fail('usage: split-gazetteer.mjs FOLDER')

const columns = new Map(Object.keys(outputs).map((column) => [column, new Map()]))
for (const name of readdirSync(folder).sort()) {
  if (name.endsWith('.tsv')) readMaster(join(folder, name))
}
for (const [column, rows] of columns) writeColumn(join(languages, outputs[column]), rows)

function readMaster(path) {
  const lines = readFileSync(path, 'utf8').split('\n')
  const [licence = '', header = '', ...rows] = lines
  if (!licence.startsWith('# licence: CC0-1.0')) fail(`${path}: first line must be "# licence: CC0-1.0"`)
  const names = header.split('\t')
  if (!names.includes('key')) fail(`${path}: second line must be a header with the column "key"`)
  rows.forEach((row, index) => {
    if (row.trim() === '' || row.startsWith('#')) return
    const cells = row.split('\t')
    addRow(Object.fromEntries(names.map((name, i) => [name, (cells[i] ?? '').trim()])), `${path}:${index + 3}`)
  })
}

function addRow(cells, where) {
  if (!/^[a-z]+:[A-Za-z0-9-]+$/.test(cells.key)) fail(`${where}: "${cells.key}" is not a key`)
  const conditions = listOf(cells.condition).map((entry) => {
    const at = entry.lastIndexOf('@')
    if (at < 1) fail(`${where}: condition "${entry}" must be form@key`)
    return { form: entry.slice(0, at).normalize('NFC'), key: entry.slice(at + 1) }
  })
  for (const [column, rows] of columns) {
    const row = rows.get(cells.key) ?? { forms: new Set(), conditions: new Set() }
    for (const form of listOf(cells[column])) {
      row.forms.add(form)
      for (const c of conditions) if (c.form === form) row.conditions.add(`${c.form}@${c.key}`)
    }
    if (row.forms.size > 0) rows.set(cells.key, row)
  }
}

function listOf(cell = '') {
  return cell
    .split(';')
    .map((form) => form.trim().normalize('NFC'))
    .filter((form) => form !== '')
}

function writeColumn(path, rows) {
  mkdirSync(dirname(path), { recursive: true })
  const lines = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, row]) => `${key}\t${[...row.forms].join(';')}\t${[...row.conditions].join(';')}`)
  const head = '# licence: CC0-1.0; rebuilt by src/languages/build/split-gazetteer.mjs\nkey\tforms\tcondition\n'
  writeFileSync(path, `${head}${lines.join('\n')}\n`)
  console.log(`${path}: ${lines.length} rows`)
}

function fail(message) {
  console.error(message)
  process.exit(2)
}
