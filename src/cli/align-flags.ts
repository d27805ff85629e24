import type { Flag } from './command.ts'
import { jsonFlag, quietFlag, strictFlag } from './flags.ts'
import { asFlag, memoryFlag } from './memory-flags.ts'

const texts = 'The two texts'
const outputs = 'What to write'
const method = 'How to align'
const many = 'Many pairs at once'

/** How many of the best pairs are shown unless a number is given. */
export const defaultShown = 5

/** What --batch holds when --match comes right after it, and the list is yet to be made. */
export const matchedList = '--match'

/** Flags of `align` that say what goes into the outputs and how; `convert` has them too. */
export const outputFlags: readonly Flag[] = [
  {
    name: 'relations',
    type: 'list',
    value: 'KIND,KIND',
    choices: ['translation', 'partial', 'related'],
    default: 'translation,partial',
    group: outputs,
    doc: 'Which kinds of pairs may leave. What a person accepted always does, what a person rejected never.',
  },
  {
    name: 'min-confidence',
    type: 'number',
    value: 'P',
    range: [0, 1],
    default: '0',
    group: outputs,
    doc: 'Leave out pairs that are less certain than this: 0.8 is four in five.',
  },
  {
    name: 'all-targets',
    type: 'boolean',
    group: outputs,
    doc: 'When a sentence has several translations, write them all, the preferred one last; otherwise the others become a note.',
  },
  {
    name: 'xliff',
    type: 'string',
    value: 'VERSION',
    choices: ['1.2', '2.1'],
    default: '1.2',
    group: outputs,
    doc: 'Version of XLIFF for files that end in .xlf.',
  },
  {
    name: 'date',
    type: 'string',
    value: 'DATE',
    optional: { pattern: /^\d{4}-\d\d/u, preset: 'now' },
    group: outputs,
    doc: 'Write a date into the files, such as 2026-01-31; without a value, the present. Otherwise there is none, so that the same texts always give the same files.',
  },
  {
    name: 'no-tuid',
    type: 'boolean',
    group: outputs,
    doc: 'Leave out the ids of units, for tools that tie a translation to its id.',
  },
  {
    name: 'profile',
    type: 'string',
    value: 'TOOL',
    choices: ['plain', 'omegat', 'trados'],
    default: 'plain',
    group: outputs,
    doc: 'Write TMX by the habits of one tool: omegat, authors and dates at the translation and no ids; trados, quality, files and status as fields of its own, and your x-fields as text fields. plain suits all.',
  },
]

