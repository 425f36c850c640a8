import { describe, expect, test } from 'vitest'
import { homesteadReference } from '../testing/homestead-reference.ts'
import {
  calendarExample,
  catalogueExample,
  directoryExample,
  peopleExample,
  suiteExample,
  tableExample,
  workspaceExample,
} from '../testing/model-examples.ts'
import type { ModelFault } from './fault.ts'
import { formatFile, formatWorkflow } from './pretty.ts'
import {
  readCalendar,
  readCatalogue,
  readDirectory,
  readPeople,
  readSuite,
  readTable,
  readWorkflow,
  readWorkflowWithPlaces,
  readWorkspaceInfo,
} from './read-model.ts'
import type { Result } from './result.ts'

const text = formatWorkflow(homesteadReference)

function faultsOf(read: Result<unknown, readonly ModelFault[]>): readonly ModelFault[] {
  return read.ok ? [] : read.error
}

/** The reference with one piece of its text replaced. */
function changed(piece: string, by: string): readonly ModelFault[] {
  if (!text.includes(piece)) throw new Error(`homestead has no ${piece}`)
  return faultsOf(readWorkflow(text.replace(piece, by), 'homestead.json'))
}

describe('files of a workspace', () => {
  test('the homestead of the language reads as itself', () => {
    expect(readWorkflow(JSON.stringify(homesteadReference))).toEqual({
      ok: true,
      value: homesteadReference,
    })
  })

  test.each([
    ['workspace', readWorkspaceInfo, workspaceExample, formatFile('workspace', workspaceExample)],
    ['directory', readDirectory, directoryExample, formatFile('directory', directoryExample)],
    ['people', readPeople, peopleExample, formatFile('people', peopleExample)],
    ['catalogue', readCatalogue, catalogueExample, formatFile('catalogue', catalogueExample)],
    ['calendar', readCalendar, calendarExample, formatFile('calendar', calendarExample)],
    ['table', readTable, tableExample, formatFile('table', tableExample)],
    ['suite', readSuite, suiteExample, formatFile('suite', suiteExample)],
  ] as const)(
    'a full %s reads as itself; an unknown key is refused with the nearest known one',
    (kind, read, example, formatted) => {
      expect(read(formatted)).toEqual({ ok: true, value: example })

      const misspelt = formatted.replace('"format"', '"formatt": 1,\n  "format"')
      expect(faultsOf(read(misspelt, `${kind}.json`))).toMatchObject([
        { kind: 'unknown-key', nearest: 'format', file: `${kind}.json`, at: 'formatt', line: 3 },
      ])
    },
  )

  test('a workflow can be read with the places of its text', () => {
    const read = readWorkflowWithPlaces(text)

    expect(read.ok && read.value.locate(['steps', 'village']).line).toBe(
      text.split('\n').findIndex((line) => line.startsWith('    "village"')) + 1,
    )
  })
})

