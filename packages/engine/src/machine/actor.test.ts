import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createActor } from 'xstate'
import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/case-event.ts'
import { createEngine, type Engine } from '../case/engine.ts'
import { randomWalk } from '../testing/random-walk.ts'
import { RANDOM_DUTIES, randomWorkflow } from '../testing/random-workflow.ts'
import { MONDAY, SmallCase } from '../testing/small-case.ts'
import { SMALL_TOWN, smallRegisters, smallRelease } from '../testing/small-county.ts'
import { parallel, phase, task, workflow } from '../testing/small-workflow.ts'
import type { MoveEvent } from './event.ts'
import type { Position } from './position.ts'
import { returnPolicyAt } from './return-policy.ts'

/** The events of the machine that a ledger stands for: the machine driven without the office. */
function machineEvents(
  engine: Engine,
  { item, town }: Case,
  event: CaseEvent,
): readonly MoveEvent[] {
  const { subject = '', effectiveAt: at, command, facts } = event
  const step = subject.replace(/#.*/, '')
  const by = command?.do === 'act' ? { by: idOf(command.by) } : {}
  switch (event.kind) {
    case 'acted': {
      if (command?.do !== 'act') return []
      const data = command.data === undefined ? {} : { data: command.data as never }
      return [{ type: `${step}.${command.action}`, at, ...by, ...data }]
    }
    case 'claimed':
    case 'given-back':
    case 'transferred':
    case 'delegated':
    case 'signer-added':
    case 'signer-removed':
    case 'reassigned':
      return facts.flatMap((fact) =>
        fact.fact === 'seated'
          ? [{ type: `${step}.@seats`, at, seats: fact.seats, touched: fact.touched }]
          : [],
      )
    case 'returned':
    case 'taken-back': {
      const run = engine.runnable(item, town)
      const returned = facts.find((fact) => fact.fact === 'returned')
      if (!run.ok || returned?.fact !== 'returned' || command?.do !== 'act') return []
      const { from, to } = returned
      const isBack = event.kind === 'taken-back'
      const policy = returnPolicyAt(run.value.program, from)
      const request = {
        from,
        to,
        then: isBack ? 'again' : (command.then ?? policy.then[0] ?? 'again'),
        siblings: isBack ? 'keep' : (command.siblings ?? policy.siblings),
        takeBack: isBack,
      } as const
      return [{ type: '@return', at, ...by, request }]
    }
    case 'jumped': {
      const jumped = facts.find((fact) => fact.fact === 'returned')
      if (jumped?.fact !== 'returned') return []
      const { from, to } = jumped
      const request = { from, to, then: 'again', siblings: 'cancel', isJump: true } as const
      return [{ type: '@return', at, ...by, request }]
    }
    case 'saved': {
      if (command?.do !== 'act') return []
      return [{ type: `${step}.@saved`, at, ...by, data: command.data as never }]
    }
    case 'patched': {
      const patch = facts.find((fact) => fact.fact === 'patched')
      return patch?.fact === 'patched' ? [{ type: '@patch', at, patch }] : []
    }
    case 'skipped':
      return [{ type: `${step}.@skipped`, at }]
    case 'expired': {
      const clock = facts.find((fact) => fact.fact === 'result' && fact.via === 'clock')
      const name = clock?.fact === 'result' ? `${clock.block}.${clock.action}` : step
      return [{ type: `${name}.@expired`, at }]
    }
    default:
      return []
  }
}

function idOf(by: object): string {
  const [[kind = '', id = ''] = []] = Object.entries(by)
  if (kind === 'person') return id
  return kind === 'party' ? `@${id}` : `@${kind}:${id}`
}

/** Drives an actor by a ledger; the position after each event. */
function drive(engine: Engine, kase: Case, ledger: readonly CaseEvent[]): readonly Position[] {
  const [opened] = ledger
  const data = opened?.command?.do === 'open' ? opened.command.data : undefined
  const actor = createActor(engine.machine(kase.item, kase.town), {
    input: {
      at: opened?.effectiveAt ?? MONDAY,
      ...(data === undefined ? {} : { data: data as never }),
    },
  }).start()
  return ledger.map((event) => {
    for (const sent of machineEvents(engine, kase, event)) actor.send(sent)
    return actor.getSnapshot().context.position
  })
}

function agrees(kase: SmallCase): Position | undefined {
  const position = drive(kase.engine, kase.case, kase.ledger).at(-1)
  expect(position).toEqual(kase.case.position)
  return position
}

const clerk = 'D01-handler-1'

describe('createActor on the machine of an item behaves as the engine', () => {
  test('for actions, and ends with the outcome', () => {
    const drawn = workflow({
      check: task('decide', { data: { edit: ['area'] } }),
      decide: {
        kind: 'task',
        by: { duty: 'D01' },
        actions: { grant: { result: 'closed', outcome: 'granted', when: 'area > 10' } },
      },
    })
    const kase = new SmallCase(drawn)
    kase.act('check', 'go', clerk, { data: { area: 90 } }).act('decide', 'grant', clerk)
    agrees(kase)
    const actor = createActor(kase.engine.machine('small', SMALL_TOWN)).start()
    actor.send({ type: 'check.go', data: { area: 5 } })
    actor.send({ type: 'decide.grant' })
    expect(actor.getSnapshot().value).toBe('decide')
    actor.send({ type: 'decide.grant', data: { area: 50 } })
    expect(actor.getSnapshot()).toMatchObject({ status: 'done', output: { outcome: 'granted' } })
  })

  test('for the lapse of a step and of a clock', () => {
    const drawn = workflow({
      ask: {
        kind: 'wait',
        for: { party: 'applicant' },
        limit: { value: 1, unit: 'day', basis: 'A', expiry: { take: 'lapse', as: 'deemed' } },
        answers: { lapse: { to: 'handle' } },
      },
      handle: phase(
        { check: task('=done') },
        {
          clocks: { promised: { value: 2, unit: 'day', basis: 'A', expiry: { take: 'drop' } } },
          actions: { drop: { by: { post: 'mayor' }, result: 'dropped' } },
          exits: { done: { result: 'closed' }, dropped: { to: 'file' } },
        },
      ),
      file: task('=closed'),
    })
    const kase = new SmallCase(drawn)
    kase.tick('2026-03-20T09:00:00+08:00')
    expect(kase.kinds()).toEqual(['opened', 'expired', 'expired'])
    expect(agrees(kase)?.open).toHaveProperty('file')
  })

  test('for returns out of a joint review and straight back', () => {
    const drawn = workflow({
      before: task('joint'),
      joint: parallel(
        { x: { x: task('=ok') }, y: { y: task('=ok') } },
        { exits: [{ otherwise: true, result: 'closed' }] },
      ),
    })
    const kase = new SmallCase(drawn).act('before', 'go', clerk).act('x', 'go', clerk)
    kase.act('y', 'return', clerk, { to: 'before', then: 'straight-back', opinion: '补' })
    agrees(kase)
    kase.act('before', 'go', clerk)
    expect(Object.keys(agrees(kase)?.open ?? {})).toEqual(['y'])
  })

  test('for seats: claim, transfer, a tally, a newer directory', () => {
    const drawn = workflow({
      visit: {
        kind: 'task',
        by: { duty: 'D01' },
        persons: 2,
        actions: {
          go: { counts: 'for', result: 'closed' },
          no: { counts: 'against', result: 'closed' },
        },
      },
    })
    const kase = new SmallCase(drawn).act('visit', 'claim', clerk)
    kase.act('visit', 'transfer', clerk, { to: 'D02-handler-1', reason: '忙' })
    kase.act('visit', 'go', 'D02-handler-1')
    agrees(kase)
    kase.learn(smallRegisters({ duties: ['D01', 'D02'], staff: { handler: 1 }, edition: 2 }))
    kase.tick('2026-03-03T09:00:00+08:00')
    expect(kase.kinds().at(-1)).toBe('reassigned')
    kase.act('visit', 'go', clerk)
    expect(agrees(kase)?.closed).toBe(true)
  })

  test('for operators: delegation, signers added and taken off, a jump, a draft, a changed step, a step passed', () => {
    const policies = {
      emptySigner: 'skip' as const,
      operators: { jump: { by: { post: 'mayor' } }, patch: { by: { post: 'mayor' } } },
    }
    const drawn = workflow(
      {
        draft: task('check', { data: { edit: ['area'] } }),
        check: task('empty'),
        empty: task('sign', { by: { duty: 'D09' }, skip: 'go' }),
        sign: task('=closed'),
      },
      { policies },
    )
    const reason = '补流程'
    const kase = new SmallCase(drawn).act('draft', 'save-draft', clerk, { data: { area: 90 } })
    kase.act('draft', 'patch', 'mayor-1', {
      to: 'check',
      change: { before: ['D03-handler-1'] },
      reason,
    })
    kase.act('draft', 'go', clerk).act('check', 'go', 'D03-handler-1')
    agrees(kase)
    kase
      .act('check', 'delegate', clerk, { to: 'D02-handler-1' })
      .act('check', 'go', 'D02-handler-1')
    kase.act('check', 'add-signer', clerk, { people: ['D02-handler-2'], where: 'after' })
    kase.act('check', 'remove-signer', clerk, { to: 'D02-handler-2' })
    agrees(kase)
    kase.act('check', 'jump', 'mayor-1', { to: 'draft', reason }).act('draft', 'go', clerk)
    kase.act('check', 'go', 'D03-handler-1').act('check', 'go', clerk)
    expect(kase.kinds()).toContain('skipped')
    expect(Object.keys(agrees(kase)?.open ?? {})).toEqual(['sign'])
  })

  test('an actor that nobody gives the time has one all the same', () => {
    const drawn = workflow({
      check: {
        kind: 'task',
        by: { duty: 'D01' },
        actions: { go: { to: 'handle', when: 'today() >= date("2000-01-01")' } },
      },
      handle: phase(
        { sign: task('=done') },
        {
          actions: {
            stop: {
              by: { party: 'applicant' },
              result: 'done',
              when: 'today() >= date("2000-01-01")',
            },
          },
        },
      ),
    })
    const actor = createActor(new SmallCase(drawn).engine.machine('small', SMALL_TOWN)).start()
    actor.send({ type: 'check.go' })
    expect(actor.getSnapshot().value).toEqual({ handle: 'sign' })
    actor.send({ type: 'handle.stop' })
    expect(actor.getSnapshot().status).toBe('done')
  })

  test('events out of turn or unknown leave it where it is', () => {
    const drawn = workflow({ check: task('sign'), sign: task('=closed') })
    const actor = createActor(new SmallCase(drawn).engine.machine('small', SMALL_TOWN)).start()
    const before = actor.getSnapshot()
    for (const type of ['sign.go', 'check.burn', '@return', 'check.@expired', 'x'])
      actor.send({ type })
    actor.send({
      type: '@return',
      request: { from: 'check', to: 'sign', then: 'again', siblings: 'keep' },
    })
    expect(actor.getSnapshot().context).toEqual(before.context)
    expect(actor.getSnapshot().value).toBe('check')
  })

  test('on random workflows and walks, at every event', () => {
    const registers = smallRegisters({ duties: RANDOM_DUTIES })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const engine = createEngine(smallRelease(randomWorkflow(seed)), registers)
        const { ledger, cases } = randomWalk(engine, 'random', SMALL_TOWN, seed, 30)
        const [first] = cases
        if (first === undefined) return
        const positions = drive(engine, first, ledger)
        for (const kase of cases) expect(positions[kase.seq - 1]).toEqual(kase.position)
      }),
      { numRuns: 60 },
    )
  })
})
