import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonFault } from './fault.ts'
import { readJson } from './read-json.ts'

function faultsOf(source: string | Uint8Array, options = {}): readonly JsonFault[] {
  const read = readJson(source, options)
  return read.ok ? [] : read.error
}

describe('the door for text', () => {
  test('reads plain JSON and tells where each value stands', () => {
    const read = readJson('{\n  "steps": {\n    "window": [1, {"to": "end"}]\n  }\n}')

    if (!read.ok) throw new Error('refused')
    expect(read.value.value).toEqual({ steps: { window: [1, { to: 'end' }] } })
    expect(read.value.locate(['steps', 'window'])).toEqual({ line: 3, column: 5 })
    expect(read.value.locate(['steps', 'window', 1, 'to'])).toEqual({ line: 3, column: 20 })
    expect(read.value.locate(['steps', 'missing', 'x'])).toEqual({ line: 2, column: 3 })
    expect(read.value.locate([])).toEqual({ line: 1, column: 1 })
  })

  test('accepts a byte order mark and the line ends of Windows', () => {
    expect(readJson('\uFEFF{"a":\r\n1}')).toMatchObject({ ok: true, value: { value: { a: 1 } } })
    expect(readJson(new Uint8Array([0xef, 0xbb, 0xbf, 0x31]))).toMatchObject({ ok: true })
    expect(faultsOf('\uFEFF{\r\n"a":\r\nx}')).toMatchObject([{ line: 3, column: 1 }])
  })

  test.each([
    ['', 'empty', 1, 1],
    ['{"a": [1, 2,', 'unexpected-end', 1, 13],
    ['{"a": "b', 'unexpected-end', 1, 7],
    ['{"a":\n  {"b": 1', 'unexpected-end', 2, 10],
    ['{"a": "b\n"}', 'unclosed-string', 1, 7],
    ['[1,]', 'trailing-comma', 1, 4],
    ['{"a": 1,\n}', 'trailing-comma', 2, 1],
    ['{"a" 1}', 'colon-expected', 1, 6],
    ['{a: 1}', 'bad-word', 1, 2],
    ['{1: 1}', 'key-expected', 1, 2],
    ['[1 2]', 'comma-expected', 1, 4],
    ['[}', 'value-expected', 1, 2],
    ['1 2', 'trailing-content', 1, 3],
    ['01', 'trailing-content', 1, 2],
    ['[1.]', 'bad-number', 1, 2],
    ['[1e999]', 'number-out-of-range', 1, 2],
    ['// note\n1', 'comment', 1, 1],
    ['["\\x"]', 'bad-escape', 1, 2],
    ['["\\u12"]', 'bad-escape', 1, 2],
    ['["a\tb"]', 'bad-character', 1, 2],
    ['["\\ud800"]', 'lone-surrogate', 1, 2],
    ['[NaN]', 'bad-word', 1, 2],
  ])('refuses %j as %s at line %i, column %i', (text, reason, line, column) => {
    expect(faultsOf(text)).toMatchObject([{ kind: 'syntax', reason, line, column }])
  })

  test('tells where the object began that a broken-off text leaves open', () => {
    expect(faultsOf('{\n "a": [1,')).toMatchObject([{ opened: { line: 2, column: 7 }, at: 'a[1]' }])
  })

  test('names each key that stands twice, with both places', () => {
    const text = '{"steps": {\n  "window": 1,\n  "window": 2,\n  "window": 3}}'

    const first = { line: 2, column: 3 }
    expect(faultsOf(text, { file: 'w.json' })).toEqual([
      {
        kind: 'duplicate-key',
        key: 'window',
        first,
        file: 'w.json',
        path: ['steps', 'window'],
        at: 'steps.window',
        line: 3,
        column: 3,
      },
      expect.objectContaining({ kind: 'duplicate-key', first, line: 4 }),
    ])
  })

  test.each(['__proto__', 'constructor', 'prototype'])(
    'refuses the key %s wherever it stands',
    (key) => {
      expect(faultsOf(`{"a": [{\n "${key}": {"polluted": true}}]}`)).toMatchObject([
        { kind: 'forbidden-key', key, at: `a[0].${key}`, line: 2, column: 2 },
      ])
      expect(faultsOf(`{"\\u005f\\u005fproto__": 1}`)).toMatchObject([{ kind: 'forbidden-key' }])
    },
  )

  test('lists at most a hundred keys that stand twice', () => {
    expect(faultsOf(`{${'"a": 1, '.repeat(5000)}"a": 1}`)).toHaveLength(100)
  })
})

