import { expect, test } from 'vitest'
import { reservedFieldName } from './reserved.ts'

test.each(['in', 'item', 'today', 'date', 'duration', 'sum', 'constructor', '__proto__'])(
  'a field may not be called %s',
  (id) => {
    expect(reservedFieldName(id)).toBe(true)
  },
)

test.each(['amount', 'dueDate', 'items', 'todayNote'])('a field may be called %s', (id) => {
  expect(reservedFieldName(id)).toBe(false)
})
