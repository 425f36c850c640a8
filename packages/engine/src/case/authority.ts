import { stageOf } from '../machine/block.ts'
import type { Stage, StepId, Task } from '../model/step.ts'
import { askedNow } from '../routing/tally.ts'
import type { Case } from './case.ts'
import { isApplicant } from './open-seal.ts'
import type { Refusal } from './refusal.ts'
import type { Runnable } from './world.ts'

type Conflict =
  | { readonly kind: 'own-case' }
  | { readonly kind: 'is-recused' }
  | { readonly kind: 'separated-step'; readonly from: StepId }
  | { readonly kind: 'separated-stage'; readonly stage: Stage; readonly from: Stage }
  | { readonly kind: 'other-person-needed'; readonly sameAs: StepId }

/**
 * What keeps a member of staff from acting on a step, beside not being asked: an own case and recusal
 * (SoD6, Penalty Law art. 43); on a task also separation of duties by step and by stage (SoD1, SoD3),
 * and the same person where one is demanded. Null when nothing does.
 */
export function conflictOf(
  run: Runnable,
  kase: Case,
  step: StepId,
  person: string,
): Refusal | null {
  const conflict = conflictAt(run, kase, step, person)
  if (conflict === null) return null
  const others = eligible(run, kase, step).filter((other) => other !== person)
  return { ...conflict, step, by: person, others }
}

/** The same on a whole phase: who acts there acts in no step. `asked`: whom a refusal names instead. */
export function conflictOnPhase(
  kase: Case,
  phase: StepId,
  person: string,
  asked: readonly string[],
): Refusal | null {
  const conflict = interestOf(kase, person)
  if (conflict === null) return null
  const others = asked.filter((other) => interestOf(kase, other) === null)
  return { ...conflict, step: phase, by: person, others }
}

/** Those asked now who are free of conflicts. */
export function eligible(run: Runnable, kase: Case, step: StepId): readonly string[] {
  return askedOn(run, kase, step).filter((person) => !isBarred(run, kase, step, person))
}

export function isBarred(run: Runnable, kase: Case, step: StepId, person: string): boolean {
  return conflictAt(run, kase, step, person) !== null
}

/** Those whose turn it is on an open task, conflicts or not. */
export function askedOn(run: Runnable, kase: Case, step: StepId): readonly string[] {
  const task = run.program.tree.places.get(step)?.step
  const open = kase.position.open[step]
  return task?.kind === 'task' && open !== undefined ? askedNow(task, open.seats) : []
}

function conflictAt(run: Runnable, kase: Case, step: StepId, person: string): Conflict | null {
  if (person.startsWith('@')) return null
  const interest = interestOf(kase, person)
  const task = run.program.tree.places.get(step)?.step
  if (interest !== null || task?.kind !== 'task') return interest
  return (
    separatedStep(kase, task, person) ??
    separatedStage(run, kase, step, person) ??
    otherPerson(kase, task, person)
  )
}

function interestOf(
  kase: Case,
  person: string,
): Extract<Conflict, { kind: 'own-case' | 'is-recused' }> | null {
  const entry = kase.applicant === null ? undefined : kase.vault[kase.applicant]?.value
  const applicant = entry !== undefined && isApplicant(entry) ? entry.staffId : undefined
  if (applicant === person) return { kind: 'own-case' }
  return kase.recused.includes(person) ? { kind: 'is-recused' } : null
}

function separatedStep(kase: Case, { separateFrom = [] }: Task, person: string): Conflict | null {
  const from = separateFrom.find((step) => hasCompleted(kase, step, person))
  return from === undefined ? null : { kind: 'separated-step', from }
}

function separatedStage(run: Runnable, kase: Case, step: StepId, person: string): Conflict | null {
  const stage = stageOf(run.program.tree, step)
  if (stage === undefined) return null
  for (const stages of run.workflow.policies?.separation ?? []) {
    if (!stages.includes(stage)) continue
    const from = stages.find((other) => other !== stage && kase.people[other]?.includes(person))
    if (from !== undefined) return { kind: 'separated-stage', stage, from }
  }
  return null
}

/** Whoever completed the step last; while nobody has, anybody. */
function otherPerson(kase: Case, { samePersonAs }: Task, person: string): Conflict | null {
  if (samePersonAs === undefined) return null
  const people = kase.position.done[samePersonAs]?.people ?? []
  return people.length === 0 || people.includes(person)
    ? null
    : { kind: 'other-person-needed', sameAs: samePersonAs }
}

/** In any round: who investigated before a return has investigated. An act taken back never counted. */
function hasCompleted(kase: Case, step: StepId, person: string): boolean {
  const { people = [], earlier = [] } = kase.position.done[step] ?? {}
  return people.includes(person) || earlier.includes(person)
}
