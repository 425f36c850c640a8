import { describe, expect, test } from 'vitest'
import { homesteadReference } from '../testing/homestead-reference.ts'
import { checkReferences } from './check-references.ts'
import type { ModelFault } from './fault.ts'
import { formatWorkflow } from './pretty.ts'
import { readWorkflowWithPlaces } from './read-model.ts'

const text = formatWorkflow(homesteadReference)
const lines = text.split('\n')

/** Line of the first text that begins so, from 1. */
function lineOf(start: string): number {
  return lines.findIndex((line) => line.trimStart().startsWith(start)) + 1
}

function change(piece: string, by: string): string {
  if (!text.includes(piece)) throw new Error(`homestead has no ${piece}`)
  return text.replace(piece, by)
}

/** What a person is told about a file: everything from the text to its references. */
function faultsOf(source: string): readonly ModelFault[] {
  const read = readWorkflowWithPlaces(source, 'workflows/homestead.json')
  if (!read.ok) return read.error
  return checkReferences(read.value.value, {
    file: 'workflows/homestead.json',
    locate: read.value.locate,
  })
}

describe('a file that somebody broke', () => {
  test.each([
    ['cut off in the middle', lines.slice(0, 40).join('\n'), 'syntax', 40],
    [
      'with an unknown key',
      change('"start": "village"', '"strat": "village"'),
      'unknown-key',
      lineOf('"start": "village"'),
    ],
    [
      'with one key twice',
      change('"start": "village",', '"start": "village", "start": "village",'),
      'duplicate-key',
      lineOf('"start": "village"'),
    ],
    [
      'with one step id twice',
      change('"water-opinion": {', '"notify": {').replace(
        '"start": "water-opinion"',
        '"start": "notify"',
      ),
      'duplicate-step',
      lineOf('"water-opinion": {'),
    ],
    [
      'with an arrow to nowhere',
      change('"to": "village-check"', '"to": "vilage-check"'),
      'unknown-target',
      lineOf('"clear"'),
    ],
    [
      'with an arrow across a block border',
      change('"decline": {\n', '"decline": {\n                "to": "notify",\n').replace(
        '"result": "not-accepted",\n              "opinion"',
        '"opinion"',
      ),
      'arrow-across-blocks',
      undefined,
    ],
    [
      'with a cycle that nobody works in',
      change('"otherwise": { "to": "decide" }', '"otherwise": { "to": "meeting-needed" }'),
      'cycle-without-leaf',
      lineOf('"meeting-needed": {'),
    ],
    [
      'with one field written by two branches',
      change('"data": { "read": ["landClass"] }', '"data": { "edit": ["member"] }').replace(
        '"data": { "read": ["nearWater"] }',
        '"data": { "edit": ["member"] }',
      ),
      'field-edited-twice',
      lineOf('"data": { "read": ["nearWater"] }'),
    ],
    [
      'with a key that reaches a prototype',
      change('"start": "village"', '"__proto__": {}, "start": "village"'),
      'forbidden-key',
      lineOf('"start": "village"'),
    ],
    ['with 20,000 nested blocks', '{"steps":\n'.repeat(20_000), 'too-deep', 201],
    ['of 50 MB of nonsense', 'x'.repeat(50_000_000), 'too-large', undefined],
  ])('%s', (_, source, kind, line) => {
    const faults = faultsOf(source)

    const fault = faults.find((one) => one.kind === kind)
    expect(fault).toMatchObject({ kind, file: 'workflows/homestead.json' })
    if (line !== undefined) expect(fault?.line).toBe(line)
    expect(faults.length).toBeLessThan(4)
  })

  test('gives the path of the fault too', () => {
    expect(faultsOf(change('"to": "village-check"', '"to": "vilage-check"'))).toMatchObject([
      {
        kind: 'unknown-target',
        nearest: 'village-check',
        path: ['steps', 'village', 'steps', 'notice', 'answers', 'clear', 'to'],
        at: 'steps.village.steps.notice.answers.clear.to',
      },
    ])
  })
})
