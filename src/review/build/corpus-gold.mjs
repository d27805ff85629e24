// Makes the texts and the gold of corpus/ from the hand-written masters in corpus/gold/masters:
//   node src/review/build/corpus-gold.mjs
// A master holds one sentence a line and an empty line between paragraphs. treaty.*: `units<TAB>sentence`, where sentences
// of two languages that share a unit belong to one bead. news.*: `id<TAB>role<TAB>sentence`, linked by news.pairs.tsv.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const treatyLanguages = ['nl', 'zh', 'en']
const treatyPairs = [
  ['nl', 'zh'],
  ['nl', 'en'],
  ['zh', 'en'],
]
const joiners = { nl: ' ', zh: '', en: ' ' }
/** Grades of news.pairs.tsv whose two sides may stand in a translation memory. */
const unitGrades = ['translation', 'partial']

/** Files of corpus/ by their name in it, made from the masters that `readMaster(name)` gives. */
export function buildCorpus(readMaster) {
  const treaty = Object.fromEntries(
    treatyLanguages.map((language) => [
      language,
      layOut(parseTreaty(readMaster(`treaty.${language}.tsv`)), joiners[language]),
    ]),
  )
  const news = {
    nl: layOut(parseNews(readMaster('news.nl.tsv')), ' '),
    zh: layOut(parseNews(readMaster('news.zh.tsv')), ''),
  }
  return new Map([
    ...treatyLanguages.map((language) => [`treaty.${language}.txt`, treaty[language].text]),
    ['news.nl.txt', news.nl.text],
    ['news.zh.txt', news.zh.text],
    ...treatyPairs.map(([a, b]) => [`gold/treaty.${a}-${b}.json`, treatyGold(a, b, treaty)]),
    ['gold/news.nl-zh.json', newsGold(parsePairs(readMaster('news.pairs.tsv')), news)],
    ['pairs.tsv', pairList()],
  ])
}

function pairList() {
  const treaties = treatyPairs.map(([a, b]) => [`treaty.${a}.txt`, `treaty.${b}.txt`, `${a}-${b}-treaty`])
  return [['news.nl.txt', 'news.zh.txt', 'nl-zh-news'], ...treaties].map((row) => `${row.join('\t')}\n`).join('')
}

/** Paragraphs of lines of cells. */
function paragraphsOf(text) {
  return text
    .trimEnd()
    .split(/\n{2,}/u)
    .map((paragraph) => paragraph.split('\n').map((line) => line.split('\t')))
}

const parseTreaty = (text) =>
  paragraphsOf(text).map((lines) =>
    lines.map(([units, sentence]) => ({ units: units.split(',').map(Number), text: sentence, runsOn: true })),
  )

/** Menu items, captions and the like stand on lines of their own; sentences of the article run on. */
const parseNews = (text) =>
  paragraphsOf(text).map((lines) =>
    lines.map(([id, role, sentence]) => ({ id, text: sentence, runsOn: role === 'body' })),
  )

const parsePairs = (text) =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'))
    .map(([source, target, grade, why]) => ({ source: source.split(','), target: target.split(','), grade, why }))

/** The text of a file and its sentences with their spans: one paragraph a line, an empty line between paragraphs. */
function layOut(paragraphs, joiner) {
  let text = ''
  const sentences = []
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n'
    paragraph.forEach((sentence, i) => {
      if (i > 0) text += sentence.runsOn ? joiner : '\n'
      sentences.push({ ...sentence, span: [text.length, text.length + sentence.text.length] })
      text += sentence.text
    })
    text += '\n'
  }
  return { text, sentences }
}

/** Beads are the connected components of the sentences of both sides over the units that they share. */
function treatyGold(a, b, treaty) {
  const beads = new Map()
  const beadOfUnit = new Map()
  for (const side of ['source', 'target']) {
    for (const sentence of treaty[side === 'source' ? a : b].sentences) {
      const joined = { source: [], target: [], units: [] }
      const old = new Set(sentence.units.flatMap((unit) => beadOfUnit.get(unit) ?? []))
      for (const bead of [...old, { source: [], target: [], units: sentence.units, [side]: [sentence.span] }]) {
        for (const key of ['source', 'target', 'units']) joined[key].push(...bead[key])
        beads.delete(bead)
      }
      beads.set(joined, Math.min(...joined.units))
      for (const unit of joined.units) beadOfUnit.set(unit, joined)
    }
  }
  const ordered = [...beads]
    .sort(([, first], [, second]) => first - second)
    .map(([{ source, target }]) => ({ source, target }))
  return goldJson(`treaty.${a}.txt`, `treaty.${b}.txt`, {
    beads: ordered,
    units: ordered.filter(({ source, target }) => source.length > 0 && target.length > 0).map(unitOf),
  })
}

function newsGold(pairs, news) {
  const spansOf = (side, ids) => ids.map((id) => side.sentences.find((sentence) => sentence.id === id).span)
  const graded = pairs.map(({ source, target, grade, why }) => ({
    source: spansOf(news.nl, source),
    target: spansOf(news.zh, target),
    grade,
    why,
  }))
  return goldJson('news.nl.txt', 'news.zh.txt', {
    pairs: graded,
    units: graded.filter(({ grade }) => unitGrades.includes(grade)).map(unitOf),
  })
}

const unitOf = ({ source, target }) => [source.at(0)[0], source.at(-1)[1], target.at(0)[0], target.at(-1)[1]]

/** JSON with one item of a list a line, so that a change shows as a line. */
function goldJson(source, target, lists) {
  const head = { src: `../${source}`, trg: `../${target}`, offsets: 'UTF-16 code units, [start, end)' }
  const members = [
    ...Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`),
    ...Object.entries(lists).map(
      ([key, items]) => `  "${key}": [\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`,
    ),
  ]
  return `{\n${members.join(',\n')}\n}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const corpus = join(dirname(fileURLToPath(import.meta.url)), '../../../corpus')
  const files = buildCorpus((name) => readFileSync(join(corpus, 'gold/masters', name), 'utf8'))
  for (const [name, content] of files) {
    mkdirSync(dirname(join(corpus, name)), { recursive: true })
    writeFileSync(join(corpus, name), content)
  }
  console.log(`${files.size} files written to corpus`)
}
