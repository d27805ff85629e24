/** Bytes that can be read from any place, as the end of an archive says where its files begin. */
export interface ByteSource {
  readonly size: number
  /** The bytes from `start` up to `end`, which is not among them; fewer where the source ends before. */
  slice(start: number, end: number): AsyncIterable<Uint8Array>
}

/** Bytes that are in memory. */
export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    async *slice(start, end) {
      for (let i = start; i < Math.min(end, bytes.length); i += sliceLength)
        yield bytes.subarray(i, Math.min(end, i + sliceLength))
    },
  }
}
const sliceLength = 1 << 18

/** A part of a source as one array; shorter than asked where the source ends. */
export async function readRange(source: ByteSource, start: number, length: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source.slice(start, start + length)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
