import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Terminal } from '../terminal.ts'
import { refused, send } from './answer.ts'
import { type ApiParts, answerApi, methodOf } from './api.ts'
import { serveEditor } from './editor-files.ts'
import { type EventStream, eventStream, MOST_LISTENERS } from './event-stream.ts'
import { fileStore } from './file-store.ts'
import { watchFolders } from './folder-watch.ts'
import { hostRefusal, originRefusal, tokenRefusal } from './guard.ts'
import { listen } from './listen.ts'

export interface EditorServerOptions {
  /** The workspace. */
  readonly root: string
  /** The built editor. */
  readonly editor: string
  /** A port that must be free, 0 for any; without it the usual one or the next free. */
  readonly port?: number
  readonly terminal: Pick<Terminal, 'today' | 'env'>
}

export interface EditorServer {
  readonly port: number
  readonly token: string
  /** Where the editor is opened, token and all. */
  readonly address: string
  /** Ends every connection and frees the port. */
  close(): Promise<void>
}

/** Serves the editor over one workspace, on this machine only. Rejects when the port cannot be had. */
export async function startEditorServer(options: EditorServerOptions): Promise<EditorServer> {
  const { root, editor, terminal } = options
  const token = randomBytes(24).toString('base64url')
  const events = eventStream()
  const store = fileStore(root, events.tell)
  const watching = watchFolders(root, await store.look(), store.look)
  const parts: ServedParts = { root, store, terminal, editor, token, events, port: () => port }
  const server = createServer((request, response) => {
    answer(parts, request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else send(response, refused({ kind: 'broken' }))
    })
  })
  let port = 0
  try {
    port = await listen(server, options.port)
  } catch (error) {
    watching.close()
    events.close()
    throw error
  }
  return {
    port,
    token,
    address: `http://127.0.0.1:${port}/?token=${token}`,
    close: () => {
      watching.close()
      events.close()
      return closed(server)
    },
  }
}

interface ServedParts extends ApiParts {
  readonly editor: string
  readonly token: string
  readonly events: EventStream
  readonly port: () => number
}

async function answer(
  parts: ServedParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  const wrongHost = hostRefusal(request, parts.port())
  if (wrongHost !== null) return send(response, refused(wrongHost))
  if (!path.startsWith('/api/')) return serveEditor(parts.editor, path, request, response)
  const stranger =
    originRefusal(request) ?? tokenRefusal(tokenIn(request, path, query), parts.token)
  if (stranger !== null) return send(response, refused(stranger))
  if (path !== EVENTS) return send(response, await answerApi(parts, path, request))
  const wrong = methodOf(request, ['GET'])
  if (wrong !== null) return send(response, wrong)
  if (parts.events.isFull)
    return send(response, refused({ kind: 'too-many-listeners', limit: MOST_LISTENERS }))
  parts.events.open(response)
}

const EVENTS = '/api/events'

/** An event source of a browser can send no header: for it alone the token may stand in the address. */
function tokenIn({ headers }: IncomingMessage, path: string, query: string): string | undefined {
  const header = headers['x-yichuang-token']
  if (typeof header === 'string') return header
  return path === EVENTS ? (new URLSearchParams(query).get('token') ?? undefined) : undefined
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
