import type { DecisionTable, Item, Step, Task, Workflow } from '@yichuang/engine'
import { describe, expect, test } from 'vitest'
import { check } from '../check.ts'
import { smallWorkspace, workflowOf } from '../testing/small-workspace.ts'

const day = '2026-05-06'
const task = (rest: Partial<Task> = {}): Task => ({
  kind: 'task',
  by: { duty: 'D01' },
  actions: { grant: { result: 'closed', outcome: 'granted' } },
  ...rest,
})
const item = (rest: Partial<Item> = {}): Item => ({
  title: { zh: '事项' },
  list: 'power',
  workflow: 'main',
  ...rest,
})

function found(
  workflows: Readonly<Record<string, Workflow>>,
  items: Readonly<Record<string, Item>> = {},
  tables: Readonly<Record<string, DecisionTable>> = {},
): readonly object[] {
  return check(smallWorkspace({ workflows, tables }, items), { day }).map(
    ({ severity: _, ...fact }) => fact,
  )
}

describe('names that the workspace does not know', () => {
  const onward: Task['actions'] = { on: { to: 'b' } }

  test('one name is one finding with every step that uses it', () => {
    const workflow = workflowOf({
      a: task({ by: { duty: 'D10' }, actions: onward }),
      b: task({ by: { duty: 'D10', post: 'handler' } }),
    })

    expect(found({ main: workflow })).toEqual([
      { kind: 'unknown-duty', workflow: 'main', name: 'D10', nearest: 'D01', steps: ['a', 'b'] },
    ])
  })

  test('what the policies of operators and the levels of lateness ask for is looked up too', () => {
    const workflow = {
      ...workflowOf({
        a: task({
          limit: {
            value: 1,
            unit: 'day',
            basis: 'A',
            escalate: [{ after: 1, to: { post: 'mayr' } }],
          },
        }),
      }),
      policies: { operators: { jump: { by: { post: 'myor' } }, copy: false as const } },
    }
    expect(found({ main: workflow })).toMatchObject([
      { kind: 'unknown-post', name: 'myor', nearest: 'mayor' },
      { kind: 'unknown-post', name: 'mayr', nearest: 'mayor', steps: ['a'] },
    ])
  })

  test.each<[string, Step, readonly object[]]>([
    [
      'a post',
      task({ by: { post: 'major' } }),
      [{ kind: 'unknown-post', name: 'major', nearest: 'mayor' }],
    ],
    ['a body', task({ by: { body: 'toString' } }), [{ kind: 'unknown-body', name: 'toString' }]],
    ['a table', task({ by: { table: 'who' } }), [{ kind: 'unknown-table', name: 'who' }]],
    [
      'a chair',
      task({ by: { post: 'mayor' }, signing: { rule: 'vote', share: '2/3', chair: 'leader' } }),
      [{ kind: 'unknown-post', name: 'leader', steps: ['a'] }],
    ],
    [
      'a body waited for',
      {
        kind: 'wait',
        for: { body: 'county' },
        answers: { yes: { result: 'closed', outcome: 'granted' } },
      },
      [{ kind: 'unknown-body', name: 'county' }],
    ],
    [
      'a section post asked without a duty',
      task({ by: { post: 'handler' } }),
      [
        {
          kind: 'post-needs-duty',
          workflow: 'main',
          post: 'handler',
          level: 'section',
          steps: ['a'],
        },
      ],
    ],
  ])('%s', (_, step, expected) => {
    expect(found({ main: workflowOf({ a: step }) })).toMatchObject(expected)
  })

  test('the post escalated to is looked up too', () => {
    const workflow = workflowOf(
      { a: task() },
      { policies: { emptySigner: 'escalate', escalateTo: 'boss' } },
    )

    expect(found({ main: workflow })).toEqual([
      { kind: 'unknown-post', workflow: 'main', name: 'boss', steps: [] },
    ])
  })

  test('the duties that a routing table answers are looked up in it', () => {
    const who: DecisionTable = {
      format: 1,
      id: 'who',
      title: { zh: '分派' },
      hitPolicy: 'first',
      inputs: [{ expression: 'near' }],
      outputs: [{ id: 'duty', type: 'text' }],
      rules: [
        { when: ['true'], then: ['"D01"'] },
        { when: ['-'], then: ['"D77"'] },
      ],
    }
    const workflow = workflowOf(
      { a: task({ by: { table: 'who' } }) },
      { fields: { near: { type: 'boolean' } } },
    )

    expect(found({ main: workflow }, {}, { who })).toEqual([
      { kind: 'unknown-duty', workflow: 'main', name: 'D77', steps: ['a'] },
    ])
  })
})

