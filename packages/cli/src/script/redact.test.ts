import type { Refusal } from '@yichuang/engine'
import { expect, test } from 'vitest'
import { permit } from '../testing/small-files.ts'
import { redacted } from './redact.ts'

test('a refusal that shows data leaves the sensitive fields out', () => {
  const refusal: Refusal = {
    kind: 'condition-not-met',
    step: 'window',
    action: 'accept',
    when: 'area > 0',
    data: { area: 0, phone: '13800000000' },
  }
  expect(redacted(refusal, permit)).toEqual({ ...refusal, data: { area: 0 } })
})

test('a sensitive value that does not fit is not shown; another one is', () => {
  const wrong = (field: string): Refusal => ({
    kind: 'value-does-not-fit',
    field,
    fault: { kind: 'value-not-in-choice', value: '13800000000', of: ['a'] },
  })
  expect(JSON.stringify(redacted(wrong('phone'), permit))).not.toContain('138')
  expect(redacted(wrong('area'), permit)).toEqual(wrong('area'))
})
