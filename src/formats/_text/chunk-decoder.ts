import { AppError } from '../../core/errors.ts'
import { decodeWindows1252 } from './strict.ts'

/** Turns bytes into text piece by piece; what is left of a character waits for the next piece. */
export interface ChunkDecoder {
  readonly title: string
  readonly isGuessed?: true
  /** `isDamaged` when the bytes after this text make no sense. */
  decode(bytes: Uint8Array, isLast: boolean): { readonly text: string; readonly isDamaged: boolean }
}

/** The decoder of an encoding that a file states. Fails with READ_ENCODING for one that is not known. */
export function statedDecoder(label: string, name: string): ChunkDecoder {
  try {
    return decoderOf(new TextDecoder(label).encoding)
  } catch {
    throw new AppError('READ_ENCODING', `${name} says that it is in ${label}, which is not an encoding we know`)
  }
}

/** The decoder of an encoding, by the name that `TextDecoder` has for it. */
export const decoderOf = (encoding: string): ChunkDecoder =>
  encoding === 'windows-1252' ? windows1252Decoder() : streamDecoder(encoding)

function streamDecoder(label: string): ChunkDecoder {
  const decoder = new TextDecoder(label, { fatal: true })
  return {
    title: label.toUpperCase(),
    decode: (bytes, isLast) => {
      try {
        return { text: decoder.decode(bytes, { stream: !isLast }), isDamaged: false }
      } catch {
        return { text: '', isDamaged: true }
      }
    },
  }
}

/** By a table of our own: that of Node 20 decodes as Latin-1. */
function windows1252Decoder(): ChunkDecoder {
  return {
    title: 'windows-1252',
    decode: (bytes) => {
      const text = decodeWindows1252(bytes)
      return { text: text ?? '', isDamaged: text === undefined }
    },
  }
}
