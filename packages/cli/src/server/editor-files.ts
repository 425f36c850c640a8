import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { refused, send } from './answer.ts'
import { FILE_HEADERS, pageHeaders, withNonce } from './page-headers.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

/** Serves the built editor: its page, and the files beside it. */
export async function serveEditor(
  folder: string,
  path: string,
  { method }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') {
    send(response, refused({ kind: 'method-not-allowed', allowed: ['GET', 'HEAD'] }))
    return
  }
  const name = path === '/' ? 'index.html' : path.slice(1)
  const content = await contentOf(folder, name)
  if (content === null) {
    send(response, refused({ kind: 'unknown-address' }))
    return
  }
  const type = TYPES[extname(name)] ?? 'application/octet-stream'
  const nonce = randomBytes(16).toString('base64')
  const isPage = extname(name) === '.html'
  const bytes = isPage ? Buffer.from(withNonce(content.toString(), nonce)) : content
  // What Vite names by its hash never changes under that name.
  const caching = { 'cache-control': name.startsWith('assets/') ? 'max-age=31536000' : 'no-cache' }
  response.writeHead(200, {
    'content-type': type,
    'content-length': bytes.length,
    ...(isPage ? pageHeaders(nonce) : { ...FILE_HEADERS, ...caching }),
  })
  response.end(method === 'HEAD' ? undefined : bytes)
}

/** Only plain names: letters, digits, and dots that do not lead. */
async function contentOf(folder: string, name: string): Promise<Buffer | null> {
  if (!/^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(name)) return null
  try {
    return await readFile(join(folder, name))
  } catch {
    return null
  }
}
