import { plainText } from '../core/content.ts'
import type { Variant } from '../core/types.ts'

/** The text of a variant without its inline codes. */
export const plainTextOf = ({ content }: Variant): string => plainText(content)
