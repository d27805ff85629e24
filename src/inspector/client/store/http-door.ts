import {
  type BeadDetail,
  type CheckList,
  type Exported,
  type ExportPost,
  isLasting,
  type Kept,
  type News,
  type Refusal,
  type Sheet,
} from '../../protocol.ts'
import type { Answer, Door, ExportAnswer } from './door.ts'

/** The server that sent the page; addresses are relative to the page. */
export function httpDoor(): Door {
  return {
    sheet: async () => (await get('api/sheet')) as Sheet,
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

async function get(address: string): Promise<unknown> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
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
  return { kind: isLasting(response.status) ? 'refused' : 'failed', refusal: await refusalOf(response) }
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

function listen(take: (news: News) => void): () => void {
  const events = new EventSource('api/news')
  events.addEventListener('records', (event) => take(JSON.parse(event.data) as News))
  return () => events.close()
}
