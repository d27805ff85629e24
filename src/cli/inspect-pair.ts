import { basename, dirname, join } from 'node:path'
import { readSides } from '../align-files.ts'
import { readAlignment } from '../files.ts'
import type { Context, Document } from '../index.ts'
import { inputFrom } from '../input.ts'
import { defaultOutputOptions, writeAlignment } from '../outputs.ts'
import { readPins } from '../pins-file.ts'
import { type AlignOptions, createAligner, type PlugIns } from '../pipeline.ts'
import { checkWritable } from '../whole-file.ts'

/** The file that holds the alignment of two texts. */
export interface AlignedFile {
  readonly path: string
  /** False for one that was there. */
  readonly isNew: boolean
}

/** How two texts become an alignment. */
export interface PairChoice {
  readonly options: Partial<AlignOptions>
  readonly pinsFile: string | undefined
  readonly plugIns: PlugIns
  /** Called when both texts were read, before the long work. */
  beforeWork(): void
}

type Sides = { readonly source: string; readonly target: string }

/**
 * Aligns two texts into a file beside the first one. A file that holds these two texts already is taken up, with all that was
 * done to it; one that holds anything else is left alone, and the next free name taken.
 */
export async function alignIntoFile(sides: Sides, choice: PairChoice, context: Context): Promise<AlignedFile> {
  const { options, pinsFile, plugIns, beforeWork } = choice
  const inputs = { source: inputFrom(sides.source), target: inputFrom(sides.target) }
  const documents = await readSides(inputs, options.segmented ?? false, context)
  const pins = pinsFile === undefined ? [] : await readPins(pinsFile, context)
  beforeWork()
  const found = await placeFor(sides, documents)
  if (!found.isNew) return found
  await checkWritable(found.path)
  const alignment = await createAligner({ ...options, pins }, plugIns).align(
    documents.source,
    documents.target,
    context,
  )
  await writeAlignment(alignment, found.path, defaultOutputOptions, context)
  return found
}

const silent = { report: () => undefined }

async function placeFor(
  { source, target }: Sides,
  documents: { readonly source: Document; readonly target: Document },
): Promise<AlignedFile> {
  const name = nameOf(basename(source), basename(target))
  for (let number = 1; ; number++) {
    const path = join(dirname(source), `${name}${number === 1 ? '' : `-${number}`}.json`)
    const held = await heldIn(path)
    if (held === 'nothing') return { path, isNew: true }
    const isSame = held?.source === documents.source.text && held.target === documents.target.text
    if (isSame) return { path, isNew: false }
  }
}

/** The two texts in a file; undefined when it holds anything else. */
async function heldIn(path: string): Promise<Sides | 'nothing' | undefined> {
  try {
    const { source, target } = await readAlignment(inputFrom(path), silent)
    return { source: source.text, target: target.text }
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'READ_NOT_FOUND' ? 'nothing' : undefined
  }
}

/** `contract` for `contract.nl.txt` and `contract.zh.txt`; else the name of the first without its ending. */
function nameOf(source: string, target: string): string {
  const [here, there] = [source, target].map((name) => name.replace(/(?<=.)\.[^.]*$/u, ''))
  const stem = (name = ''): string => name.replace(/(?<=.)[._-][a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/u, '')
  return stem(here) === stem(there) ? stem(here) : (here ?? source)
}
