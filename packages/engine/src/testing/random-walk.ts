import { addHours } from '../calendar/instant.ts'
import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/case-event.ts'
import type { ActCommand, Actor } from '../case/command.ts'
import type { Engine } from '../case/engine.ts'
import type { TaskView } from '../case/open-tasks.ts'
import type { Decided } from '../case/outcome.ts'
import { exitsOf } from '../machine/exits.ts'
import type { CaseData } from '../model/field.ts'
import { signersIn } from '../routing/line.ts'
import { type Choices, choicesFrom } from './random.ts'

/** A random walk of one case: every accepted step's case and events, and what was refused. */
export interface Walked {
  readonly ledger: readonly CaseEvent[]
  readonly cases: readonly Case[]
  readonly refused: number
  readonly commands: number
}

/** Walks a case by random commands, some of them nonsense; `seen` looks at each accepted step. */
export function randomWalk(
  engine: Engine,
  item: string,
  town: string,
  seed: number,
  length: number,
): Walked {
  const choices = choicesFrom(seed)
  let at = '2026-03-02T09:00:00+08:00'
  const opened = engine.open({
    caseId: `case-${seed}`,
    commandId: 'c0',
    item,
    town,
    at,
    data: randomData(choices),
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  let kase = opened.value.case
  const ledger = [...opened.value.events]
  const cases = [kase]
  let refused = 0
  for (let n = 1; n <= length && kase.closedAt === null; n += 1) {
    at = addHours(at, 1 + choices.below(30), '+08:00')
    const decided = randomStep(engine, kase, choices, `c${n}`, at)
    if (!decided.ok) {
      refused += 1
      continue
    }
    kase = decided.value.case
    ledger.push(...decided.value.events)
    cases.push(kase)
  }
  return { ledger, cases, refused, commands: length }
}

function randomStep(
  engine: Engine,
  kase: Case,
  choices: Choices,
  commandId: string,
  at: string,
): Decided {
  if (choices.chance(12)) return engine.tick(kase, at)
  const task = choices.any(engine.openTasks(kase, at))
  if (task === undefined) return engine.tick(kase, at)
  return engine.act(kase, {
    commandId,
    at,
    opinion: '意见',
    reason: '理由',
    ...randomAct(engine, kase, task, choices),
  })
}

type Chosen = Omit<ActCommand, 'commandId' | 'at'>

function randomAct(engine: Engine, kase: Case, task: TaskView, choices: Choices): Chosen {
  const by = actorOf(choices.any(task.people) ?? 'nobody')
  const base = { task: task.task, by }
  const roll = choices.below(100)
  const target = choices.any(task.returns)
  if (roll < 10 && target !== undefined) {
    return {
      ...base,
      action: 'return',
      to: target,
      then: choices.pick(['again', 'straight-back']),
      siblings: choices.pick(['cancel', 'keep', 'affected']),
    }
  }
  if (roll < 14) return { ...base, action: choices.pick(['claim', 'give-back']) }
  if (roll < 17)
    return {
      ...base,
      action: 'transfer',
      to: `D0${1 + choices.below(4)}-handler-${1 + choices.below(2)}`,
    }
  if (roll < 20 && kase.lastMove !== null)
    return { ...base, action: 'take-back', by: actorOf(kase.lastMove.by) }
  if (roll < 24) return randomPhaseAct(kase, choices) ?? { ...base, action: 'withdraw' }
  if (roll < 36) return { ...base, ...randomOperator(kase, task, choices) }
  if (roll < 38) return { task: 'nowhere', by: { person: 'nobody' }, action: 'nothing' }
  const action = choices.any(task.actions) ?? 'nothing'
  return { ...base, action, ...dataFor(engine, kase, task, action, choices) }
}

/** Operators on seats and on the course of the case; who may not use them is refused, which is wanted too. */
function randomOperator(
  kase: Case,
  task: TaskView,
  choices: Choices,
): Omit<Chosen, 'task' | 'by'> & Partial<Pick<Chosen, 'task' | 'by'>> {
  const staff = () => `D0${1 + choices.below(4)}-handler-${1 + choices.below(2)}`
  const mayor = { by: { person: 'mayor-1' } } as const
  const signers = kase.position.open[task.step]?.seats.flatMap(({ line }) => signersIn(line)) ?? []
  const still = Object.keys(kase.suspensions)[0]
  switch (choices.below(9)) {
    case 0:
      return { action: 'delegate', to: staff() }
    case 1:
    case 2:
      return {
        action: 'add-signer',
        people: [staff(), staff()],
        where: choices.pick(['before', 'beside', 'after']),
      }
    case 3: {
      const by = choices.chance(50) ? mayor : {}
      return { action: 'remove-signer', to: choices.any(signers)?.people[0] ?? staff(), ...by }
    }
    case 4:
      return still === undefined
        ? { action: 'suspend', ground: 'hearing', basis: 'A', ...mayor }
        : { action: 'resume', task: still, ...mayor }
    case 5:
      return still === undefined
        ? { action: 'urge', by: { party: 'applicant' } }
        : { action: 'resume', task: still, ...mayor }
    case 6:
      return { action: 'jump', to: choices.any(kase.position.trail) ?? task.step, ...mayor }
    case 7:
      return { action: 'ask', people: [staff()] }
    default:
      return { action: 'copy', people: [staff()] }
  }
}

function randomPhaseAct(kase: Case, choices: Choices): Chosen | null {
  const phase = choices.any(Object.keys(kase.position.blocks).sort())
  return phase === undefined
    ? null
    : {
        task: phase,
        by: { party: 'applicant' },
        action: choices.pick(['withdraw', 'beside', 'beside']),
      }
}

function dataFor(
  engine: Engine,
  kase: Case,
  task: TaskView,
  action: string,
  choices: Choices,
): { readonly data?: CaseData } {
  const run = engine.world.runnable(kase.workflow, kase.town)
  const step = run.program.tree.places.get(task.step)?.step
  if (step?.kind !== 'task' || exitsOf(step)[action] === undefined || choices.chance(40)) return {}
  return {
    data: Object.fromEntries((step.data?.edit ?? []).map((field) => [field, choices.chance(50)])),
  }
}

function randomData(choices: Choices): CaseData {
  return { a: choices.chance(50), b: choices.chance(50), n: choices.below(101) }
}

/** The actor behind a name in a seat. */
export function actorOf(id: string): Actor {
  if (id.startsWith('@body:')) return { body: id.slice(6) }
  if (id.startsWith('@service:')) return { service: id.slice(9) }
  if (id.startsWith('@message:')) return { message: id.slice(9) }
  if (id.startsWith('@case:')) return { case: id.slice(6) }
  if (id === '@applicant' || id === '@agent' || id === '@third-party')
    return { party: id.slice(1) as 'applicant' | 'agent' | 'third-party' }
  return { person: id }
}
