import type { News } from '../protocol.ts'

/** Tells windows what others have done. */
export interface NewsDesk {
  tell(news: News): void
  /** A stream of server-sent events; `missed` is told first. `ended` is called when the window goes away. */
  open(missed: News | undefined): ReadableStream<Uint8Array>
  /** Ends all streams. */
  close(): void
}

/** So often something is sent, so that windows that have gone are noticed. */
const heartbeatMs = 20_000

/** A desk without windows. */
export function createNewsDesk(): NewsDesk {
  const windows = new Set<ReadableStreamDefaultController<Uint8Array>>()
  const send = (window: ReadableStreamDefaultController<Uint8Array>, text: string): void => {
    try {
      window.enqueue(Buffer.from(text))
    } catch {
      windows.delete(window)
    }
  }
  const beat = setInterval(() => {
    for (const window of windows) send(window, ':\n\n')
  }, heartbeatMs)
  beat.unref()
  return {
    tell(news) {
      for (const window of windows) send(window, eventOf(news))
    },
    open(missed) {
      let own: ReadableStreamDefaultController<Uint8Array> | undefined
      return new ReadableStream<Uint8Array>({
        start(controller) {
          own = controller
          windows.add(controller)
          send(controller, `retry: 1000\n\n${missed === undefined ? '' : eventOf(missed)}`)
        },
        cancel() {
          if (own !== undefined) windows.delete(own)
        },
      })
    },
    close() {
      clearInterval(beat)
      for (const window of windows) {
        try {
          window.close()
        } catch {
          // It has gone already.
        }
      }
      windows.clear()
    },
  }
}

/** JSON holds no line breaks, so that one line is enough. A browser that lost the server gives the id of its last event again. */
const eventOf = (news: News): string => `id: ${news.revision}\nevent: records\ndata: ${JSON.stringify(news)}\n\n`
