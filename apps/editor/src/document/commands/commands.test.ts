import { describe, expect, test } from 'vitest'
import { stepOf } from '../block.ts'
import { exitsOf } from '../exit.ts'
import { SAMPLE } from '../sample.ts'
import { addStep } from './add-step.ts'
import { bindDuty } from './bind-duty.ts'
import { connect, connectNew } from './connect.ts'
import { deleteStep } from './delete-step.ts'
import { addAction, removeAction, setLead, setOpinion } from './edit-action.ts'
import { rename, setLimit, setPersons, setSigning } from './edit-step.ts'
import { moveCard, tidy } from './layout.ts'
import type { Blank } from './new-step.ts'

const words = {
  task: { zh: '新步骤' },
  agree: { zh: '同意' },
  object: { zh: '不同意' },
  answered: { zh: '已答复' },
}
const blank = (kind: Blank['kind']): Blank => ({
  kind,
  title: { zh: '新' },
  words,
  by: { duty: 'D08' },
  calls: 'other',
})

describe('adding a step', () => {
  test('a step put behind another takes over its way on', () => {
    const added = addStep(SAMPLE, { after: 'intake' }, blank('task'))
    expect(added.ok && added.value.step).toBe('task-1')
    const next = added.ok ? added.value.workflow : SAMPLE
    expect(exitsOf(stepOf(next, 'intake') ?? fail())[0]?.arrow.to).toBe('task-1')
    expect(stepOf(next, 'task-1')).toEqual({
      kind: 'task',
      title: { zh: '新' },
      by: { duty: 'D08' },
      actions: { agree: { title: { zh: '同意' }, to: 'handling' } },
    })
  })

  test('a step put on an arrow with an outcome carries the outcome on', () => {
    const added = addStep(SAMPLE, { after: 'intake', exit: 'decline' }, blank('task'))
    const next = added.ok ? added.value.workflow : SAMPLE
    const [, decline] = exitsOf(stepOf(next, 'intake') ?? fail())
    expect(decline?.arrow).toEqual({ to: 'task-1', opinion: 'required' })
    expect(exitsOf(stepOf(next, 'task-1') ?? fail())[0]?.arrow).toEqual({
      title: { zh: '同意' },
      result: 'closed',
      outcome: 'refused',
    })
  })

  test.each(['task', 'wait', 'service', 'call', 'decision', 'phase', 'parallel'] as const)(
    'a new %s stands in the block of the step before it',
    (kind) => {
      const added = addStep(SAMPLE, { after: 'decide' }, blank(kind))
      expect(added.ok).toBe(true)
      const handling = stepOf(added.ok ? added.value.workflow : SAMPLE, 'handling')
      expect(handling?.kind === 'phase' && Object.keys(handling.steps)).toContain(`${kind}-1`)
    },
  )
})

describe('connecting', () => {
  test('an exit can lead to another step of its block', () => {
    const next = connect(SAMPLE, { step: 'route', exit: 'otherwise' }, 'joint')
    expect(next.ok && exitsOf(stepOf(next.value, 'route') ?? fail()).at(-1)?.arrow.to).toBe('joint')
  })

  test.each([
    ['route', 'intake', 'other-block'],
    ['land-opinion', 'water-opinion', 'other-block'],
    ['decide', 'decide', 'same-step'],
    ['gone', 'decide', 'no-such-step'],
  ])('from %s to %s is refused: %s', (from, target, kind) => {
    expect(connectNew(SAMPLE, from, target, { zh: '新' })).toMatchObject({
      ok: false,
      error: { kind },
    })
  })

  test('a joint review takes no further arrow, for its exits are counted', () => {
    expect(connectNew(SAMPLE, 'joint', 'answer', { zh: '新' })).toMatchObject({
      ok: false,
      error: { kind: 'no-new-exit' },
    })
  })
})

describe('deleting', () => {
  test('what led to a step with one way on leads there', () => {
    const next = deleteStep(SAMPLE, 'answer')
    expect(next.ok && exitsOf(stepOf(next.value, 'decide') ?? fail())[1]?.arrow).toEqual({
      to: 'decide',
    })
  })

  test('a branch goes with its only step only while two others remain', () => {
    expect(deleteStep(SAMPLE, 'water-opinion')).toMatchObject({
      ok: false,
      error: { kind: 'only-step' },
    })
  })

  test('nobody is kept apart from a step that is gone, and no card keeps its place', () => {
    const next = deleteStep(SAMPLE, 'joint')
    const decide = next.ok ? stepOf(next.value, 'decide') : undefined
    expect(decide).not.toHaveProperty('separateFrom')
    expect(next.ok && next.value.layout).toEqual({ decide: { x: 8, y: 16 } })
  })
})

describe('settings', () => {
  test('a title is changed in one language only', () => {
    const next = rename(SAMPLE, 'intake', 'en', 'Window')
    expect(next.ok && stepOf(next.value, 'intake')?.title).toEqual({ zh: '受理', en: 'Window' })
  })

  test('two persons and a signing rule exclude each other', () => {
    const two = setPersons(SAMPLE, 'decide', 2)
    const voted = two.ok ? setSigning(two.value, 'decide', { rule: 'vote', share: '2/3' }) : two
    const step = voted.ok ? stepOf(voted.value, 'decide') : undefined
    expect(step).toMatchObject({ signing: { rule: 'vote' } })
    expect(step).not.toHaveProperty('persons')
  })

  test('a decision has no limit', () => {
    const limit = { value: 3, unit: 'working-day', basis: 'F01' } as const
    expect(setLimit(SAMPLE, 'route', limit)).toMatchObject({
      ok: false,
      error: { kind: 'wrong-kind' },
    })
  })

  test('the only answer of a wait stays', () => {
    expect(removeAction(SAMPLE, 'answer', 'given')).toMatchObject({
      ok: false,
      error: { kind: 'only-action' },
    })
  })

  test('a new action leads nowhere until somebody says where', () => {
    const added = addAction(SAMPLE, 'decide', { zh: '退回' })
    const led = added.ok
      ? setLead(added.value, { step: 'decide', exit: 'action-1' }, { to: 'route' })
      : added
    const asked = led.ok ? setOpinion(led.value, 'decide', 'action-1', 'required') : led
    expect(asked.ok && exitsOf(stepOf(asked.value, 'decide') ?? fail()).at(-1)?.arrow).toEqual({
      title: { zh: '退回' },
      to: 'route',
      opinion: 'required',
    })
  })

  test('a moved card lands on the grid, and tidying forgets all places', () => {
    const moved = moveCard(SAMPLE, 'intake', { x: 13, y: 27 })
    expect(moved.layout?.['intake']).toEqual({ x: 16, y: 24 })
    expect(tidy(moved)).not.toHaveProperty('layout')
  })
})

test('a section that takes over a vacant duty stands in a new edition of the directory', () => {
  const directory = {
    format: 1,
    edition: 4,
    duties: {},
    posts: {},
    towns: { shiling: { title: { zh: '石陵镇' }, centres: {}, bindings: [] } },
  } as const
  const bound = bindDuty(
    directory,
    { town: 'shiling', duty: 'D11', section: 'resources' },
    '2026-01-05',
  )
  expect(bound.ok && bound.value.edition).toBe(5)
  expect(bound.ok && bound.value.towns['shiling']?.bindings).toEqual([
    { duty: 'D11', section: 'resources', part: 'lead', from: '2026-01-05' },
  ])
})

function fail(): never {
  throw new Error('The step is not there.')
}
