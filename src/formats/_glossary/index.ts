import { csv } from './csv.ts'
import { omegat } from './omegat.ts'
import { tbx } from './tbx.ts'
import type { GlossaryFormat } from './terms.ts'

/** Every format for terms. */
export const glossaryFormats: readonly GlossaryFormat[] = [tbx, csv, omegat]
