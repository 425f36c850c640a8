import type { JsonFault, JsonPath, JsonProblem, Position } from './fault.ts'
import { printPath } from './fault.ts'
import type { Json } from './json.ts'
import { locator, positionAt } from './json-text.ts'
import type { Result } from './result.ts'
import { fail, ok } from './result.ts'
import { parseStrict } from './strict-parser.ts'
import { decodeUtf8, utf8Length } from './utf8.ts'

/** A parsed text that still knows where each value stands in it. */
export interface JsonDocument {
  readonly value: Json
  /** The place of a value; for a member of an object, the place of its key. */
  readonly locate: (path: JsonPath) => Position
}

export interface ReadJsonOptions {
  /** Named in the faults. */
  readonly file?: string
  /** Largest accepted text in bytes of UTF-8; 8 MiB unless given. */
  readonly maxBytes?: number
  /** Deepest nesting of objects and lists; 200 unless given, and never more. */
  readonly maxDepth?: number
}

const MAX_BYTES = 8 * 1024 * 1024
const MAX_DEPTH = 200

/**
 * The one door for JSON text. Size, encoding and depth are checked before anything is parsed; what
 * is not exactly JSON (RFC 8259) is refused at its line and column, as are keys that stand twice in
 * one object and keys that reach a prototype. A byte order mark and CRLF are accepted. Never throws.
 */
export function readJson(
  source: string | Uint8Array,
  options: ReadJsonOptions = {},
): Result<JsonDocument, readonly JsonFault[]> {
  const refuse = (problem: JsonProblem, position?: Position, path: JsonPath = []) =>
    fail([faultOf(problem, options.file, position, path)])
  const limit = options.maxBytes ?? MAX_BYTES
  const bytes = byteLength(source, limit)
  if (bytes > limit) return refuse({ kind: 'too-large', bytes, limit })

  const decoded = decode(source)
  if (!decoded.ok) return refuse(decoded.error.problem, decoded.error.position)
  const text = decoded.value

  const maxDepth = Math.min(options.maxDepth ?? MAX_DEPTH, MAX_DEPTH)
  const tooDeep = firstTooDeep(text, maxDepth)
  if (tooDeep !== undefined) {
    const problem = { kind: 'too-deep', of: 'brackets', limit: maxDepth } as const
    return refuse(problem, positionAt(text, tooDeep))
  }

  const { value, found } = parseStrict(text)
  if (found.length === 0) return ok({ value, locate: locator(text) })
  return fail(
    found.map(({ problem, offset, path }) =>
      faultOf(problem, options.file, positionAt(text, offset), path),
    ),
  )
}

function faultOf(
  problem: JsonProblem,
  file: string | undefined,
  position: Position | undefined,
  path: JsonPath,
): JsonFault {
  return {
    ...problem,
    ...(file === undefined ? {} : { file }),
    path,
    at: printPath(path),
    ...position,
  }
}

/** Bytes in UTF-8; a text that is too long in code units already is not counted further. */
function byteLength(source: string | Uint8Array, limit: number): number {
  if (typeof source !== 'string') return source.length
  return source.length > limit ? source.length : utf8Length(source)
}

interface Undecodable {
  readonly problem: JsonProblem
  readonly position: Position
}

function decode(source: string | Uint8Array): Result<string, Undecodable> {
  const decoded = typeof source === 'string' ? ok(source) : decodeUtf8(source)
  if (!decoded.ok) {
    const { offset, maybe } = decoded.error
    const problem = {
      kind: 'encoding',
      reason: 'invalid-utf8',
      ...(maybe ? { maybe } : {}),
    } as const
    // Everything before the first wrong byte is sound, so its line and column can be told.
    const before = decodeUtf8(
      typeof source === 'string' ? new Uint8Array() : source.subarray(0, offset),
    )
    const text = before.ok ? before.value : ''
    return fail({ problem, position: positionAt(text, text.length) })
  }
  const text = decoded.value.startsWith('\uFEFF') ? decoded.value.slice(1) : decoded.value
  const lost = text.indexOf('\uFFFD')
  if (lost < 0) return ok(text)
  // U+FFFD stands where an earlier reader could not decode; what stood there is gone already.
  return fail({
    problem: { kind: 'encoding', reason: 'replacement-character' },
    position: positionAt(text, lost),
  })
}

/** Offset of the first bracket outside a string that is nested deeper than `limit`. */
function firstTooDeep(text: string, limit: number): number | undefined {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (inString) {
      if (unit === 0x5c) index += 1
      else if (unit === 0x22 || unit === 0x0a || unit === 0x0d) inString = false
    } else if (unit === 0x22) inString = true
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1
      if (depth > limit) return index
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1
  }
  return undefined
}
