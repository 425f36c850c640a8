import { createEngine } from '@yichuang/engine'
import { homesteadReference, smallRegisters, smallRelease } from '@yichuang/engine/testing'
import { expect, test } from 'vitest'
import { createMachine } from 'xstate'
import { exportXState } from './xstate-json.ts'

const release = smallRelease(homesteadReference)
const engine = createEngine(release, smallRegisters({ duties: ['D01', 'D06', 'D07', 'D08'] }))

interface Node {
  readonly id: string
  readonly states: Readonly<Record<string, Node>>
}

function statesOf({ id, states }: Node): readonly string[] {
  return [id, ...Object.values(states).flatMap(statesOf)]
}

test('the exported machine has the states and events of the engine’s machine', () => {
  const machine = createMachine(JSON.parse(exportXState(engine, 'homestead', 'east')))
  const original = engine.machine('homestead', 'east')

  expect(statesOf(machine.root)).toEqual(statesOf(original.root))
  expect([...machine.events].sort()).toEqual([...original.events].sort())
  expect([...machine.events].length).toBeGreaterThan(40)
})

test('the export names the release, the item and the town', () => {
  const { meta } = JSON.parse(exportXState(engine, 'homestead', 'east'))
  expect(meta).toEqual({
    release: release.hash,
    workflow: 'homestead',
    item: 'homestead',
    town: 'east',
  })
})

test('an item that the town does not offer is refused', () => {
  expect(() => exportXState(engine, 'nothing', 'east')).toThrow('unknown-item')
})
