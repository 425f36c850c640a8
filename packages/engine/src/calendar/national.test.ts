import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { addDays, weekday } from './civil-day.ts'
import { NATIONAL } from './generated/national.ts'
import { national } from './sample-calendars.ts'

interface SourceYear {
  readonly holidays: Readonly<Record<string, string>>
  readonly workdays: Readonly<Record<string, string>>
}

const manifest = createRequire(import.meta.url).resolve('chinese-days/package.json')
const sourceFile = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, `file://${manifest}`), 'utf8'))

const years = Array.from({ length: 23 }, (_, index) => 2004 + index)

describe('the bundled national table', () => {
  test('holds the years 2004 to 2026 of the version that is installed', () => {
    expect(Object.keys(NATIONAL.years).map(Number)).toEqual(years)
    expect(NATIONAL.edition).toBe(2026)
    expect(sourceFile('package.json')).toMatchObject({
      name: NATIONAL.source,
      version: NATIONAL.version,
    })
  })

  test.each(years)('every day of %i is a rest day or a working day as in the source', (year) => {
    const { holidays, workdays } = sourceFile(`dist/years/${year}.json`) as SourceYear
    const isWorked = (day: string) => day in workdays || (!(day in holidays) && weekday(day) <= 5)
    const wrong: string[] = []
    let days = 0
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      if (national.isWorkingDay(day) !== isWorked(day)) wrong.push(day)
      days++
    }
    expect(wrong).toEqual([])
    expect(days).toBe(year % 4 === 0 ? 366 : 365)
  })
})
