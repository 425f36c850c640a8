import { describe, expect, test } from 'vitest'
import type { RunningLimit } from './due.ts'
import { lightOf } from './light.ts'
import { guangxi } from './sample-calendars.ts'

const at = (day: string, time = '10:00') => `2026-${day}T${time}:00+08:00`

const limit = (value: number, unit: RunningLimit['unit'] = 'working-day'): RunningLimit => ({
  value,
  unit,
  start: at('03-02'),
  excluded: [],
  calendar: guangxi,
  utcOffset: '+08:00',
})

describe('the supervision light', () => {
  test.each([
    ['of ten days, green at first', 10, at('03-03'), 'green'],
    ['of ten days, green while four are left', 10, at('03-11'), 'green'],
    ['of ten days, yellow from three left: thirty per cent', 10, at('03-12'), 'yellow'],
    ['of ten days, yellow on the due day until closing', 10, at('03-16', '18:00'), 'yellow'],
    ['of ten days, red after the last closing', 10, at('03-16', '18:01'), 'red'],
    ['of ten days, red ever after', 10, at('05-20'), 'red'],
    ['of three days, yellow one working day before the due date', 3, at('03-04'), 'yellow'],
    ['of three days, green two working days before it', 3, at('03-03'), 'green'],
    ['of one day, yellow from the start', 1, at('03-02'), 'yellow'],
    ['of no days, yellow on the same day', 0, at('03-02'), 'yellow'],
  ])('%s', (_, value, moment, light) => expect(lightOf(limit(value), moment)).toBe(light))

  test('of ten days over a weekend, the working day ahead is Monday', () => {
    expect(lightOf({ ...limit(3), start: at('03-04') }, at('03-05'))).toBe('green')
    expect(lightOf({ ...limit(3), start: at('03-04') }, at('03-07'))).toBe('yellow')
  })

  test('is blue while the clock stands still, and what it was before when asked for then', () => {
    const stopped = { ...limit(10), excluded: [{ from: at('03-12'), to: at('03-20') }] }
    expect(lightOf(stopped, at('03-11'))).toBe('green')
    expect(lightOf(stopped, at('03-12'))).toBe('blue')
    expect(lightOf(stopped, at('03-19'))).toBe('blue')
    expect(lightOf(stopped, at('03-20'))).toBe('yellow')
  })

  test('stays red when a stop comes too late', () => {
    const late = { ...limit(10), excluded: [{ from: at('03-17') }] }
    expect(lightOf(late, at('03-18'))).toBe('red')
  })

  test('of hours turns yellow by their share alone', () => {
    expect(lightOf(limit(10, 'hour'), at('03-02', '16:59'))).toBe('green')
    expect(lightOf(limit(10, 'hour'), at('03-02', '17:00'))).toBe('yellow')
    expect(lightOf(limit(10, 'hour'), at('03-02', '20:01'))).toBe('red')
  })
})
