/** The words of the page in English: the other languages have the same keys. `{name}` stands for a value. */
export const en = {
  // page
  'page.title': '{name} – Zinpaar',
  'page.loading': 'Opening the alignment…',
  'page.failed': 'The page cannot reach Zinpaar. Is it still running?',
  'page.skip': 'Go to the pairs',
  // command
  'command.next': 'Next pair',
  'command.previous': 'Previous pair',
  'command.pageDown': 'Ten pairs on',
  'command.pageUp': 'Ten pairs back',
  'command.first': 'First pair',
  'command.last': 'Last pair',
  'command.doubtful': 'Next pair in doubt',
  'command.select': 'Select or unselect',
  'command.extendDown': 'Select downwards',
  'command.extendUp': 'Select upwards',
  'command.why': 'Show or hide why',
  'command.jump': 'Go to a segment',
  'command.accept': 'Accept',
  'command.reject': 'Reject',
  'command.reopen': 'Decide later',
  'command.acceptAll': 'Accept all that are sure',
  'command.pin': 'Pin, and align the rest again',
  'command.comment': 'Comment',
  'command.mergeNext': 'Merge with next',
  'command.mergePrevious': 'Merge with previous',
  'command.split': 'Split',
  'command.unlink': 'Unlink the two sides',
  'command.link': 'Link segments anywhere',
  'command.pullSource': 'Take next source segment',
  'command.pushSource': 'Give last source segment away',
  'command.pullTarget': 'Take next target segment',
  'command.pushTarget': 'Give last target segment away',
  'command.retext': 'Edit the text',
  'command.undo': 'Undo',
  'command.redo': 'Redo',
  'command.search': 'Search',
  'command.side': 'Show or hide search and map',
  'command.export': 'Export',
  'command.rerun': 'Align again',
  'command.help': 'Help with keys',
} as const

/** Any text of the page. */
export type TextKey = keyof typeof en

/** All texts of the page in one language. */
export type Texts = Readonly<Record<TextKey, string>>
