import { describe, expect, test } from 'vitest'
import { MONDAY, SmallCase } from '../testing/small-case.ts'
import { parallel, phase, task, workflow } from '../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'

describe('the open tasks of a case', () => {
  test('say who may act, where, until when, and what', () => {
    const drawn = workflow({
      check: task('=closed', {
        stage: 'review',
        limit: { value: 5, unit: 'working-day', basis: 'F52a' },
        actions: { refuse: { result: 'closed', when: 'area > 100' } },
      }),
    })
    const kase = new SmallCase(drawn)
    expect(kase.engine.openTasks(kase.case, MONDAY)).toEqual([
      {
        task: 'check#1',
        step: 'check',
        kind: 'task',
        stage: 'review',
        openedAt: MONDAY,
        groups: [{ duty: 'D01', section: 'C.D01', centre: 'C' }],
        people: [one, two, head],
        barred: [],
        due: { day: '2026-03-09', at: '2026-03-09T18:00:00+08:00', provisional: false },
        light: 'green',
        overdue: false,
        actions: ['go'],
        blocked: ['refuse'],
        returns: [],
      },
    ])
  })

  test('stand in the order drawn, whatever the order in which they were opened', () => {
    const drawn = workflow({
      joint: parallel({
        b: { b: task('b2'), b2: task('=ok') },
        a: { a: task('a2'), a2: task('=ok') },
      }),
    })
    const kase = new SmallCase(drawn).act('a', 'go', one).act('b', 'go', one)
    expect(kase.engine.openTasks(kase.case, MONDAY).map(({ step }) => step)).toEqual(['b2', 'a2'])
  })

  test('in order: only whose turn it is', () => {
    const drawn = workflow({
      sign: {
        kind: 'task',
        by: { duty: 'D01' },
        signing: { rule: 'in-order' },
        actions: {
          agree: { counts: 'for', result: 'closed' },
          object: { counts: 'against', result: 'closed' },
        },
      },
    })
    const kase = new SmallCase(drawn)
    expect(kase.task('sign').people).toEqual([one])
    expect(kase.refuse('sign', 'agree', two)).toEqual({
      kind: 'not-asked',
      step: 'sign',
      by: two,
      asked: [one],
    })
    kase.act('sign', 'agree', one)
    expect(kase.task('sign').people).toEqual([two])
    expect(kase.case.position.open['sign']?.touched).toBe(true)
  })

  test.each([
    ['2026-03-04T09:00:00+08:00', 'green'],
    ['2026-03-06T09:00:00+08:00', 'yellow'],
    ['2026-03-09T18:00:01+08:00', 'red'],
  ])('the light at %s is %s', (at, light) => {
    const drawn = workflow({
      check: task('=closed', { limit: { value: 5, unit: 'working-day', basis: 'F52a' } }),
    })
    const kase = new SmallCase(drawn)
    kase.at = at
    expect(kase.task('check').light).toBe(light)
  })

  test('of a wait names who may answer, of a service what is to be done', () => {
    const drawn = workflow({
      told: {
        kind: 'wait',
        for: { body: 'county' },
        answers: { go: { to: 'print' }, urge: { by: { party: 'applicant' } } },
      },
      print: {
        kind: 'service',
        operation: 'print',
        exits: { done: { result: 'closed' }, failed: { result: 'closed' } },
      },
    })
    const kase = new SmallCase(drawn)
    expect(kase.task('told')).toMatchObject({
      kind: 'wait',
      people: ['@body:county', '@applicant'],
      actions: ['go', 'urge'],
      returns: [],
      due: null,
    })
    kase.act('told', 'go', '@body:county')
    expect(kase.task('print')).toMatchObject({ kind: 'service', people: ['@service:print'] })
  })

  test('of a date or a message wait for nobody', () => {
    const drawn = workflow({
      told: { kind: 'wait', for: { date: true }, answers: { go: { result: 'closed' } } },
    })
    expect(new SmallCase(drawn).task('told').people).toEqual([])
  })

  test('of a closed case there are none', () => {
    const kase = new SmallCase(workflow({ check: task('=closed') })).act('check', 'go', one)
    expect(kase.engine.openTasks(kase.case, MONDAY)).toEqual([])
  })
})

describe('the explanation of a step', () => {
  const drawn = workflow({
    first: task('size', { data: { edit: ['area'] } }),
    size: {
      kind: 'decision',
      rows: [{ when: 'area > 100', to: 'check' }],
      otherwise: { to: 'check' },
    },
    check: {
      ...task('=closed', { data: { read: ['area', 'on'] } }),
      by: { duty: 'D02', post: 'section-head' },
      basis: 'F01 art.34',
      evidence: 'found',
    } as ReturnType<typeof task>,
    rest: phase({ never: task('=done') }),
  })

  test('names the binding, the rule, the facts and the decisions on the way', () => {
    const kase = new SmallCase(drawn, { data: { area: 120 } }).act('first', 'go', one)
    expect(kase.engine.explain(kase.case, 'check', MONDAY)).toMatchObject({
      step: 'check',
      workflow: kase.case.workflow,
      release: kase.case.release,
      basis: 'F01 art.34',
      evidence: 'found',
      who: [
        {
          duty: 'D02',
          post: 'section-head',
          section: 'C.D02',
          centre: 'C',
          binding: { part: 'lead', from: '2020-01-01' },
          people: ['D02-section-head-1'],
          rejected: [],
        },
      ],
      decisions: [{ step: 'size', exit: 'row-1' }],
      read: { area: 120, on: null },
      task: { task: 'check#1' },
      clocks: [],
    })
  })

  test('of a step that is not open says where it would go; of none, nothing', () => {
    const kase = new SmallCase(drawn)
    expect(kase.engine.explain(kase.case, 'check', MONDAY)?.task).toBeUndefined()
    expect(kase.engine.explain(kase.case, 'check', MONDAY)?.who).toHaveLength(1)
    expect(kase.engine.explain(kase.case, 'size', MONDAY)).toBeNull()
    expect(kase.engine.explain(kase.case, 'nowhere', MONDAY)).toBeNull()
    expect(kase.engine.explain(kase.case, 'constructor', MONDAY)).toBeNull()
  })
})
