import { lineSpans } from '../../src/core/text.ts'
import type { Document } from '../../src/core/types.ts'
import { createAligner } from '../../src/pipeline.ts'

const quiet = { report: () => undefined }

/** Milliseconds a line to segment and analyse texts of 20,000 and 200,000 lines, and their ratio. */
export async function speed(): Promise<Readonly<Record<string, number>>> {
  const aligner = createAligner()
  const perLine = async (lines: number): Promise<number> => {
    const text = madeLines(lines)
    const blocks = lineSpans(text).map((span) => ({ span, role: 'body' as const }))
    const document: Document = { id: `${lines} lines`, format: 'txt', text, segmented: false, blocks }
    const started = performance.now()
    await aligner.analyse(document, 'source', quiet)
    return (performance.now() - started) / lines
  }
  await perLine(2000)
  const small = median([await perLine(20_000), await perLine(20_000), await perLine(20_000)])
  const large = await perLine(200_000)
  process.stdout.write(
    `analysis: ${(1000 * small).toFixed(1)} µs a line at 20,000 lines, ${(1000 * large).toFixed(1)} at 200,000 (× ${(large / small).toFixed(2)})\n`,
  )
  return { microsecondsPerLine20k: 1000 * small, microsecondsPerLine200k: 1000 * large, growth: large / small }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** One Dutch sentence a line, no two alike. */
function madeLines(count: number): string {
  const places = ['Utrecht', 'Hanoi', 'Tokio', 'Brussel', 'Osaka']
  const acts = [
    'besprak de minister het verdrag',
    'tekenden beide landen een akkoord',
    'opende de burgemeester een haven',
  ]
  return Array.from(
    { length: count },
    (_, i) =>
      `Op ${1 + (i % 28)} mei ${1950 + (i % 70)} ${acts[i % acts.length]} nummer ${i} in ${places[i % places.length]}.`,
  ).join('\n')
}
