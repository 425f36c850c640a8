import type { ServerResponse } from 'node:http'

/** As many pages as anybody has open at once. */
export const MOST_LISTENERS = 32
/** Keeps the connection from being taken for dead. */
const PULSE = 20_000

/** Server-sent events to every page that listens. */
export interface EventStream {
  readonly isFull: boolean
  open(response: ServerResponse): void
  tell(event: object): void
  close(): void
}

export function eventStream(): EventStream {
  const listeners = new Set<ServerResponse>()
  const pulse = setInterval(() => {
    for (const listener of listeners) listener.write(':\n\n')
  }, PULSE).unref()
  return {
    get isFull() {
      return listeners.size >= MOST_LISTENERS
    },
    open(response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      })
      response.write(': listening\n\n')
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
    },
    tell(event) {
      for (const listener of listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`)
    },
    close() {
      clearInterval(pulse)
      for (const listener of listeners) listener.end()
    },
  }
}
