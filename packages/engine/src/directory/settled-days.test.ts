import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DaySpan, isInForce } from './in-force.ts'
import { isSameDays, settledDays } from './settled-days.ts'

const settledUntil = '2026-03-20'
const month = Array.from({ length: 28 }, (_, at) => `2026-03-${String(at + 1).padStart(2, '0')}`)
const past = month.filter((day) => day <= settledUntil)

const span: fc.Arbitrary<DaySpan> = fc
  .tuple(fc.option(fc.constantFrom(...month)), fc.option(fc.constantFrom(...month)))
  .map(([from, to]) => ({ ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }))

const covered = (spans: readonly DaySpan[]) =>
  past.filter((day) => spans.some((one) => isInForce(one, day)))

describe('the settled days of some spans', () => {
  test.each<[readonly DaySpan[], readonly DaySpan[]]>([
    [[], []],
    [[{}], [{ to: settledUntil }]],
    [[{ from: '2026-03-21' }], []],
    [[{ from: '2026-03-10', to: '2026-03-01' }], []],
    [[{ from: '2026-03-05', to: '2026-03-09' }, { to: '2026-03-05' }], [{ to: '2026-03-09' }]],
    [
      [
        { from: '2026-03-01', to: '2026-03-19' },
        { from: '2026-03-03', to: '2026-03-04' },
      ],
      [{ from: '2026-03-01', to: '2026-03-19' }],
    ],
  ])('%j are %j', (spans, expected) => {
    expect(settledDays(spans, settledUntil)).toEqual(expected)
  })

  test('are the days that the spans cover, no more and no fewer', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 5 }), (spans) => {
        expect(covered(settledDays(spans, settledUntil))).toEqual(covered(spans))
      }),
    )
  })

  test('differ whenever a settled day differs', () => {
    const spans = fc.array(span, { maxLength: 4 })
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        if (covered(a).join() === covered(b).join()) return
        expect(isSameDays(settledDays(a, settledUntil), settledDays(b, settledUntil))).toBe(false)
      }),
    )
  })
})
