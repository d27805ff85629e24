import { closeSync, openSync, readSync } from 'node:fs'
import type { Bytes } from './packed-file.ts'

/** A file read in pieces; it is open only while a piece is read. Fails as the file system does. */
export function fileBytes(path: string): Bytes {
  return (start, length) => {
    const file = openSync(path, 'r')
    try {
      const bytes = new Uint8Array(length)
      let done = 0
      while (done < length) {
        const got = readSync(file, bytes, done, length - done, start + done)
        if (got === 0) break
        done += got
      }
      return bytes.subarray(0, done)
    } finally {
      closeSync(file)
    }
  }
}
