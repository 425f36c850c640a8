import { describe, expect, test } from 'vitest'
import { calendarExample, directoryExample, peopleExample } from '../testing/model-examples.ts'
import { hashOf } from './hash.ts'
import { formatFile } from './pretty.ts'
import { makeRegisters, readRegisters } from './read-registers.ts'

const directory = formatFile('directory', directoryExample)
const people = formatFile('people', peopleExample)
const calendar = formatFile('calendar', calendarExample)

describe('the registers', () => {
  test('carry the edition number and the content hash of each', () => {
    const registers = makeRegisters(directoryExample, peopleExample, calendarExample)

    const { $schema: _schema, ...content } = peopleExample
    expect(registers.editions.people).toEqual({ number: 2, hash: hashOf(content) })
    expect(registers.editions.directory.number).toBe(3)
    expect(registers.editions.calendar.number).toBe(4)
    expect(readRegisters(directory, people, calendar)).toEqual({ ok: true, value: registers })
  })

  test('report the faults of all three files together', () => {
    const read = readRegisters(
      directory.replace('"lead"', '"led"'),
      people.replace('"holds"', '"hold"'),
      calendar.slice(0, 100),
    )

    expect(!read.ok && read.error.map(({ file, kind }) => `${file} ${kind}`)).toEqual([
      'directory.json bad-value',
      'people.json unknown-key',
      'calendar.json syntax',
    ])
  })
})