/** Every flag of `align`. */
export const alignFlags: readonly Flag[] = [
  {
    name: 'output',
    short: 'o',
    type: 'string',
    value: 'FILE',
    isRepeatable: true,
    group: outputs,
    doc: 'Write the pairs to this file; its ending says in which format (.tmx .xlf .csv .json …). `-` is the screen and needs --to.',
  },
  ...outputFlags,
  {
    name: 'into',
    type: 'string',
    value: 'DB',
    group: outputs,
    doc: 'Keep the pairs in this memory, which is made when it is not there; each document is one step that `zinpaar memory undo` takes back.',
  },
  { ...asFlag, group: outputs, doc: 'With --into: which of the memories in the file takes them in.' },
  {
    name: 'show',
    type: 'number',
    value: 'N',
    range: [1, Number.POSITIVE_INFINITY],
    optional: { pattern: /^\d+$/u, preset: String(defaultShown) },
    group: outputs,
    doc: `Print the N best pairs, also when files are written; without a number, ${defaultShown}.`,
  },
  {
    name: 'source-lang',
    type: 'string',
    value: 'TAG',
    group: texts,
    doc: 'Language of the first text: nl, en, zh (simplified), zh-Hant (traditional) … Otherwise it is found out.',
  },
  { name: 'target-lang', type: 'string', value: 'TAG', group: texts, doc: 'Language of the second text.' },
  {
    name: 'segmented',
    type: 'boolean',
    group: texts,
    doc: 'Each line is one sentence already: lines are not split, and none is taken for a menu.',
  },
  {
    name: 'mode',
    type: 'string',
    value: 'MODE',
    choices: ['auto', 'parallel', 'comparable'],
    default: 'auto',
    group: method,
    doc: 'How the two belong together: parallel, one text is a translation of the other; comparable, both tell of the same things in their own words and order; auto finds out.',
  },
  {
    name: 'pins',
    type: 'string',
    value: 'FILE',
    group: method,
    doc: 'Pairs that are settled, one a line: numbers of sentences of the first text, a tab, and of the second, such as 3 or 3-5, counted from 1; `-` says that there is no counterpart. They are kept, and the rest is aligned around them.',
  },
  {
    name: 'delimiter',
    type: 'string',
    value: 'LINE',
    group: method,
    doc: 'A line that stands between the parts of both texts, such as .EOA: what is before it in the one belongs to what is before it in the other.',
  },
  {
    name: 'lexicon',
    type: 'string',
    value: 'FILE',
    isRepeatable: true,
    group: method,
    doc: 'A glossary, dictionary or memory to help with, in any format that `zinpaar lexicon add` takes; those that were added help anyway. `none` leaves out what was added.',
  },
  {
    ...memoryFlag,
    group: method,
    doc: 'A memory that helps: words are learnt from its pairs, and pairs of it that stand in both texts are kept together.',
  },
  {
    name: 'embed',
    type: 'string',
    value: 'URL',
    group: method,
    doc: 'Address of a program that turns sentences into vectors, in the manner of OpenAI: Ollama, llama.cpp, vLLM or TEI on your computer, such as http://localhost:11434. All sentences of both texts are sent to this address and nowhere else; without it nothing is sent. What comes back is kept, so that no sentence is sent twice.',
  },
  {
    name: 'embed-model',
    type: 'string',
    value: 'NAME',
    group: method,
    doc: 'The model to ask for at the address of --embed, such as bge-m3; it has to know both languages.',
  },
  {
    name: 'translation',
    type: 'string',
    value: 'FILE',
    group: method,
    doc: 'A machine translation of the first text into the language of the second, line by line, to help with; needs --segmented. It is read and never written.',
  },
  {
    name: 'learnt',
    type: 'string',
    value: 'FILE',
    group: method,
    doc: 'Words that an earlier batch learnt and kept with --save-learnt; they help with texts in the same two languages.',
  },
  {
    name: 'batch',
    type: 'string',
    value: 'LIST',
    optional: { pattern: /^(?!--match$)/u, preset: matchedList },
    group: many,
    doc: 'A text file with one pair of files on each line: source, target and name, separated by tabs. Paths start at the folder of the list.',
  },
  {
    name: 'match',
    type: 'boolean',
    group: many,
    doc: 'Name two folders instead of two texts: which files of the one belong to which of the other is found out from what they say. Files without a counterpart are listed and left alone.',
  },
  {
    name: 'pairs-out',
    type: 'string',
    value: 'FILE',
    group: many,
    doc: 'With --match: write the pairs found to this file, a list for --batch, with the reasons; they are aligned only with --out-dir.',
  },
  {
    name: 'dry-run',
    type: 'boolean',
    group: many,
    doc: 'With --match: print the list of pairs, and align nothing.',
  },
  {
    name: 'out-dir',
    type: 'string',
    value: 'FOLDER',
    group: many,
    doc: 'Where the files go; it is made if it is not there.',
  },
  {
    name: 'to',
    type: 'list',
    value: 'EXT,EXT',
    group: many,
    doc: 'Formats to write, such as tmx,xlf: FOLDER/name.tmx and FOLDER/name.xlf. Without --batch: the format of every -o.',
  },
  {
    name: 'learn',
    type: 'string',
    value: 'on|off',
    choices: ['on', 'off'],
    default: 'on',
    optional: { pattern: /^(?:on|off)$/u, preset: 'on' },
    group: many,
    doc: 'Learn words from all translations in the list together, and align again with what was learnt. It needs at least two documents and 200 sure sentence pairs of two languages; from less, nothing is learnt.',
  },
  {
    name: 'no-learn',
    type: 'boolean',
    group: many,
    doc: 'Align each pair by itself, in half the time. Same as --learn off.',
  },
  {
    name: 'save-learnt',
    type: 'string',
    value: 'FILE',
    group: many,
    doc: 'Keep the words that were learnt, for --learnt in a later run. It is a table that a spreadsheet opens.',
  },
  {
    name: 'resume',
    type: 'boolean',
    group: many,
    doc: 'Go on where an earlier run stopped: pairs whose .json is there, and would come out the same, are not aligned again; needs json among the formats of --to. What is learnt is gathered from all pairs nevertheless, unless --learnt gives it and --no-learn is set.',
  },
  {
    name: 'jobs',
    type: 'number',
    value: 'N',
    range: [1, 1024],
    group: many,
    doc: 'How many pairs to align at the same time; otherwise as many as the processor can, for long lists. The files are the same for any number.',
  },
  {
    name: 'report',
    type: 'string',
    value: 'FILE',
    group: many,
    doc: 'Write what became of each pair to this file, as JSON.',
  },
  jsonFlag,
  quietFlag,
  strictFlag,
]
