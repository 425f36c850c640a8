import { expect, test } from 'vitest'
import type { Field, Value } from '../model/field.ts'
import { type FitFault, fitValue } from './fit-value.ts'

test.each<[Field, Value]>([
  [{ type: 'money' }, 1200.55],
  [{ type: 'money' }, null],
  [{ type: 'number', scale: 3 }, 0.125],
  [{ type: 'number' }, 1 / 3],
  [{ type: 'number', min: 1, max: 3 }, 3],
  [{ type: 'boolean' }, false],
  [{ type: 'date' }, '2024-02-29'],
  [{ type: 'text', maxLength: 2 }, '𠮷野'],
  [{ type: 'choice', of: ['a'] }, 'a'],
  [{ type: 'list', of: 'date' }, ['2026-01-01']],
])('a %o takes %o as it is', (field, value) => {
  expect(fitValue(field, value)).toEqual({ ok: true, value })
})

test.each<[Field, Value, FitFault]>([
  [{ type: 'money' }, 1.005, { kind: 'scale', allowed: 2, value: 1.005 }],
  [{ type: 'money', scale: 0 }, 1.5, { kind: 'scale', allowed: 0, value: 1.5 }],
  [{ type: 'money' }, '1', { kind: 'wrong-type', expected: 'number' }],
  [{ type: 'number' }, Number.POSITIVE_INFINITY, { kind: 'not-finite' }],
  [{ type: 'number', min: 1 }, 0, { kind: 'too-small', min: 1, value: 0 }],
  [{ type: 'number', max: 1 }, 2, { kind: 'too-large', max: 1, value: 2 }],
  [{ type: 'boolean' }, 1, { kind: 'wrong-type', expected: 'boolean' }],
  [{ type: 'date' }, '2026-02-29', { kind: 'no-such-day', value: '2026-02-29' }],
  [{ type: 'date' }, 20260101, { kind: 'wrong-type', expected: 'date' }],
  [{ type: 'text', maxLength: 1 }, 'ab', { kind: 'too-long', maxLength: 1, found: 2 }],
  [{ type: 'text' }, true, { kind: 'wrong-type', expected: 'text' }],
  [{ type: 'choice', of: ['a'] }, 'b', { kind: 'value-not-in-choice', value: 'b', of: ['a'] }],
  [{ type: 'list', of: 'number' }, 3, { kind: 'wrong-type', expected: 'list' }],
  [
    { type: 'list', of: 'money' },
    [1, 0.001],
    { kind: 'element', index: 1, fault: { kind: 'scale', allowed: 2, value: 0.001 } },
  ],
])('a %o refuses %o and changes nothing to make it fit', (field, value, error) => {
  expect(fitValue(field, value)).toEqual({ ok: false, error })
})
