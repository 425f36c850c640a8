import { stageOf } from '../machine/block.ts'
import type { Stage, Task } from '../model/step.ts'
import { peopleAsked } from '../routing/seat.ts'
import type { Case } from './case.ts'
import { isApplicant } from './open-seal.ts'
import type { Refusal } from './refusal.ts'
import type { Runnable } from './world.ts'

/**
 * What keeps a member of staff from acting on a task, beside not being asked: separation of duties
 * by step and by stage (SoD1, SoD3), the same person where one is demanded, an own case and recusal
 * (SoD6, Penalty Law art. 43). Null when nothing does.
 */
export function conflictOf(
  run: Runnable,
  kase: Case,
  step: string,
  person: string,
): Refusal | null {
  const task = run.program.tree.places.get(step)?.step
  if (task?.kind !== 'task' || person.startsWith('@')) return null
  const by = person
  return (
    recusal(run, kase, step, by) ??
    separatedStep(run, kase, step, task, by) ??
    separatedStage(run, kase, step, by) ??
    samePerson(run, kase, step, task, by)
  )
}

/** Those asked who are free of conflicts: whom a refusal names instead. */
export function eligible(run: Runnable, kase: Case, step: string): readonly string[] {
  const asked = peopleAsked(kase.position.open[step]?.seats ?? [])
  return asked.filter((person) => conflictOf(run, kase, step, person) === null)
}

function others(run: Runnable, kase: Case, step: string, by: string): readonly string[] {
  const asked = peopleAsked(kase.position.open[step]?.seats ?? []).filter((person) => person !== by)
  return asked.filter((person) => bareConflict(run, kase, step, person) === null)
}

/** The kind of conflict alone, without naming others: ends the recursion. */
function bareConflict(run: Runnable, kase: Case, step: string, person: string): 'conflict' | null {
  const task = run.program.tree.places.get(step)?.step
  if (task?.kind !== 'task' || person.startsWith('@')) return null
  const free =
    !isOwnCase(kase, person) &&
    !kase.recused.includes(person) &&
    !(task.separateFrom ?? []).some((other) => completed(kase, other, person)) &&
    stageConflict(run, kase, step, person) === null &&
    (task.samePersonAs === undefined ||
      completed(kase, task.samePersonAs, person) ||
      nobodyCompleted(kase, task.samePersonAs))
  return free ? null : 'conflict'
}

function recusal(run: Runnable, kase: Case, step: string, by: string): Refusal | null {
  if (isOwnCase(kase, by))
    return { kind: 'own-case', step, by, others: others(run, kase, step, by) }
  if (kase.recused.includes(by))
    return { kind: 'is-recused', step, by, others: others(run, kase, step, by) }
  return null
}

function isOwnCase(kase: Case, person: string): boolean {
  const entry = kase.applicant === null ? undefined : kase.vault[kase.applicant]?.value
  return entry !== undefined && isApplicant(entry) && entry.staffId === person
}

function separatedStep(
  run: Runnable,
  kase: Case,
  step: string,
  task: Task,
  by: string,
): Refusal | null {
  const from = (task.separateFrom ?? []).find((other) => completed(kase, other, by))
  return from === undefined
    ? null
    : { kind: 'separated-step', step, by, from, others: others(run, kase, step, by) }
}

function separatedStage(run: Runnable, kase: Case, step: string, by: string): Refusal | null {
  const conflict = stageConflict(run, kase, step, by)
  return conflict === null
    ? null
    : { kind: 'separated-stage', step, by, ...conflict, others: others(run, kase, step, by) }
}

function stageConflict(
  run: Runnable,
  kase: Case,
  step: string,
  by: string,
): { readonly stage: Stage; readonly from: Stage } | null {
  const stage = stageOf(run.program.tree, step)
  if (stage === undefined) return null
  for (const stages of run.workflow.policies?.separation ?? []) {
    if (!stages.includes(stage)) continue
    const from = stages.find((other) => other !== stage && kase.people[other]?.includes(by))
    if (from !== undefined) return { stage, from }
  }
  return null
}

function samePerson(
  run: Runnable,
  kase: Case,
  step: string,
  task: Task,
  by: string,
): Refusal | null {
  const sameAs = task.samePersonAs
  if (sameAs === undefined || nobodyCompleted(kase, sameAs) || completed(kase, sameAs, by))
    return null
  return { kind: 'other-person-needed', step, by, sameAs, others: others(run, kase, step, by) }
}

function completed(kase: Case, step: string, person: string): boolean {
  return kase.position.done[step]?.people.includes(person) === true
}

function nobodyCompleted(kase: Case, step: string): boolean {
  return (kase.position.done[step]?.people.length ?? 0) === 0
}
