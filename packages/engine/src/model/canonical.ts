import { LONE_SURROGATE } from './strict-parser.ts'

/** A value that has no canonical form. Only a bug can cause it: text from outside passed `readJson`. */
export class NotCanonicalError extends Error {
  readonly reason: 'not-finite' | 'lone-surrogate' | 'not-json'

  constructor(reason: 'not-finite' | 'lone-surrogate' | 'not-json') {
    super(reason)
    this.name = 'NotCanonicalError'
    this.reason = reason
  }
}

/**
 * The canonical form of RFC 8785: keys in the order of their UTF-16 code units, numbers and texts as
 * ECMAScript writes them, no white space. Two values are the same content exactly when their
 * canonical forms are equal. Throws `NotCanonicalError` for what is not plain JSON.
 */
export function canonical(value: unknown): string {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      return canonicalNumber(value)
    case 'string':
      return canonicalText(value)
    case 'object':
      return Array.isArray(value) ? `[${value.map(canonical).join(',')}]` : canonicalObject(value)
    default:
      throw new NotCanonicalError('not-json')
  }
}

function canonicalObject(value: object): string {
  // The default order of `sort` is by UTF-16 code units, as RFC 8785, 3.2.3 asks.
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${members.map(([key, member]) => `${canonicalText(key)}:${canonical(member)}`).join(',')}}`
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new NotCanonicalError('not-finite')
  // ECMAScript writes -0 as 0, as RFC 8785, 3.2.2.3 asks.
  return String(value)
}

function canonicalText(value: string): string {
  if (LONE_SURROGATE.test(value)) throw new NotCanonicalError('lone-surrogate')
  return JSON.stringify(value)
}
