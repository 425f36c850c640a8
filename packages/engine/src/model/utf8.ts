import type { Result } from './result.ts'
import { fail, ok } from './result.ts'

/** Why bytes are not UTF-8, with the offset of the first wrong byte. */
export interface EncodingProblem {
  readonly offset: number
  readonly maybe?: 'gbk' | 'utf-16'
}

/** Decodes UTF-8 strictly: overlong forms, surrogates and broken sequences are refused. */
export function decodeUtf8(bytes: Uint8Array): Result<string, EncodingProblem> {
  const parts: string[] = []
  let units: number[] = []
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return fail({ offset: at, ...looksLike(bytes) })
    pushUnits(units, codePointAt(bytes, at, length))
    at += length
    if (units.length > 8000) {
      parts.push(String.fromCharCode(...units))
      units = []
    }
  }
  parts.push(String.fromCharCode(...units))
  return ok(parts.join(''))
}

/** How many bytes a text takes in UTF-8. A lone surrogate counts as three. */
export function utf8Length(text: string): number {
  let length = text.length
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) continue
    if (unit < 0x800) length += 1
    else if (unit >= 0xd800 && unit < 0xdc00 && isLow(text.charCodeAt(index + 1))) {
      length += 2
      index += 1
    } else length += 2
  }
  return length
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}

function pushUnits(units: number[], point: number): void {
  if (point < 0x10000) units.push(point)
  else units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff))
}

/** Length of the well-formed sequence at `at`, or 0 (The Unicode Standard, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  const second = bytes[at + 1] ?? 0
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let index = 2; index < length; index++) {
    if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return length
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  const lead = bytes[at] ?? 0
  if (length === 1) return lead
  let point = lead & (0xff >> (length + 1))
  for (let index = 1; index < length; index++) {
    point = (point << 6) | ((bytes[at + index] ?? 0) & 0x3f)
  }
  return point
}

function looksLike(bytes: Uint8Array): { maybe?: 'gbk' | 'utf-16' } {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { maybe: 'utf-16' }
  }
  return isGbk(bytes) ? { maybe: 'gbk' } : {}
}

/** Whether every byte fits GBK's shape: ASCII, or a lead 81–FE with a trail 40–FE other than 7F. */
function isGbk(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    at += 1
    const trail = bytes[at] ?? 0
    if (lead === 0x80 || lead === 0xff) return false
    if (trail < 0x40 || trail === 0x7f || trail === 0xff) return false
  }
  return true
}
