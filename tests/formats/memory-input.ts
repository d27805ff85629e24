import type { Context, Format, Header, Input, ReadItem, Units } from '../../src/core/contracts.ts'
import type { Diagnostic, TranslationUnit } from '../../src/core/types.ts'

/** Bytes or text as an input, handed out in chunks of `chunkSize` bytes. */
export function inputOf(content: string | Uint8Array, name = 'in.txt', chunkSize = 65_536): Input {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name,
    bytes: async () => bytes,
    async *stream() {
      for (let i = 0; i < bytes.length; i += chunkSize) yield bytes.subarray(i, i + chunkSize)
    },
  }
}

/** What a recorder has heard. */
interface Heard {
  readonly diagnostics: readonly Diagnostic[]
  readonly items: readonly ReadItem[]
  codes(): readonly string[]
}

/** A context that keeps what is reported. */
export function recorder(): Context & Heard {
  const diagnostics: Diagnostic[] = []
  const items: ReadItem[] = []
  return {
    diagnostics,
    items,
    report: (diagnostic) => diagnostics.push(diagnostic),
    item: (item) => items.push(item),
    codes: () => diagnostics.map((one) => one.code),
  }
}

export async function writeUnits(
  format: Format,
  units: Units,
  header: Header,
  context: Context = recorder(),
): Promise<string> {
  let text = ''
  for await (const chunk of format.writeUnits?.(units, header, context) ?? []) text += chunk
  return text
}

export async function readUnits(
  format: Format,
  input: Input,
  context: Context = recorder(),
): Promise<readonly TranslationUnit[]> {
  const units: TranslationUnit[] = []
  for await (const unit of format.readUnits?.(input, context) ?? []) units.push(unit)
  return units
}
