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
import type { Answer, ComingSheet, Door, ExportAnswer } from './door.ts'

/** The server that sent the page; addresses are relative to the page. */
export function httpDoor(): Door {
  let apart: Apart = []
  return {
    first: async () => {
      const sheet = (await get('api/first')) as Sheet
      apart = sheet.apart ?? []
      return sheet
    },
    coming: () => askSheet(apart),
    sheet: () => askSheet(apart).whole,
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

type Apart = NonNullable<Sheet['apart']>

/** Asks for a sheet, and for the texts that are known to come apart beside it. A failure is seen where one of them is waited for. */
function askSheet(apart: Apart): ComingSheet {
  const bare = get('api/sheet') as Promise<Sheet>
  const texts = new Map(apart.map((side) => [side, textOf(side)]))
  const textIn = (sheet: Sheet, side: Apart[number]): Promise<string> | string =>
    sheet.apart?.includes(side) === true ? (texts.get(side) ?? textOf(side)) : sheet[side].text
  const whole = bare.then(async (sheet): Promise<Sheet> => {
    const [source, target] = await Promise.all([textIn(sheet, 'source'), textIn(sheet, 'target')])
    return { ...sheet, source: { ...sheet.source, text: source }, target: { ...sheet.target, text: target } }
  })
  for (const each of [bare, whole, ...texts.values()]) each.catch(() => undefined)
  return { bare, whole }
}

/** Decoded in one piece, which takes no more room than the text. */
async function textOf(side: Apart[number]): Promise<string> {
  const response = await ask(`api/text/${side}`)
  const charset = /charset=(\S+)/u.exec(response.headers.get('content-type') ?? '')?.[1]
  return new TextDecoder(charset).decode(await response.arrayBuffer())
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

function listen(take: (news: News) => void, revision: number): () => void {
  const events = new EventSource(`api/news?revision=${revision}`)
  events.addEventListener('records', (event) => take(JSON.parse(event.data) as News))
  return () => events.close()
}
