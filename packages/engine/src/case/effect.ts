import { isLeaf } from '../machine/block.ts'
import type { Value } from '../model/field.ts'
import { peopleAsked } from '../routing/seat.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './case-event.ts'
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

/** The effects of events, in their order. */
export function effectsOf(
  run: Runnable,
  kase: Case,
  events: readonly CaseEvent[],
): readonly Effect[] {
  return events.flatMap((event) => effectsOfEvent(run, kase, event))
}

function effectsOfEvent(run: Runnable, kase: Case, event: CaseEvent): readonly Effect[] {
  const effects: Effect[] = []
  const id = (): string => `${kase.id}/${event.seq}/${effects.length + 1}`
  if (event.kind === 'overdue' || event.kind === 'nobody-can-act') {
    effects.push({ effect: 'report', id: id(), what: event.kind, subject: event.subject ?? '' })
  }
  for (const fact of event.facts) {
    if (fact.fact === 'issued')
      effects.push({ effect: 'issue', id: id(), document: fact.document, step: fact.step })
    if (fact.fact === 'assigned') effects.push(...askFor(run, kase, fact.step, fact.task, id()))
    if (fact.fact === 'cancelled') {
      const step = run.program.tree.places.get(fact.step)?.step
      if (step?.kind === 'call') {
        effects.push({
          effect: 'leave-case',
          id: id(),
          task: fact.step,
          onLeave: step.onLeave ?? 'leave',
        })
      }
    }
  }
  return effects
}

function askFor(
  run: Runnable,
  kase: Case,
  id: string,
  task: string,
  effect: string,
): readonly Effect[] {
  const step = run.program.tree.places.get(id)?.step
  if (step === undefined || !isLeaf(step)) return []
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
    case 'task':
    case 'wait': {
      const people = peopleAsked(kase.position.open[id]?.seats ?? [])
      return people.length === 0 ? [] : [{ effect: 'notify', id: effect, task, people }]
    }
  }
}
