import type { JSONScanner } from 'jsonc-parser'
import { createScanner } from 'jsonc-parser'
import type { JsonPath, JsonProblem, SyntaxReason } from './fault.ts'
import type { Json } from './json.ts'
import { positionAt } from './json-text.ts'

/** A problem found while parsing: where in the text, and at which path. */
export interface Found {
  readonly problem: JsonProblem
  readonly offset: number
  readonly path: JsonPath
}

export interface Parsed {
  readonly value: Json
  readonly found: readonly Found[]
}

/** Keys that reach an object's prototype in JavaScript. */
const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype']

/** Beyond this many, further duplicate and forbidden keys are not listed. */
const MOST_FOUND = 100

// The scanner's token and error numbers are a `const enum` that isolated modules cannot read.
const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  space: 15,
  unknown: 16,
  end: 17,
}

const SCAN_ERRORS: readonly (SyntaxReason | undefined)[] = [
  undefined,
  'comment',
  'unclosed-string',
  'bad-number',
  'bad-escape',
  'bad-escape',
  'bad-character',
]

/** A character of the surrogate range that has no partner. */
export const LONE_SURROGATE: RegExp = /\p{Cs}/u

interface ObjectFrame {
  readonly kind: 'object'
  readonly value: Record<string, Json>
  readonly opened: number
  readonly keys: Map<string, number>
  key: string | undefined
}

interface ListFrame {
  readonly kind: 'list'
  readonly value: Json[]
  readonly opened: number
}

/**
 * Parses JSON (RFC 8259) without recursion, so that no depth of nesting can exhaust the stack. Stops
 * at the first syntax error; duplicate and forbidden keys are collected up to there.
 */
export function parseStrict(text: string): Parsed {
  return new StrictParser(text).parse()
}

class StrictParser {
  readonly #text: string
  readonly #scanner: JSONScanner
  readonly #found: Found[] = []
  readonly #frames: (ObjectFrame | ListFrame)[] = []
  #token = 0
  #root: Json = null
  #expects: 'value' | 'key' | 'member' | 'end' | 'nothing' = 'value'

  constructor(text: string) {
    this.#text = text
    this.#scanner = createScanner(text, false)
  }

