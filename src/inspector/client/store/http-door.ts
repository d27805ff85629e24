import type { BeadDetail, CheckList, Exported, ExportPost, Kept, News, Refusal, Sheet } from '../../protocol.ts'
import type { Answer, Door, ExportAnswer } from './door.ts'

/** The server that sent the page; addresses are relative to the page. */
export function httpDoor(): Door {
  let known: Pick<Sheet, 'apart'> = {}
  return {
    first: async () => {
      const sheet = (await get('api/first')) as Sheet
      known = { apart: sheet.apart ?? [] }
      return sheet
    },
    sheet: () => getSheet(known),
    beads: async (ids) =>
      (await get(`api/beads?ids=${ids.map(encodeURIComponent).join(',')}`)) as readonly BeadDetail[],
    checks: async (revision) => (await get(`api/checks?revision=${revision}`)) as CheckList,
    edits: (body) => post('api/edits', body),
    realign: (body) => post('api/realign', body),
    rerun: (body) => post('api/rerun', body),
    export: exportTo,
    news: listen,
  }
}

type Texts = Partial<Record<'source' | 'target', Promise<string>>>

const textOf = async (side: 'source' | 'target'): Promise<string> => (await ask(`api/text/${side}`)).text()

/** The texts that come apart. A failure is seen where one is waited for. */
function textsOf({ apart = [] }: Pick<Sheet, 'apart'>): Texts {
  return Object.fromEntries(
    apart.map((side) => {
      const text = textOf(side)
      text.catch(() => undefined)
      return [side, text]
    }),
  )
}

/** The whole sheet; texts that are known to come apart are asked for beside it. */
async function getSheet(known: Pick<Sheet, 'apart'>): Promise<Sheet> {
  const early = textsOf(known)
  const sheet = (await get('api/sheet')) as Sheet
  const texts = { ...textsOf({ apart: sheet.apart?.filter((side) => early[side] === undefined) ?? [] }), ...early }
  const [source = '', target = ''] = await Promise.all([texts.source, texts.target])
  return {
    ...sheet,
    source: texts.source ? { ...sheet.source, text: source } : sheet.source,
    target: texts.target ? { ...sheet.target, text: target } : sheet.target,
  }
}

const get = async (address: string): Promise<unknown> => (await ask(address)).json()

async function ask(address: string): Promise<Response> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response
}

function send(address: string, body: unknown): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function post(address: string, body: unknown): Promise<Answer> {
  const response = await send(address, body)
  if (response.ok) return { kind: 'kept', kept: (await response.json()) as Kept }
  if (response.status === 409) return { kind: 'behind', kept: (await response.json()) as Kept }
  return { kind: 'refused', refusal: await refusalOf(response) }
}

async function refusalOf(response: Response): Promise<Refusal> {
  try {
    return (await response.json()) as Refusal
  } catch {
    throw new Error(`${response.url}: ${response.status}`)
  }
}

async function exportTo(body: ExportPost): Promise<ExportAnswer> {
  const response = await send('api/export', body)
  if (!response.ok) return { kind: 'refused', refusal: await refusalOf(response) }
  if (!body.download) return { kind: 'written', exported: (await response.json()) as Exported }
  return { kind: 'file', name: body.to, content: await response.blob() }
}

function listen(take: (news: News) => void, revision: number): () => void {
  const events = new EventSource(`api/news?revision=${revision}`)
  events.addEventListener('records', (event) => take(JSON.parse(event.data) as News))
  return () => events.close()
}
