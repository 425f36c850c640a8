import { expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { concernsWorkflow, placesOf } from './places.ts'
import { byWeight, weightOf } from './weight.ts'

const vacant: Finding = {
  kind: 'duty-vacant',
  severity: 'warning',
  town: 'shiling',
  duty: 'D11',
  steps: [
    { workflow: 'homestead', step: 'water' },
    { workflow: 'tree', step: 'river' },
  ],
}
const unused: Finding = { kind: 'unused-field', severity: 'info', workflow: 'tree', field: 'wet' }
const broken: Finding = { kind: 'dead-end', severity: 'error', workflow: 'tree', step: 'river' }

test('one vacancy is one finding at every step that asks for the duty', () => {
  expect(placesOf(vacant)).toHaveLength(2)
  expect(concernsWorkflow(vacant, 'homestead')).toBe(true)
  expect(concernsWorkflow(unused, 'homestead')).toBe(false)
})

test('steps named within one workflow are places of it', () => {
  expect(placesOf({ ...unused, kind: 'unknown-duty', steps: ['a', 'b'] })).toEqual([
    { workflow: 'tree', step: 'a' },
    { workflow: 'tree', step: 'b' },
  ])
})

test('a vacancy is shown as a gap and stands first', () => {
  expect(weightOf(vacant)).toBe('gap')
  expect(byWeight([unused, broken, vacant])).toEqual([vacant, broken, unused])
})
