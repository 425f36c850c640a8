import type { IncomingMessage } from 'node:http'
import type { JsonObject } from '@yichuang/engine'
import type { Terminal } from '../terminal.ts'
import { type Answer, answered, refused } from './answer.ts'
import { filePlace } from './file-place.ts'
import type { FileStore, WriteRefusal } from './file-store.ts'
import { publish } from './release-request.ts'
import { bodyOf } from './request-body.ts'

/** What the routes work on. */
export interface ApiParts {
  readonly root: string
  readonly store: FileStore
  readonly terminal: Pick<Terminal, 'today' | 'env'>
}

const FILES = '/api/files/'

/** Carries out one request to `/api/…`; the event stream is not among them, it has no one answer. */
export async function answerApi(
  parts: ApiParts,
  path: string,
  request: IncomingMessage,
): Promise<Answer> {
  if (path === '/api/workspace') {
    return methodOf(request, ['GET']) ?? answered(200, await parts.store.read())
  }
  if (path === '/api/release') {
    return methodOf(request, ['POST']) ?? withBody(request, (body) => publishTold(parts, body))
  }
  if (path.startsWith(FILES)) return answerFile(parts, path.slice(FILES.length), request)
  return refused({ kind: 'unknown-address' })
}

export function methodOf(
  { method = '' }: IncomingMessage,
  allowed: readonly string[],
): Answer | null {
  return allowed.includes(method) ? null : refused({ kind: 'method-not-allowed', allowed })
}

async function withBody(
  request: IncomingMessage,
  work: (body: JsonObject) => Promise<Answer>,
): Promise<Answer> {
  const body = await bodyOf(request)
  return body.ok ? work(body.value) : refused(body.error)
}

function publishTold({ root, store, terminal }: ApiParts, body: JsonObject): Promise<Answer> {
  return store.own(() => publish(root, body, terminal))
}

async function answerFile(
  { store }: ApiParts,
  address: string,
  request: IncomingMessage,
): Promise<Answer> {
  const found = filePlace(address)
  if (!found.ok) return refused(found.error)
  const place = found.value
  const wrong = methodOf(request, place.isRequired ? ['PUT'] : ['PUT', 'DELETE'])
  if (wrong !== null) return wrong
  return withBody(request, async ({ text, base }) => {
    if (base !== null && typeof base !== 'string') return badKey('base')
    if (request.method === 'DELETE') {
      const removed = await store.remove(place, base)
      return removed.ok ? answered(200, {}) : writeRefused(removed.error)
    }
    if (typeof text !== 'string') return badKey('text')
    const written = await store.write(place, text, base)
    return written.ok ? answered(200, { hash: written.value }) : writeRefused(written.error)
  })
}

function badKey(key: string): Answer {
  return refused({ kind: 'bad-request', faults: [{ kind: 'wrong-type', key }] })
}

function writeRefused(reason: WriteRefusal): Answer {
  switch (reason.kind) {
    case 'changed-elsewhere':
      return answered(409, reason)
    case 'unreadable':
      return answered(422, reason)
    default:
      return refused(reason)
  }
}
