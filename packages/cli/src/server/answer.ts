import type { ServerResponse } from 'node:http'

/** What the server says to one request of the editor. */
export interface Answer {
  readonly status: number
  readonly body: object
  readonly headers?: Readonly<Record<string, string>>
  /** Nothing more is read from this connection. */
  readonly close?: true
}

/** Why a request was not carried out; the status tells HTTP, the kind tells the editor. */
export type Refused =
  | { readonly kind: 'wrong-host' | 'wrong-origin' | 'no-token' }
  | { readonly kind: 'unknown-address' }
  | { readonly kind: 'method-not-allowed'; readonly allowed: readonly string[] }
  | { readonly kind: 'json-needed' }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'bad-request'; readonly faults: readonly unknown[] }
  | { readonly kind: 'bad-path' | 'not-for-writing' | 'leads-outside'; readonly path: string }
  | { readonly kind: 'too-many-listeners'; readonly limit: number }
  | { readonly kind: 'cannot-write'; readonly path: string; readonly code: string }
  | { readonly kind: 'not-published'; readonly words: string }
  | { readonly kind: 'broken' }

const STATUS: Readonly<Record<Refused['kind'], number>> = {
  'wrong-host': 403,
  'wrong-origin': 403,
  'no-token': 401,
  'unknown-address': 404,
  'method-not-allowed': 405,
  'json-needed': 415,
  'too-large': 413,
  'bad-request': 400,
  'bad-path': 400,
  'not-for-writing': 403,
  'leads-outside': 403,
  'too-many-listeners': 503,
  'cannot-write': 500,
  'not-published': 500,
  broken: 500,
}

export function refused(reason: Refused): Answer {
  const answer = { status: STATUS[reason.kind], body: reason }
  if (reason.kind === 'method-not-allowed')
    return { ...answer, headers: { allow: reason.allowed.join(', ') } }
  return reason.kind === 'too-large' ? { ...answer, close: true } : answer
}

export function answered(status: number, body: object): Answer {
  return { status, body }
}

/** Sends an answer as JSON that no cache keeps and no browser takes for anything else. */
export function send(response: ServerResponse, { status, body, headers, close }: Answer): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    ...(close === true ? { connection: 'close' } : {}),
    ...headers,
  })
  response.end(text)
}
