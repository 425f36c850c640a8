import { isLeaf } from '../machine/block.ts'
import type { Value } from '../model/field.ts'
import type { Awaited } from '../model/step.ts'
import { stepOfTask } from './apply-record-fact.ts'
import { eligible } from './authority.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './case-event.ts'
import type { CaseFact } from './fact.ts'
import type { Runnable } from './world.ts'

/**
 * What the host is asked to do. The engine does nothing itself. Ids are stable: the same event gives
 * the same id, so that a host that performs effects after a crash performs none twice.
 */
export type Effect =
  | {
      readonly effect: 'notify'
      readonly id: string
      readonly task: string
      readonly people: readonly string[]
      /** Absent: they are asked to act. */
      readonly why?: 'urged' | 'copied' | 'asked' | 'replied' | 'escalated'
    }
  /** A limit draws near: remind those who are asked now. */
  | {
      readonly effect: 'remind'
      readonly id: string
      readonly subject: string
      readonly before: number
    }
  | {
      readonly effect: 'perform'
      readonly id: string
      readonly task: string
      readonly operation: string
    }
  | {
      readonly effect: 'open-case'
      readonly id: string
      readonly task: string
      readonly workflow: string
      readonly phase?: string
      readonly data: Readonly<Record<string, Value>>
    }
  | {
      readonly effect: 'leave-case'
      readonly id: string
      readonly task: string
      readonly onLeave: 'withdraw' | 'leave'
    }
  | {
      readonly effect: 'issue'
      readonly id: string
      readonly document: string
      readonly step: string
    }
  | {
      readonly effect: 'report'
      readonly id: string
      readonly what: 'overdue' | 'nobody-can-act'
      readonly subject: string
    }

type Notice = Extract<Effect, { effect: 'notify' }>

/**
 * The effects of a command's events, in their order. Of a task that was open before the command only
 * those are told who are asked now and were not asked before: whoever takes work over, whose turn comes
 * in a joint signing, whom a newer directory names.
 */
export function effectsOf(
  run: Runnable,
  before: Case | null,
  kase: Case,
  events: readonly CaseEvent[],
): readonly Effect[] {
  const told = new Set<string>()
  return events.flatMap((event) => effectsOfEvent({ run, before, kase, told }, event))
}

interface Telling {
  readonly run: Runnable
  readonly before: Case | null
  readonly kase: Case
  /** Tasks of which this command has told already. */
  readonly told: Set<string>
}

function effectsOfEvent(telling: Telling, event: CaseEvent): readonly Effect[] {
  const { run, kase } = telling
  const effects: Effect[] = []
  const id = (): string => `${kase.id}/${event.seq}/${effects.length + 1}`
  if (event.kind === 'overdue' || event.kind === 'nobody-can-act') {
    effects.push({ effect: 'report', id: id(), what: event.kind, subject: event.subject ?? '' })
  }
  for (const fact of event.facts) {
    if (fact.fact === 'reminded') {
      effects.push({ effect: 'remind', id: id(), subject: fact.subject, before: fact.before })
    }
    if (fact.fact === 'issued')
      effects.push({ effect: 'issue', id: id(), document: fact.document, step: fact.step })
    if (fact.fact === 'assigned' || fact.fact === 'spoke' || fact.fact === 'seated')
      effects.push(...askFor(telling, fact.step, id()))
    if (fact.fact === 'escalated')
      effects.push(
        ...tell(id(), fact.subject, fact.people).map((told) => ({ ...told, why: fact.fact })),
      )
    if (isWord(fact)) effects.push(...tellOf(telling, fact, id()))
    if (fact.fact === 'cancelled') effects.push(...leaveChild(run, kase, fact.step, id()))
  }
  return effects
}

type WordFact = Extract<CaseFact, { fact: 'urged' | 'copied' | 'asked' | 'replied' }>

function isWord(fact: CaseFact): fact is WordFact {
  return ['urged', 'copied', 'asked', 'replied'].includes(fact.fact)
}

/** 催办 抄送 沟通: somebody is told, and owes nothing new. */
function tellOf({ run, kase }: Telling, fact: WordFact, effect: string): readonly Effect[] {
  const { task } = fact
  const people =
    fact.fact === 'urged'
      ? eligible(run, kase, stepOfTask(task))
      : fact.fact === 'replied'
        ? [fact.to]
        : fact.people
  return tell(effect, task, people).map((told) => ({ ...told, why: fact.fact }))
}

function leaveChild(run: Runnable, kase: Case, id: string, effect: string): readonly Effect[] {
  const step = run.program.tree.places.get(id)?.step
  if (step?.kind !== 'call') return []
  const task = `${id}#${kase.position.rounds[id] ?? 1}`
  return [{ effect: 'leave-case', id: effect, task, onLeave: step.onLeave ?? 'leave' }]
}

/** Nothing is asked for a step that is over before the command is. */
function askFor(telling: Telling, id: string, effect: string): readonly Effect[] {
  const { run, before, kase, told } = telling
  const step = run.program.tree.places.get(id)?.step
  const task = kase.tasks[id]?.task
  if (step === undefined || !isLeaf(step) || task === undefined || told.has(task)) return []
  told.add(task)
  const known = before?.tasks[id]?.task === task ? before : null
  if (step.kind === 'task') {
    const asked = known === null ? [] : eligible(run, known, id)
    return tell(
      effect,
      task,
      eligible(run, kase, id).filter((person) => !asked.includes(person)),
    )
  }
  if (known !== null) return []
  switch (step.kind) {
    case 'service':
      return [{ effect: 'perform', id: effect, task, operation: step.operation }]
    case 'call':
      return [
        {
          effect: 'open-case',
          id: effect,
          task,
          workflow: step.workflow,
          ...(step.phase === undefined ? {} : { phase: step.phase }),
          data: {},
        },
      ]
    case 'wait':
      return tell(effect, task, awaitedPeople(step.for))
  }
}

function tell(id: string, task: string, people: readonly string[]): readonly Notice[] {
  return people.length === 0 ? [] : [{ effect: 'notify', id, task, people }]
}

/** A date or a message is nobody to be told. */
function awaitedPeople(awaited: Awaited): readonly string[] {
  if ('party' in awaited) return [`@${awaited.party}`]
  return 'body' in awaited ? [`@body:${awaited.body}`] : []
}
