import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Refused } from './answer.ts'

/** Names of this machine that a page may have been opened under. Another name is DNS rebinding. */
const LOOPBACK = ['127.0.0.1', 'localhost']

export function hostRefusal({ headers }: IncomingMessage, port: number): Refused | null {
  const isOurs = LOOPBACK.some((name) => headers.host === `${name}:${port}`)
  return isOurs ? null : { kind: 'wrong-host' }
}

/**
 * Whether another site sent the request. Browsers name the origin of every request that could change
 * something; where they leave it out, `Sec-Fetch-Site` tells.
 */
export function originRefusal({ headers }: IncomingMessage): Refused | null {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  const isForeign =
    (origin !== undefined && origin !== `http://${host}`) ||
    (site !== undefined && site !== 'same-origin')
  return isForeign ? { kind: 'wrong-origin' } : null
}

/** Compares digests, so that the time it takes tells nothing about the token. */
export function tokenRefusal(given: string | undefined, token: string): Refused | null {
  const isRight = given !== undefined && timingSafeEqual(digest(given), digest(token))
  return isRight ? null : { kind: 'no-token' }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
