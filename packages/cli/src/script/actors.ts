import {
  type Actor,
  type Case,
  type Engine,
  isInForce,
  type Party,
  peopleAsked,
} from '@yichuang/engine'
import type { By, ByChoice } from './script-line.ts'

/** The word of a script for “the first who may act now”. */
const AUTO = '@auto'

/** Nobody's staff id: whoever acts under it is refused, and the refusal names those who may. */
export const SOMEBODY = '?auto'

/** The actor that a word names: a staff id, `@applicant`, `@body:county`, `@service:…`, `@case:…`, `@message:…`. */
export function actorNamed(word: string): Actor {
  const [, kind = '', rest] = /^@([a-z-]+)(?::(.*))?$/.exec(word) ?? []
  if (kind === '') return { person: word }
  if (isParty(kind)) return { party: kind }
  if (rest === undefined) return { person: word }
  if (kind === 'body') return { body: rest }
  if (kind === 'service') return { service: rest }
  if (kind === 'case') return { case: rest === '*' ? 'child-1' : rest }
  return kind === 'message' ? { message: rest } : { person: word }
}

function isParty(word: string): word is Party {
  return word === 'applicant' || word === 'agent' || word === 'third-party'
}

/** Those whom `by` may mean, best first; null when it names one actor outright. */
export function choiceOf(by: By | undefined): ByChoice | null {
  if (by === undefined || by === AUTO) return {}
  if (typeof by === 'string') return null
  const isNamed = 'person' in by || 'party' in by || 'body' in by
  if (isNamed || 'service' in by || 'case' in by || 'message' in by) return null
  return by
}

/** The actor that `by` names outright. */
export function namedActor(by: By): Actor {
  if (typeof by === 'string') return actorNamed(by)
  if ('person' in by || 'party' in by || 'body' in by) return by
  if ('service' in by || 'case' in by || 'message' in by) return by
  return { person: SOMEBODY }
}

/** Staff and parties who may act on an open task now and fit the choice, in the order of the seats. */
export function candidatesFor(
  engine: Engine,
  kase: Case,
  task: string,
  at: string,
  choice: ByChoice,
): readonly string[] {
  const step = task.split('#')[0] ?? task
  const view = engine.openTasks(kase, at).find((open) => open.step === step)
  if (view === undefined) return []
  const seats = kase.position.open[step]?.seats ?? []
  const ofDuty = seats
    .filter((seat) => view.groups[seat.group]?.duty === choice.duty)
    .flatMap((seat) => peopleAsked(seat))
  return view.people.filter((person) => {
    const isOfDuty = choice.duty === undefined || ofDuty.includes(person)
    return isOfDuty && holdsPost(engine, person, choice.post, at)
  })
}

/** Whether somebody holds a post on the day of a moment; no post asked for: everybody will do. */
export function holdsPost(
  engine: Engine,
  person: string,
  post: string | undefined,
  at: string,
): boolean {
  if (post === undefined) return true
  const holds = engine.registers.people.people[person]?.holds ?? []
  const day = at.slice(0, 10)
  return holds.some((holding) => holding.post === post && isInForce(holding, day))
}