describe('items', () => {
  test('an item without its workflow is named', () => {
    expect(found({}, { felling: item({ workflow: 'feling' }) })).toEqual([
      { kind: 'item-without-workflow', item: 'felling', workflow: 'feling' },
    ])
  })

  test('a material that the guide does not ask for is named with the steps that look at it', () => {
    const workflow = workflowOf({ a: task({ materials: ['id-card', 'id-cart'] }) })
    const materials = { 'id-card': { title: { zh: '身份证' }, necessity: 'required' } } as const

    expect(found({ main: workflow }, { one: item({ materials }), two: item() })).toEqual([
      {
        kind: 'unknown-material',
        item: 'one',
        workflow: 'main',
        material: 'id-cart',
        nearest: 'id-card',
        steps: ['a'],
      },
      {
        kind: 'unknown-material',
        item: 'two',
        workflow: 'main',
        material: 'id-card',
        steps: ['a'],
      },
      {
        kind: 'unknown-material',
        item: 'two',
        workflow: 'main',
        material: 'id-cart',
        steps: ['a'],
      },
    ])
  })
})

describe('calls', () => {
  const calling = (workflow: string, rest: object = {}): Step => ({
    kind: 'call',
    workflow,
    exits: {
      granted: { result: 'closed', outcome: 'granted' },
      otherwise: { result: 'closed', outcome: 'granted' },
    },
    ...rest,
  })
  const child = workflowOf(
    {
      review: {
        kind: 'phase',
        start: 'c',
        steps: { c: task({ actions: { on: { result: 'granted' } } }) },
        exits: { granted: { result: 'closed', outcome: 'granted' } },
      },
    },
    { id: 'child' },
  )

  test.each<[string, Step, readonly object[]]>([
    ['of a workflow', calling('child'), []],
    ['of a phase', calling('child', { phase: 'review' }), []],
    [
      'of no workflow',
      calling('chld'),
      [{ kind: 'unknown-workflow', called: 'chld', nearest: 'child' }],
    ],
    ['of no phase', calling('child', { phase: 'c' }), [{ kind: 'unknown-phase', phase: 'c' }]],
    [
      'with an exit that the child never gives',
      calling('child', {
        exits: {
          refused: { result: 'closed', outcome: 'granted' },
          otherwise: { result: 'closed', outcome: 'granted' },
        },
      }),
      [{ kind: 'call-exit-never-taken', step: 'a', exit: 'refused' }],
    ],
  ])('%s', (_, step, expected) => {
    expect(found({ main: workflowOf({ a: step }), child })).toMatchObject(expected)
  })

  test('workflows that call each other are one ring', () => {
    const main = workflowOf({ a: calling('other') })
    const other = workflowOf({ a: calling('main') }, { id: 'other' })

    expect(found({ main, other })).toEqual([
      { kind: 'call-ring', workflow: 'main', ring: ['main', 'other', 'main'] },
    ])
  })
})

describe('fields', () => {
  const fields: Workflow['fields'] = { area: { type: 'number' } }

  test.each<[string, Partial<Task>]>([
    ['edited', { data: { edit: ['area'] } }],
    [
      'asked for in a condition',
      { actions: { grant: { result: 'closed', outcome: 'granted', when: 'area > 3' } } },
    ],
    [
      'set by an arrow',
      { actions: { grant: { result: 'closed', outcome: 'granted', sets: { area: '1' } } } },
    ],
  ])('a field %s is used', (_, rest) => {
    expect(found({ main: workflowOf({ a: task(rest) }, { fields }) })).toEqual([])
  })

  test('a field that only a title mentions is unused', () => {
    const workflow = workflowOf({ a: task({ title: { zh: '面积', en: 'area' } }) }, { fields })

    expect(found({ main: workflow })).toEqual([
      { kind: 'unused-field', workflow: 'main', field: 'area' },
    ])
  })

  test('a field that an item or a calling workflow mentions is used', () => {
    const materials = {
      map: { title: { zh: '图' }, necessity: 'conditional', when: 'area > 3' },
    } as const
    const caller = workflowOf(
      {
        a: {
          kind: 'call',
          workflow: 'main',
          pass: { source: '1' },
          exits: { otherwise: { result: 'closed', outcome: 'granted' } },
        },
      },
      { id: 'caller' },
    )
    const main = workflowOf({ b: task() }, { fields: { ...fields, source: { type: 'text' } } })

    expect(found({ main, caller }, { one: item({ materials }) })).toEqual([])
  })
})