describe('a text that would overwhelm a reader', () => {
  test('20,000 nested blocks are refused at the first one too deep', () => {
    expect(faultsOf('{"steps":\n'.repeat(20_000))).toMatchObject([
      { kind: 'too-deep', of: 'brackets', limit: 200, line: 201, column: 1 },
    ])
    expect(readJson('['.repeat(200) + ']'.repeat(200)).ok).toBe(true)
    expect(faultsOf('[[[1]]]', { maxDepth: 2 })).toMatchObject([{ limit: 2, column: 3 }])
  })

  test('brackets inside texts are no nesting', () => {
    expect(readJson(`["${'[{\\"'.repeat(500)}"]`).ok).toBe(true)
  })

  test('50 MB of nonsense are refused by their size, or at the first word', () => {
    const nonsense = 'x'.repeat(50_000_000)

    const limit = 8 * 1024 * 1024
    expect(faultsOf(nonsense)).toMatchObject([{ kind: 'too-large', bytes: 50_000_000, limit }])
    expect(faultsOf(nonsense.slice(0, 5_000_000))).toMatchObject([
      { kind: 'syntax', reason: 'bad-word', line: 1, column: 1 },
    ])
  })

  test('size is counted in bytes of UTF-8', () => {
    expect(readJson('"审批"', { maxBytes: 8 }).ok).toBe(true)
    expect(faultsOf('"审批"', { maxBytes: 7 })).toMatchObject([{ kind: 'too-large', bytes: 8 }])
    expect(faultsOf('"😀"', { maxBytes: 5 })).toMatchObject([{ kind: 'too-large', bytes: 6 }])
  })
})

describe('the encoding of a text', () => {
  test('bytes of GBK are named as such, with the line where they begin', () => {
    const gbk = new Uint8Array([0x7b, 0x0a, 0x22, 0xc4, 0xe3, 0xba, 0xc3, 0x22, 0x3a, 0x31, 0x7d])

    expect(faultsOf(gbk)).toMatchObject([
      { kind: 'encoding', reason: 'invalid-utf8', maybe: 'gbk', line: 2, column: 2 },
    ])
  })

  test.each([
    ['a broken sequence', [0x22, 0xe4, 0xbd, 0x22], 'gbk'],
    ['an overlong form', [0x22, 0xe0, 0x80, 0x80, 0x22], undefined],
    ['a surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22], undefined],
    ['UTF-16', [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00], 'utf-16'],
  ])('refuses %s', (_, bytes, maybe) => {
    const [fault] = faultsOf(new Uint8Array(bytes))

    expect(fault).toMatchObject({ kind: 'encoding', reason: 'invalid-utf8' })
    expect(fault).toHaveProperty('line', 1)
    if (fault?.kind === 'encoding') expect(fault.maybe).toBe(maybe)
  })

  test('a text that lost its characters on the way is refused', () => {
    expect(faultsOf('{\n"title": "\uFFFD\uFFFD"}')).toMatchObject([
      { kind: 'encoding', reason: 'replacement-character', line: 2, column: 11 },
    ])
  })

  test('well-formed UTF-8 is decoded as the platform decodes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.includes('\uFFFD'))
        const bytes = new TextEncoder().encode(JSON.stringify(text))
        expect(readJson(bytes)).toMatchObject({ ok: true, value: { value: text } })
      }),
    )
  })
})

/** What the door refuses beyond JSON itself. */
function isOutside(text: string): boolean {
  return /__proto__|constructor|prototype|\uFFFD|\\u[dD][89a-fA-F]/.test(text)
}

describe('against the parser of the platform', () => {
  test('every JSON value reads as itself', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value, undefined, 1)
        fc.pre(!isOutside(text))
        expect(readJson(text)).toMatchObject({ ok: true })
        const read = readJson(text)
        expect(read.ok && JSON.stringify(read.value.value)).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  test('text cut, doubled or strewn with signs is refused exactly when the platform refuses it', () => {
    const sign = fc.constantFrom(...'{}[]:,"\\ \n0123-.eEtrufalsn/*')
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), fc.nat(3), sign, (value, at, cut, inserted) => {
        const whole = JSON.stringify(value)
        const place = at % (whole.length + 1)
        const text = whole.slice(0, place) + inserted + whole.slice(place + cut)
        fc.pre(!isOutside(text))
        const read = readJson(text)
        const own = read.ok || read.error.every(({ kind }) => kind === 'duplicate-key')
        expect(own || read.error.some(isRange)).toBe(
          isJson(text) || (!read.ok && read.error.some(isRange)),
        )
      }),
      { numRuns: 1000 },
    )
  })
})

function isRange(fault: JsonFault): boolean {
  return fault.kind === 'syntax' && fault.reason === 'number-out-of-range'
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
