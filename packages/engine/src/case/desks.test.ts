import { describe, expect, test } from 'vitest'
import { MONDAY, SmallCase } from '../testing/small-case.ts'
import { parallel, phase, task, workflow } from '../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'

const limit = { value: 5, unit: 'working-day', basis: 'F31a' } as const

/** What lies on the desks at a moment. */
function desks(kase: SmallCase, at: string = kase.at) {
  return kase.engine.openTasks(kase.case, at)
}

describe('what lies on a desk', () => {
  test('has no date, light, stage or trouble where there is none', () => {
    const [view] = desks(new SmallCase(workflow({ only: task('=closed') })))
    expect(view).toMatchObject({ due: null, overdue: false })
    for (const key of ['light', 'stage', 'unmanned']) expect(view).not.toHaveProperty(key)
  })

  test('is new in the next round, since that moment', () => {
    const loop = workflow({
      draft: task('=closed', { limit, actions: { again: { to: 'draft' } } }),
    })
    const kase = new SmallCase(loop)
    kase.at = '2026-03-03T09:00:00+08:00'
    expect(desks(kase.act('draft', 'again', one))).toMatchObject([
      { task: 'draft#2', openedAt: '2026-03-03T09:00:00+08:00', due: { day: '2026-03-10' } },
    ])
  })

  test('comes in the order drawn, in whatever order a store keeps the case', () => {
    const joint = workflow({
      joint: parallel({
        water: { water: task('=ok') },
        land: { land: task('=ok') },
        fire: { fire: task('=ok') },
      }),
    })
    const kase = new SmallCase(joint)
    const { position } = kase.case
    const open = Object.fromEntries(Object.entries(position.open).sort())
    expect(Object.keys(open)).toEqual(['fire', 'land', 'water'])
    const stored = { ...kase.case, position: { ...position, open } }
    expect(kase.engine.openTasks(stored, MONDAY).map(({ step }) => step)).toEqual([
      'water',
      'land',
      'fire',
    ])
  })

  test('is work, never a block around it', () => {
    const inner = phase({ check: task('=done') }, { exits: { done: { result: 'done' } } })
    const kase = new SmallCase(workflow({ outer: phase({ inner }) }))
    expect(desks(kase).map((view) => view.task)).toEqual(['check#1'])
  })

  test('is not changed by looking at it', () => {
    const kase = new SmallCase(workflow({ check: task('=closed', { limit }) }))
    const before = structuredClone(kase.case)
    desks(kase, '2026-04-20T09:00:00+08:00')
    expect(kase.case).toEqual(before)
  })
})

describe('the light', () => {
  const kase = new SmallCase(workflow({ check: task('=closed', { limit }) }))

  test.each([
    ['2026-03-02T09:00:00+08:00', 'green'],
    ['2026-03-09T18:00:00+08:00', 'yellow'],
    ['2026-03-09T18:00:00.001+08:00', 'red'],
  ])('at %s is %s', (at, light) => {
    expect(desks(kase, at)[0]?.light).toBe(light)
  })

  test('is red at once; lateness stands in the file from the tick on', () => {
    const late = '2026-03-10T09:00:00+08:00'
    expect(desks(kase, late)[0]).toMatchObject({ light: 'red', overdue: false })
    const ticked = new SmallCase(workflow({ check: task('=closed', { limit }) }))
    ticked.tick(late)
    expect(desks(ticked)[0]).toMatchObject({ light: 'red', overdue: true })
  })
})

