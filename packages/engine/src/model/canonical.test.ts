import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, NotCanonicalError } from './canonical.ts'
import { hashOf } from './hash.ts'

/** A double by its bits, as appendix B of RFC 8785 gives its samples. */
function double(hex: string): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setBigUint64(0, BigInt(`0x${hex}`))
  return view.getFloat64(0)
}

describe('the canonical form of RFC 8785', () => {
  test('writes the sample of section 3.2.2', () => {
    const sample = {
      // biome-ignore lint/correctness/noPrecisionLoss: the sample asks for a number too long to hold.
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }

    expect(canonical(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('orders the keys of section 3.2.3 by their UTF-16 code units', () => {
    const sample = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }

    expect(Object.values(JSON.parse(canonical(sample)))).toHaveLength(7)
    expect(canonical(sample)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    )
  })

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the double %s of appendix B as %s', (bits, written) => {
    expect(canonical(double(bits))).toBe(written)
  })

  test.each([
    ['not a number', Number.NaN, 'not-finite'],
    ['infinity', [Number.POSITIVE_INFINITY], 'not-finite'],
    ['half a pair of surrogates', { a: '\ud800' }, 'lone-surrogate'],
    ['such a key', { '\udc00': 1 }, 'lone-surrogate'],
    ['undefined', { a: undefined }, 'not-json'],
    ['a big integer', 1n, 'not-json'],
  ])('has none for %s', (_, value, reason) => {
    expect(() => canonical(value)).toThrow(expect.objectContaining({ reason }))
    expect(() => canonical(value)).toThrow(NotCanonicalError)
  })

  test('does not depend on the order of keys, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const written = canonical(value)
        expect(canonical(reversed(value))).toBe(written)
        expect(canonical(JSON.parse(written))).toBe(written)
      }),
    )
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  const members = Object.entries(value).map(([key, member]) => [key, reversed(member)])
  return Object.fromEntries(members.reverse())
}

describe('the content hash', () => {
  test.each([
    [{}, 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'],
    ['', 'sha256:12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126'],
  ])('of %j is that of its canonical bytes', (value, hash) => {
    expect(hashOf(value)).toBe(hash)
  })

  test('counts Chinese text in UTF-8', async () => {
    const { createHash } = await import('node:crypto')
    const expected = createHash('sha256').update('{"zh":"受理😀"}', 'utf8').digest('hex')

    expect(hashOf({ zh: '受理😀' })).toBe(`sha256:${expected}`)
  })
})
