import { AppError } from './core/errors.ts'
import type { Alignment } from './core/types.ts'
import { alignmentHash, editsPathOf } from './edits-file.ts'
import { type EditsText, parseEdits } from './edits-text.ts'
import { readAlignment } from './files.ts'
import { inputFrom } from './input.ts'
import type { Spare } from './spared-files.ts'

/**
 * Spares an alignment that people have edited, where their edits would not fit what takes its place, and what they decided
 * could be replayed on nothing any more: another alignment, or none. One on which the same edits fit, as it comes from the
 * same texts and settings, is no matter.
 */
export const spareEdited =
  (alignment: Alignment | undefined): Spare =>
  async (path) => {
    const edits = editsPathOf(path)
    const found = await editsIn(edits)
    if (found === undefined || found.records.length === 0) return
    const fresh = alignment === undefined ? '' : alignmentHash(alignment)
    if (found.of === fresh) return
    const present = await hashIn(path)
    if (present === undefined || present === fresh || (found.of ?? present) !== present) return
    throw new AppError(
      'WRITE_FAILED',
      `${path} has edits in ${edits} that would not fit any more, and is not written over`,
      {
        hint: `Give another name. Or keep what was decided with \`zinpaar review ${path} -o NAME.json\`, and remove ${edits}.`,
      },
    )
  }

/** Undefined for what is not there, or nothing that could be replayed. */
const editsIn = (path: string): Promise<EditsText | undefined> =>
  inputFrom(path)
    .bytes()
    .then((bytes) => parseEdits(bytes, path))
    .catch(() => undefined)

/** Names the alignment in a file; undefined where there is none. */
const hashIn = (path: string): Promise<string | undefined> =>
  readAlignment(inputFrom(path), { report: () => undefined })
    .then(alignmentHash)
    .catch(() => undefined)
