import { createStock } from '../src/stock.ts'

/** Packs and lexicons for all tests of one worker, so that each is loaded once; tests of loading itself take none of it. */
export const sharedStock = createStock()