describe('those asked', () => {
  test('of several sections come group by group', () => {
    const visit = task('=closed', { by: [{ duty: 'D01', post: 'section-head' }, { duty: 'D02' }] })
    const [view] = desks(new SmallCase(workflow({ visit })))
    expect(view?.groups).toEqual([
      { duty: 'D01', post: 'section-head', section: 'C.D01', centre: 'C' },
      { duty: 'D02', section: 'C.D02', centre: 'C' },
    ])
    expect(view?.people).toEqual([head, 'D02-handler-1', 'D02-handler-2', 'D02-section-head-1'])
  })

  test('who is kept apart is barred, not asked', () => {
    const kept = workflow(
      {
        window: task('review', { stage: 'acceptance' }),
        review: task('=closed', { stage: 'review' }),
      },
      { policies: { separation: [['acceptance', 'review']] } },
    )
    expect(desks(new SmallCase(kept).act('window', 'go', two))[0]).toMatchObject({
      people: [one, head],
      barred: [two],
    })
  })

  test('who has signed is asked no more, and is not barred either', () => {
    const sign = task('=closed', {
      by: { duty: 'D01', post: 'handler' },
      signing: { rule: 'all' },
      actions: { go: { result: 'closed', counts: 'for' } },
    })
    expect(desks(new SmallCase(workflow({ sign })).act('sign', 'go', one))[0]).toMatchObject({
      people: [two],
      barred: [],
    })
  })

  test('are nobody where the duty is unbound: the desk says why', () => {
    const only = task('=closed', { by: { duty: 'D09' } })
    expect(desks(new SmallCase(workflow({ only })))[0]).toMatchObject({
      people: [],
      barred: [],
      groups: [{ duty: 'D09', gap: { duty: 'D09' } }],
      unmanned: { fact: 'unmanned', task: 'only#1', because: 'duty-gap', gaps: [{ duty: 'D09' }] },
    })
  })

  test('are nobody where all are kept apart: the desk says that', () => {
    const by = { duty: 'D01', post: 'section-head' }
    const chain = workflow({
      check: task('sign', { by }),
      sign: task('=closed', { by, separateFrom: ['check'] }),
    })
    expect(desks(new SmallCase(chain).act('check', 'go', head))[0]).toMatchObject({
      people: [],
      barred: [head],
      unmanned: { because: 'separation', gaps: [] },
    })
  })
})

describe('what can be done', () => {
  test('is told from what something stands against', () => {
    const drawn = workflow({
      window: task('=closed', {
        data: { edit: ['area'], need: ['on'] },
        actions: { large: { result: 'closed', when: 'area > 100' }, correct: { max: 1 } },
      }),
    })
    const kase = new SmallCase(drawn, { data: { area: 90 } })
    // What is still to be filled in stands against nothing: it may come with the action.
    expect(desks(kase)[0]).toMatchObject({ actions: ['go', 'correct'], blocked: ['large'] })
    kase.act('window', 'correct', one, { data: { area: 120 } })
    expect(desks(kase)[0]).toMatchObject({ actions: ['go', 'large'], blocked: ['correct'] })
  })

  test('on a condition about today depends on the day asked for', () => {
    const dated = workflow({
      window: task('=closed', { actions: { late: { result: 'closed', when: 'today() > on' } } }),
    })
    const kase = new SmallCase(dated, { data: { on: '2026-03-04' } })
    expect(desks(kase, '2026-03-04T23:59:59+08:00')[0]?.blocked).toEqual(['late'])
    expect(desks(kase, '2026-03-05T00:00:00+08:00')[0]?.blocked).toEqual([])
  })

  test('returns go to the tasks done so far, in their order, and to the branches of a review', () => {
    const chain = workflow({
      draft: task('joint'),
      joint: parallel(
        { land: { land: task('=ok') }, water: { water: task('=ok') } },
        { exits: [{ otherwise: true, to: 'sign' }] },
      ),
      sign: task('=closed'),
    })
    const signing = (): SmallCase =>
      new SmallCase(chain).act('draft', 'go', one).act('water', 'go', one).act('land', 'go', one)
    const { returns } = signing().task('sign')
    expect(returns).toEqual(['draft', 'water', 'land', 'joint/land', 'joint/water'])
    expect(
      returns.map((to) => signing().act('sign', 'return', one, { to, opinion: '补正' }).open),
    ).toEqual([['draft'], ['water'], ['land'], ['land'], ['water']])
  })
})
