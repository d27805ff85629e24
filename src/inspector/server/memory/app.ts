import { createApiApp, type RequestParts } from '../app.ts'
import { changePostOf, concordancePostOf, fuzzyPostOf, unitsPostOf } from './posts.ts'
import type { MemorySession } from './session.ts'

/** Answers all requests of the page of a memory. */
export function createMemoryApp(
  session: MemorySession,
  parts: RequestParts,
): (request: Request) => Response | Promise<Response> {
  return createApiApp(parts, {
    gets: { memory: session.sheet, history: session.history, figures: session.figures },
    posts: {
      units: (body) => session.units(unitsPostOf(body)),
      concordance: (body) => session.concordance(concordancePostOf(body)),
      fuzzy: (body) => session.fuzzy(fuzzyPostOf(body)),
      change: (body) => session.change(changePostOf(body)),
    },
  })
}
