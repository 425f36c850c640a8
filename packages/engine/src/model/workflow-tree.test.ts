import { describe, expect, test } from 'vitest'
import { homesteadReference } from '../testing/homestead-reference.ts'
import { eachBlock, eachStep, exitsOf, stageOf, stepOf, titleOf } from './workflow-tree.ts'

describe('the tree of a workflow', () => {
  test('every block has a name of its own, outer blocks first', () => {
    expect(eachBlock(homesteadReference).map(({ ref, kind }) => `${kind} ${ref}`)).toEqual([
      'root ',
      'phase village',
      'phase intake',
      'phase handling',
      'branch joint/agriculture',
      'branch joint/land',
      'branch joint/planning',
      'branch joint/water',
      'branch joint/hazard',
      'side handling/deferred-materials',
      'side handling/withdrawal',
      'phase issue',
      'phase after-care',
      'branch obligations/file',
      'branch obligations/visits',
    ])
  })

  test('homestead has 37 steps in 15 blocks', () => {
    expect(eachBlock(homesteadReference)).toHaveLength(15)
    expect(eachStep(homesteadReference)).toHaveLength(37)
  })

  test('a step knows its block and its place in the file', () => {
    const entry = stepOf(homesteadReference, 'agri-head')

    expect(entry?.block.ref).toBe('joint/agriculture')
    expect(entry?.path.join('.')).toBe(
      'steps.handling.steps.joint.branches.agriculture.steps.agri-head',
    )
    expect(stepOf(homesteadReference, 'nobody')).toBeUndefined()
  })

  test.each([
    ['decide', 'decision'],
    ['agri-head', 'review'],
    ['confirm-withdrawal', 'review'],
    ['visit-3', 'after-care'],
    ['notify', undefined],
  ])('the stage of %s is %s', (id, stage) => {
    const entry = stepOf(homesteadReference, id)

    expect(entry && stageOf(entry)).toBe(stage)
  })

  test('a step without a title goes by its id', () => {
    const intake = homesteadReference.steps['intake']
    const notify = homesteadReference.steps['notify']
    if (!intake || !notify) throw new Error('homestead has both')

    expect(titleOf('intake', intake)).toEqual({ zh: '受理' })
    expect(titleOf('notify', notify)).toEqual({ zh: 'notify' })
  })

  test('rows are exits by their number, the last one by its name', () => {
    const joint = stepOf(homesteadReference, 'joint')

    expect(joint && exitsOf(joint).map(({ exit }) => exit)).toEqual([
      'row-1',
      'row-2',
      'row-3',
      'otherwise',
    ])
  })
})
