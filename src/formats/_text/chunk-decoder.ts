import { AppError } from '../../core/errors.ts'
import { windows1252Text } from './strict.ts'

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
export function decoderOf(encoding: string): ChunkDecoder {
  if (encoding === 'windows-1252') return windows1252Decoder()
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16Decoder(encoding)
  return streamDecoder(encoding)
}

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
      const text = windows1252Text(bytes)
      return goodPart(text, text.indexOf('\ufffd'))
    },
  }
}

/** UTF-16 with the good part before bad bytes, which `TextDecoder` would throw away; without its mark. */
function utf16Decoder(encoding: 'utf-16le' | 'utf-16be'): ChunkDecoder {
  let rest: Uint8Array = new Uint8Array(0)
  let isStart = true
  return {
    title: encoding.toUpperCase(),
    decode: (chunk, isLast) => {
      const bytes =
        rest.length > 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      const whole = bytes.subarray(0, bytes.length - (bytes.length % 2))
      rest = bytes.subarray(whole.length)
      let text = (encoding === 'utf-16le' ? whole : Buffer.from(whole).swap16()).toString('utf16le')
      if (!isLast && (text.charCodeAt(text.length - 1) & 0xfc00) === highSurrogate) {
        text = text.slice(0, -1)
        rest = bytes.subarray(whole.length - 2)
      }
      if (isStart && text.startsWith('\ufeff')) text = text.slice(1)
      isStart &&= whole.length === 0
      const damage = text.isWellFormed() ? -1 : text.search(loneSurrogate)
      return goodPart(text, damage < 0 && isLast && rest.length > 0 ? text.length : damage)
    },
  }
}

const highSurrogate = 0xd800
/** With `u`, pairs are one character and no match. */
const loneSurrogate = /[\ud800-\udfff]/u

/** Text up to an offset at which the damage begins; all of it when that is negative. */
const goodPart = (text: string, damage: number): ReturnType<ChunkDecoder['decode']> =>
  damage < 0 ? { text, isDamaged: false } : { text: text.slice(0, damage), isDamaged: true }
