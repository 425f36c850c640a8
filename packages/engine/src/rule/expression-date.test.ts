import { describe, expect, test } from 'vitest'
import type { Field, Value } from '../model/field.ts'
import { compileExpression } from './expression.ts'

const fields: Readonly<Record<string, Field>> = {
  due: { type: 'date' },
  households: { type: 'number', scale: 0 },
  applicant: { type: 'text' },
}

function answer(text: string): Value {
  const compiled = compileExpression(text, { fields })
  if (!compiled.ok) {
    throw new Error(`${text}: ${JSON.stringify(compiled.error)}`)
  }
  const data = { due: '2026-01-31', households: 7, applicant: '张三' }
  return compiled.value.evaluate(data, { now: '2026-03-10T09:30:00+08:00' })
}

describe('days are counted on the calendar', () => {
  test.each<[string, Value]>([
    ['today()', '2026-03-10'],
    ['due + duration("P1M")', '2026-02-28'],
    ['date("2024-02-29") + duration("P1Y")', '2025-02-28'],
    ['date("2024-01-31") + duration("P1M")', '2024-02-29'],
    ['due - duration("P1M")', '2025-12-31'],
    ['due + duration("P3D")', '2026-02-03'],
    ['duration("P3D") + due', '2026-02-03'],
    ['due + @"P1D" * households', '2026-02-07'],
    ['date("2026-01-01") + duration("PT36H")', '2026-01-02'],
    ['date("2026-01-01") - duration("PT1H")', '2025-12-31'],
    ['date("9999-12-31") + duration("P1D")', null],
    ['today() - due', 'P38D'],
    ['(today() - due).days', 38],
    ['(due - today()).days', -38],
    ['today() - due > duration("P30D")', true],
    ['(today() - due) / duration("P1D")', 38],
    ['due.year', 2026],
    ['due.month', 1],
    ['due.day', 31],
    ['due.weekday', 6],
    ['day of week(due)', 'Saturday'],
    ['date(2026, 2, 29)', null],
    ['date(2024, 2, 29)', '2024-02-29'],
    ['date(applicant)', null],
    ['years and months duration(due, today())', 'P1M'],
    ['years and months duration(today(), due)', '-P1M'],
    ['years and months duration(date("2000-02-29"), today()).years', 26],
    ['duration("P1Y2M") = duration("P14M")', true],
    ['duration("P1DT12H") * 2', 'P3D'],
    ['duration("P1D") / 2', 'PT12H'],
    ['-duration("P1D")', '-P1D'],
    ['duration("PT0S")', 'PT0S'],
  ])('%s', (text, expected) => {
    expect(answer(text)).toEqual(expected)
  })
})

describe('an instant is read at the offset of the command', () => {
  test.each<[string, Value]>([
    ['now()', '2026-03-10T09:30:00+08:00'],
    ['now() > date and time("2026-03-10T09:00:00")', true],
    ['now() = date and time("2026-03-10T01:30:00Z")', true],
    ['now() = @"2026-03-10T01:30:00Z"', true],
    ['now() + duration("PT30M")', '2026-03-10T10:00:00+08:00'],
    ['now() - date and time("2026-03-09")', 'P1DT9H30M'],
    ['date(now())', '2026-03-10'],
    ['date(date and time("2026-03-09T16:00:00Z"))', '2026-03-10'],
    ['now() + duration("P1M")', '2026-04-10T09:30:00+08:00'],
    ['now().day', 10],
  ])('%s', (text, expected) => {
    expect(answer(text)).toEqual(expected)
  })
})
