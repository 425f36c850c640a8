import type { IncomingMessage } from 'node:http'
import { fail, type JsonObject, ok, type Result, readJson } from '@yichuang/engine'
import type { Refused } from './answer.ts'

/** Twice the largest file: a text grows when it is put into JSON. */
export const LARGEST_BODY: number = 16 * 1024 * 1024

/** The JSON object that a request carries. What is not exactly that is refused with its place. */
export async function bodyOf(request: IncomingMessage): Promise<Result<JsonObject, Refused>> {
  if (!/^application\/json(?:\s*;|$)/i.test(request.headers['content-type'] ?? ''))
    return fail({ kind: 'json-needed' })
  const bytes = await bytesOf(request)
  if (bytes === null) return fail({ kind: 'too-large', limit: LARGEST_BODY })
  const read = readJson(bytes, { maxBytes: LARGEST_BODY })
  if (!read.ok) return fail({ kind: 'bad-request', faults: read.error })
  const { value } = read.value
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? ok(value as JsonObject)
    : fail({ kind: 'bad-request', faults: [] })
}

async function bytesOf(request: IncomingMessage): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return null
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    size += part.byteLength
    if (size > LARGEST_BODY) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