describe('what the schema of a workflow refuses', () => {
  test.each([
    ['"opinion": "required"', '"opnion": "required"', { kind: 'unknown-key', nearest: 'opinion' }],
    ['"kind": "phase"', '"kind": "phas"', { kind: 'bad-value', nearest: 'phase' }],
    ['"kind": "phase",', '', { kind: 'missing-key', key: 'kind', at: 'steps.village.kind' }],
    ['"id": "homestead",', '', { kind: 'missing-key', key: 'id', line: 1, column: 1 }],
    ['"by": { "party"', '"by": { "partty"', { kind: 'unknown-key', nearest: 'party' }],
    [
      '"by": { "party": "applicant" }',
      '"by": 5',
      { kind: 'wrong-type', expected: ['object', 'list'] },
    ],
    ['"party": "applicant"', '"party": "aplicant"', { kind: 'bad-value', nearest: 'applicant' }],
    [
      '"to": "meeting"',
      '"to": "meeting", "result": "x"',
      { required: { rule: 'not-both', keys: ['to', 'result'] } },
    ],
    [
      '"submit":',
      '"return":',
      { required: { rule: 'not-reserved' }, at: 'steps.village.steps.apply.actions.return' },
    ],
    ['"clear":', '"take-back":', { required: { rule: 'not-reserved' } }],
    ['"submit":', '"Submit":', { required: { rule: 'form', form: 'action-id' } }],
    ['"member":', '"today":', { required: { rule: 'not-reserved' }, at: 'fields.today' }],
    ['"member":', '"plot-area":', { required: { rule: 'form', form: 'field-id' } }],
    ['"value": 5', '"value": -5', { found: -5, required: { rule: 'more-than', bound: 0 } }],
    ['"value": 5', '"value": true', { kind: 'wrong-type', expected: ['number', 'text'] }],
    [
      '"unit": "working-day"',
      '"unit": "working-days"',
      { kind: 'bad-value', nearest: 'working-day' },
    ],
    ['"max": 3', '"max": 1.5', { required: { rule: 'whole-number' } }],
    ['"max": 1000', '"max": -1', { required: { rule: 'in-order' }, at: 'fields.area.max' }],
    ['"share": "2/3"', '"share": "4/3"', { required: { rule: 'at-most', bound: 1 } }],
    ['"early": true', '"earl": true', { kind: 'unknown-key', nearest: 'early' }],
    [
      '"otherwise": true',
      '"early": true, "otherwise": true',
      { kind: 'unknown-key', key: 'early' },
    ],
    [
      '"kind": "decision",',
      '"kind": "decision", "table": "x",',
      { required: { rule: 'not-both', keys: ['rows', 'table'] } },
    ],
    ['"rows"', '"exits": {}, "rowz"', { kind: 'unknown-key', nearest: 'rows' }],
    ['"zh": "受理"', '"zh": ""', { required: { rule: 'size-at-least', bound: 1 } }],
    ['"format": 1', '"format": 2', { kind: 'unknown-format', found: 2, known: [1], line: 2 }],
    ['"format": 1', '"format": "1"', { kind: 'unknown-format', found: '1' }],
  ])('%s as %s', (piece, by, fault) => {
    const faults = changed(piece, by)

    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject(fault)
    expect(faults[0]?.file).toBe('homestead.json')
    expect(faults[0]?.line).toBeGreaterThan(0)
  })

  test('a file of another kind is one fault a cause, never more than a hundred', () => {
    const strange = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, 1]))

    expect(faultsOf(readWorkflow(JSON.stringify({ format: 1, ...strange })))).toHaveLength(100)
    expect(faultsOf(readWorkflow('[]'))).toMatchObject([{ kind: 'wrong-type', found: 'list' }])
    expect(faultsOf(readWorkflow('null'))).toMatchObject([{ kind: 'wrong-type', found: 'null' }])
  })

  test('32 blocks may stand in each other, 33 may not', () => {
    const nested = (levels: number) => {
      let step: object = { kind: 'task', by: { duty: 'D01' }, actions: {} }
      for (let level = levels; level > 0; level--) {
        step = {
          kind: 'phase',
          start: `p${level + 1}`,
          steps: { [`p${level + 1}`]: step },
          exits: {},
        }
      }
      return JSON.stringify({ ...homesteadReference, start: 'p1', steps: { p1: step } })
    }

    expect(readWorkflow(nested(32)).ok).toBe(true)
    expect(faultsOf(readWorkflow(nested(33)))).toMatchObject([
      { kind: 'too-deep', of: 'blocks', limit: 32 },
    ])
  })
})

describe('what the other schemas refuse', () => {
  test('a binding that ends before it begins, and a day that no calendar has', () => {
    const directory = formatFile('directory', directoryExample)

    expect(faultsOf(readDirectory(directory.replace('2026-12-31', '2025-12-31')))).toMatchObject([
      { kind: 'bad-value', required: { rule: 'in-order' } },
    ])
    expect(faultsOf(readDirectory(directory.replace('2026-12-31', '2026-02-29')))).toMatchObject([
      { kind: 'bad-value', found: '2026-02-29', required: { rule: 'form', form: 'date' } },
    ])
  })

  test('a table whose rule has a cell too few', () => {
    const table = { ...tableExample, rules: [{ when: ['-'], then: [] }] }

    expect(faultsOf(readTable(JSON.stringify(table)))).toMatchObject([
      { kind: 'bad-value', required: { rule: 'size-at-least', bound: 2 }, at: 'rules[0].then' },
    ])
  })

  test('office hours that overlap', () => {
    const officeHours = {
      spans: [
        ['08:00', '12:00'],
        ['11:30', '17:30'],
      ],
    }

    expect(
      faultsOf(readCalendar(JSON.stringify({ ...calendarExample, officeHours }))),
    ).toMatchObject([
      { kind: 'bad-value', required: { rule: 'in-order' }, at: 'officeHours.spans' },
    ])
  })
})