  parse(): Parsed {
    this.#next()
    if (this.#token === TOKEN.end) this.#halt('empty')
    while (this.#expects !== 'nothing') this.#step()
    return { value: this.#root, found: this.#found }
  }

  #step(): void {
    if (this.#expects === 'value') this.#value()
    else if (this.#expects === 'key') this.#key()
    else if (this.#expects === 'member') this.#member()
    else if (this.#token === TOKEN.end) this.#expects = 'nothing'
    else this.#halt('trailing-content')
  }

  /** Steps to the next token that is not white space; a broken token halts. */
  #next(): void {
    do this.#token = this.#scanner.scan()
    while (this.#token === TOKEN.space || this.#token === TOKEN.lineBreak)
    const error = SCAN_ERRORS[this.#scanner.getTokenError()]
    const isComment = this.#token === TOKEN.lineComment || this.#token === TOKEN.blockComment
    if (error) this.#halt(error)
    else if (isComment) this.#halt('comment')
    else if (this.#token === TOKEN.unknown) this.#halt('bad-word')
  }

  #halt(reason: SyntaxReason): void {
    if (this.#expects === 'nothing') return
    this.#expects = 'nothing'
    const brokenOff =
      reason !== 'empty' && (this.#token === TOKEN.end || this.#isCutOffString(reason))
    const frame = this.#frames.at(-1)
    this.#report({
      kind: 'syntax',
      reason: brokenOff ? 'unexpected-end' : reason,
      ...(brokenOff && frame ? { opened: positionAt(this.#text, frame.opened) } : {}),
    })
  }

  #isCutOffString(reason: SyntaxReason): boolean {
    return reason === 'unclosed-string' && this.#scanner.getPosition() >= this.#text.length
  }

  #report(problem: JsonProblem): void {
    const path = this.#frames.flatMap((frame): (string | number)[] => {
      if (frame.kind === 'list') return [frame.value.length]
      return frame.key === undefined ? [] : [frame.key]
    })
    this.#found.push({ problem, offset: this.#scanner.getTokenOffset(), path })
  }

  #value(): void {
    if (this.#token === TOKEN.openBrace) this.#openObject()
    else if (this.#token === TOKEN.openBracket) this.#openList()
    else this.#scalar()
  }

  #openObject(): void {
    const opened = this.#scanner.getTokenOffset()
    this.#frames.push({ kind: 'object', value: {}, opened, keys: new Map(), key: undefined })
    this.#expects = 'key'
    this.#next()
    if (this.#token === TOKEN.closeBrace) this.#close()
  }

  #openList(): void {
    this.#frames.push({ kind: 'list', value: [], opened: this.#scanner.getTokenOffset() })
    this.#next()
    if (this.#token === TOKEN.closeBracket) this.#close()
  }

  #scalar(): void {
    const value = this.#scalarValue()
    if (value === undefined) this.#halt('value-expected')
    else this.#put(value)
  }

  #scalarValue(): Json | undefined {
    if (this.#token === TOKEN.string) return this.#string()
    if (this.#token === TOKEN.number) return this.#number()
    if (this.#token === TOKEN.true) return true
    if (this.#token === TOKEN.false) return false
    if (this.#token === TOKEN.null) return null
    return undefined
  }

  #string(): string {
    const value = this.#scanner.getTokenValue()
    if (LONE_SURROGATE.test(value)) this.#halt('lone-surrogate')
    return value
  }

  #number(): number {
    const value = Number(this.#scanner.getTokenValue())
    if (!Number.isFinite(value)) this.#halt('number-out-of-range')
    // JSON's -0 has no use here, and the canonical form writes it as 0.
    return value === 0 ? 0 : value
  }

  /** Gives a finished value to the frame that holds it and steps on. */
  #put(value: Json): void {
    if (this.#expects === 'nothing') return
    const frame = this.#frames.at(-1)
    if (!frame) this.#root = value
    else if (frame.kind === 'list') frame.value.push(value)
    else {
      if (frame.key !== undefined && !FORBIDDEN_KEYS.includes(frame.key)) {
        frame.value[frame.key] = value
      }
      frame.key = undefined
    }
    this.#expects = frame ? 'member' : 'end'
    this.#next()
  }

  #close(): void {
    const frame = this.#frames.pop()
    if (frame) this.#put(frame.value)
  }

  /** After a value: a comma and the next member, or the closing bracket. */
  #member(): void {
    const isObject = this.#frames.at(-1)?.kind === 'object'
    const closing = isObject ? TOKEN.closeBrace : TOKEN.closeBracket
    if (this.#token === closing) {
      this.#close()
      return
    }
    if (this.#token !== TOKEN.comma) {
      this.#halt('comma-expected')
      return
    }
    this.#expects = isObject ? 'key' : 'value'
    this.#next()
    if (this.#token === closing) this.#halt('trailing-comma')
  }

  #key(): void {
    const frame = this.#frames.at(-1)
    if (frame?.kind !== 'object' || this.#token !== TOKEN.string) {
      this.#halt('key-expected')
      return
    }
    frame.key = this.#string()
    this.#checkKey(frame, frame.key)
    this.#next()
    if (this.#token !== TOKEN.colon) {
      this.#halt('colon-expected')
      return
    }
    if (this.#expects === 'key') this.#expects = 'value'
    this.#next()
  }

  #checkKey(frame: ObjectFrame, key: string): void {
    const first = frame.keys.get(key)
    if (first === undefined) frame.keys.set(key, this.#scanner.getTokenOffset())
    if (this.#found.length >= MOST_FOUND) return
    if (FORBIDDEN_KEYS.includes(key)) this.#report({ kind: 'forbidden-key', key })
    else if (first !== undefined) {
      this.#report({ kind: 'duplicate-key', key, first: positionAt(this.#text, first) })
    }
  }
}
