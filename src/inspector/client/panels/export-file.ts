/** What the page exports to; the ending of the file picks the format, as on the command line. */
export const exportFormats = [
  { name: 'tmx', ending: '.tmx' },
  { name: 'xlf', ending: '.xlf' },
  { name: 'xlf21', ending: '.21.xlf' },
  { name: 'xlsx', ending: '.xlsx' },
  { name: 'csv', ending: '.csv' },
  { name: 'tsv', ending: '.tsv' },
  { name: 'html', ending: '.html' },
  { name: 'zmem', ending: '.zmem' },
] as const

export type ExportFormat = (typeof exportFormats)[number]

/** The format of a file by its ending; the longest ending that fits. */
export function formatOfFile(file: string): ExportFormat | undefined {
  const lower = file.toLowerCase()
  return exportFormats
    .filter(({ ending }) => lower.endsWith(ending))
    .reduce<ExportFormat | undefined>((best, format) => longer(best, format), undefined)
}

function longer(best: ExportFormat | undefined, format: ExportFormat): ExportFormat {
  return best !== undefined && best.ending.length >= format.ending.length ? best : format
}

/** The file with the ending of another format: `a.tmx` becomes `a.21.xlf`. */
export function fileWithFormat(file: string, format: ExportFormat): string {
  const ending = formatOfFile(file)?.ending ?? ''
  return file.slice(0, file.length - ending.length) + format.ending
}

/** The file to propose for an alignment: its own name with the ending of TMX. */
export function proposedFile(name: string): string {
  return `${name.replace(/\.json$/iu, '')}${exportFormats[0].ending}`
}
