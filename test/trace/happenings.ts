import type { CaseContext, MoveEvent, Position, PositionFact } from '@yichuang/engine'

/** An answer of a guard, as coverage names it. */
export function answerName(guard: string, answer: boolean): string {
  return `${guard} ${answer ? 'yes' : 'no'}`
}

/** What coverage counts in a step that changed the case: the action, and the exits taken. */
export function happeningsOf(
  event: MoveEvent,
  { facts, position }: CaseContext,
): readonly string[] {
  return [actionName(event), ...facts.flatMap((fact) => happeningsIn(fact, position))]
}

/** Actions go by their event; returns by what becomes of the way back and of the siblings. */
export function actionName({ type, request }: MoveEvent): string {
  return request === undefined ? `action ${type}` : returnName(request.then, request.siblings)
}

export function returnName(then: string, siblings: string): string {
  return `action @return ${then} ${siblings}`
}

export function exitName(owner: string, exit: string): string {
  return `exit ${owner}.${exit}`
}

/** A rule of the table of a decision, from 1. */
export function ruleName(decision: string, rule: number): string {
  return `rule ${decision}.${rule}`
}

/** Who was returned to, in which block. */
export function returnedName(to: string, block: string): string {
  return `returned to ${to} in ${block}`
}

function happeningsIn(fact: PositionFact, { rounds }: Position): readonly string[] {
  switch (fact.fact) {
    case 'done':
      return [exitName(fact.step, fact.exit)]
    case 'decided':
      return [
        exitName(fact.step, fact.exit),
        ...(fact.hits ?? []).map((hit) => ruleName(fact.step, hit)),
      ]
    case 'left':
      return fact.exit === undefined ? [] : [exitName(fact.block, fact.exit)]
    case 'side-rested':
      return [exitName(fact.side, fact.result)]
    case 'returned':
      return [
        returnedName(fact.to, fact.block),
        ...(fact.carry === undefined ? [] : carriedNames(fact.carry, fact.block)),
      ]
    case 'side-opened':
      return [`${fact.side} opened ${rounds[fact.side]} times`]
    default:
      return []
  }
}

/** Who carries the way back, and what is taken up again at its end. */
function carriedNames(
  { by, back }: { readonly by: string; readonly back: Position['carried'][string] },
  block: string,
): readonly string[] {
  const saved = Object.keys(back.resume.steps).map((step) => `saved ${step} for ${block}`)
  return [`carried ${by}>${block}`, ...saved]
}
