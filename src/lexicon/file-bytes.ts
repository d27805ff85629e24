import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Bytes } from './packed-file.ts'

/** A file read in pieces; it is open only while a piece is read. Fails as the file system does. */
export function fileBytes(path: string): Bytes {
  return (start, length) => {
    const file = openSync(path, 'r')
    try {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, fstatSync(file).size - start)))
      let done = 0
      while (done < bytes.length) {
        const got = readSync(file, bytes, done, bytes.length - done, start + done)
        if (got === 0) break
        done += got
      }
      return bytes.subarray(0, done)
    } finally {
      closeSync(file)
    }
  }
}
