/** Every way in which the tool can fail to do what was asked: what went wrong and what to do next. */
export const errorCodes = {
  ALIGN_SAME_TEXT: {
    title: 'Both sides are the same text',
    next: 'Give the translation, or the other article, as the second file.',
  },
  BATCH_BAD_LIST: {
    title: 'The list of pairs cannot be understood',
    next: 'Write one pair a line: source file, target file, name, separated by tabs.',
  },
  EDITS_MALFORMED: {
    title: 'The file of edits cannot be understood',
    next: 'Mend the place that is named, or take the file away to begin without edits.',
  },
  EDITS_MISFIT: {
    title: 'The edits do not fit the alignment',
    next: 'Replay them over the alignment on which they were made.',
  },
  EDITS_OTHER_ALIGNMENT: {
    title: 'The edits were made on another alignment',
    next: 'Name the alignment on which they were made, or another file of edits.',
  },
  EDITS_REPLACED: {
    title: 'The file of edits was replaced while it was in use',
    next: 'Open the alignment anew; what was not saved has to be done again.',
  },
  EMBED_FAILED: {
    title: 'The vectors of the sentences could not be had',
    next: 'Check that the program at the address of --embed runs and has the model, or leave out --embed.',
  },
  FORMAT_CANNOT_READ: {
    title: 'This format cannot be read in this place',
    next: 'See `zinpaar list formats` for what each format can do.',
  },
  FORMAT_CANNOT_WRITE: {
    title: 'This format cannot be written from this input',
    next: 'See `zinpaar list formats` for what each format can do.',
  },
  FORMAT_UNKNOWN: {
    title: 'No format has this file name extension',
    next: 'See `zinpaar list formats` for the extensions.',
  },
  INTERNAL: {
    title: 'Something went wrong inside the program',
    next: 'This is a fault of Zinpaar: please report it with the command and, if you can, the files. ZINPAAR_DEBUG=1 shows the details.',
  },
  LANGUAGE_BAD_TAG: {
    title: 'Not a language tag',
    next: 'Use a BCP 47 tag such as nl, en, zh or zh-Hant.',
  },
  LEXICON_DAMAGED: {
    title: 'A packed lexicon cannot be read',
    next: 'Take it away with `zinpaar lexicon remove NAME` and add it again.',
  },
  LEXICON_EMPTY: {
    title: 'The file holds no words for a lexicon',
    next: 'Check that it is the right file, and whole.',
  },
  LEXICON_NO_LANGUAGES: {
    title: 'The glossary does not say which languages it holds',
    next: 'Write the languages of the columns into the first line, such as nl and zh, or say them with `lexicon add --lang nl,zh`.',
  },
  LEXICON_NOT_FOUND: {
    title: 'No lexicon of this name was added',
    next: 'See `zinpaar lexicon list`.',
  },
  LEXICON_UNKNOWN_FORMAT: {
    title: 'The file is no lexicon, glossary or memory that can be read',
    next: 'See `zinpaar lexicon --help` for what can be added.',
  },
  MATCH_EMPTY_FOLDER: {
    title: 'A folder to match holds no files',
    next: 'Name the folders in which the documents themselves lie; folders below them are not read.',
  },
  MATCH_SAME_FOLDER: {
    title: 'Both folders to match are the same one',
    next: 'Put the documents of each language into a folder of their own.',
  },
  MEMORY_BUSY: {
    title: 'Another program is writing to the memory',
    next: 'Wait until it is done and try again.',
  },
  MEMORY_CODES: {
    title: 'A text lost an inline code',
    next: 'Put each code back once; they can be moved, not left out.',
  },
  MEMORY_DAMAGED: {
    title: 'The memory is damaged',
    next: 'Take the last copy of the file, or save what can be read: `zinpaar memory import OLD.zmem --memory NEW.zmem`.',
  },
  MEMORY_FULL: {
    title: 'There is no room left for the memory',
    next: 'Free some space on the disk and try again. What was acknowledged before is kept.',
  },
  MEMORY_NEWER: {
    title: 'A newer version of Zinpaar made this memory',
    next: 'Update Zinpaar, or export the memory as TMX with the version that made it.',
  },
  MEMORY_NO_ENGINE: {
    title: 'The package that keeps memories is not installed',
    next: 'Install it with `npm install better-sqlite3`; it may need a C++ compiler and Python.',
  },
  MEMORY_NOT_FOUND: {
    title: 'There is no memory in this place',
    next: 'Check the path, or make one with `zinpaar memory import FILE --memory DB`.',
  },
  MEMORY_NOT_ONE: {
    title: 'The file is no memory of Zinpaar',
    next: 'Name another file with --memory; files of other tools are read with `zinpaar memory import`.',
  },
  MEMORY_OLD_INDEX: {
    title: 'An older version of Zinpaar made the index of this memory',
    next: '`zinpaar memory check --fix --memory DB` builds it anew, and so does whatever changes the memory; nothing is lost.',
  },
  MEMORY_PATTERN: {
    title: 'The regular expression cannot be understood',
    next: 'Write it as JavaScript has it, or leave out --regex to look for the text as it stands.',
  },
  MEMORY_PURGED: {
    title: 'What this step removed is gone for good',
    next: 'See `zinpaar memory history` for the steps that can be taken back.',
  },
  MEMORY_READ_ONLY: {
    title: 'The memory cannot be written to',
    next: 'Check the permissions of the file and of its folder.',
  },
  MEMORY_UNIT_GONE: {
    title: 'The unit is no longer in the memory',
    next: 'Look at the units again: somebody else changed or removed it.',
  },
  MEMORY_UNKNOWN_NAME: {
    title: 'There is no memory or step of this name',
    next: 'See `zinpaar memory stats` for the memories and `zinpaar memory history` for the steps.',
  },
  PINS_BAD_LIST: {
    title: 'The list of pins cannot be understood',
    next: 'Write one pair a line: numbers of segments of the first text, a tab, and of the second, such as 3 or 3-5, counted from 1; `-` for none.',
  },
  PINS_CONFLICT: {
    title: 'The pins contradict each other or the texts',
    next: 'Pin every segment once, and only segments that are there.',
  },
  READ_BINARY: {
    title: 'The file is not text',
    next: 'Export it as plain text (UTF-8) first.',
  },
  READ_EMPTY: { title: 'The file is empty', next: 'Check that it is the right file.' },
  READ_ENCODING: {
    title: 'The characters of the file cannot be decoded',
    next: 'Save it as UTF-8 and try again.',
  },
  READ_FOLDER: { title: 'This is a folder, not a file', next: 'Name a file in it; align takes many with --batch.' },
  READ_MALFORMED: {
    title: 'The file is damaged or not what its name says',
    next: 'Open it in the tool that made it and save it again.',
  },
  READ_NOT_FOUND: { title: 'There is no such file', next: 'Check the path.' },
  READ_NOT_READABLE: { title: 'The file cannot be opened', next: 'Check its permissions.' },
  READ_TOO_LARGE: { title: 'The file is too large for this step', next: 'Split it, or use --batch on its parts.' },
  SERVE_FAILED: {
    title: 'The page cannot be served',
    next: 'Give another number with --port, or leave it out to have a free one chosen.',
  },
  TERMS_MIXED_LANGUAGES: {
    title: 'The alignments are not of the same two languages',
    next: 'Make one glossary for each pair of languages.',
  },
  TRANSLATION_MISMATCH: {
    title: 'The lines of the translation are not those of the source',
    next: 'Translate the source line by line, empty lines included, and give both with --segmented.',
  },
  USAGE: { title: 'The command line cannot be understood', next: 'Try `zinpaar --help`.' },
  WRITE_FAILED: {
    title: 'The output could not be written',
    next: 'Check that the folder exists, is writable and has room. Nothing was left half-written.',
  },
} as const satisfies Record<string, { readonly title: string; readonly next: string }>

export type ErrorCode = keyof typeof errorCodes

/** A failure that a user reads: a code, plain words that name the file or value, and the next step. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly hint: string

  constructor(code: ErrorCode, message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.hint = options.hint ?? errorCodes[code].next
  }
}
