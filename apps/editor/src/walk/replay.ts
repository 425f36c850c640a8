import {
  type ActCommand,
  type Case,
  type Engine,
  peopleAsked,
  type Refusal,
  type TaskView,
} from '@yichuang/engine'
import {
  type Act,
  act,
  actorNamed,
  caseOf,
  type Moment,
  moveTo,
  openWalk,
  type Walk,
} from './walk.ts'

/** A walk taken up elsewhere, and what stopped it before its end. */
export interface Replayed {
  readonly walk: Walk
  readonly stoppedBy: { readonly refusal: Refusal; readonly deed: number } | null
}

/**
 * The same case in another town or by another draft: every deed again, each by the first person who
 * may do it there. It stops at the first deed that cannot be done there.
 */
export function replay(from: Walk, engine: Engine, town: string): Replayed | Refusal {
  const deeds = from.moments.slice(0, from.cursor + 1)
  const opening = from.moments[0].deed
  if (opening.do !== 'open') return { kind: 'unknown-item', item: from.item, known: [] }
  const { data = {}, at } = opening.command
  const opened = openWalk(engine, { item: from.item, town, data, at })
  if (!opened.ok) return opened.error
  let walk = opened.value
  for (const [n, { deed }] of deeds.entries()) {
    const before = deeds[n - 1]
    if (deed.do === 'open' || !before) continue
    const timed = moveTo(walk, deed.do === 'tick' ? deed.at : deed.command.at)
    if (!timed.ok) return { walk, stoppedBy: { refusal: timed.error, deed: n } }
    walk = timed.value
    if (deed.do === 'tick') continue
    const done = again(from, before, walk, deed.command)
    if ('kind' in done) return { walk, stoppedBy: { refusal: done, deed: n } }
    walk = done
  }
  const timed = moveTo(walk, from.at)
  return { walk: timed.ok ? timed.value : walk, stoppedBy: null }
}

function again(from: Walk, before: Moment, walk: Walk, command: ActCommand): Walk | Refusal {
  const { commandId: _id, at: _at, salts: _salts, ...rest } = command
  const step = stepOf(command.task)
  const deed: Act = { ...rest, task: step }
  const word = 'person' in command.by ? command.by.person : null
  if (word === null) return tried(act(walk, deed))
  const here = candidates(from.engine, before.case, step, walk.at, word)
  const people = eligible(walk, step, word, here.group)
  return firstAllowed(walk, deed, people)
}

/** Acts as the first of the people who is not refused for who they are. */
export function firstAllowed(walk: Walk, deed: Act, people: readonly string[]): Walk | Refusal {
  let last = tried(act(walk, deed))
  if (!('kind' in last)) return last
  const asked = people.length > 0 ? people : 'asked' in last ? last.asked : []
  for (const person of asked) {
    last = tried(act(walk, { ...deed, by: actorNamed(person) }))
    if (!('kind' in last) || !ABOUT_THE_PERSON.includes(last.kind)) return last
  }
  return last
}

const ABOUT_THE_PERSON: readonly Refusal['kind'][] = [
  'not-for-you',
  'not-asked',
  'separated-step',
  'separated-stage',
  'other-person-needed',
  'own-case',
  'is-recused',
  'claimed-by-other',
]

function eligible(walk: Walk, step: string, word: string, group: number | null): readonly string[] {
  const { view, seats } = standing(walk.engine, caseOf(walk), step, walk.at)
  const ofGroup = seats
    .filter((seat) => seat.group === group && seat.state === 'open')
    .flatMap(peopleAsked)
  const people = view?.people ?? []
  const wanted = people.filter((it) => ofGroup.includes(it))
  const rest = people.filter((it) => !ofGroup.includes(it))
  return [...people.filter((it) => it === word), ...wanted, ...rest]
}

/** Which entry of the step's `by` the person stood for. */
function candidates(engine: Engine, kase: Case, step: string, at: string, word: string) {
  const { seats } = standing(engine, kase, step, at)
  const own = seats.find((seat) => peopleAsked(seat).includes(word))
  return { group: own?.group ?? null }
}

function standing(engine: Engine, kase: Case, step: string, at: string) {
  const view: TaskView | undefined = engine.openTasks(kase, at).find((it) => it.step === step)
  return { view, seats: kase.position.open[step]?.seats ?? [] }
}

function tried(decided: ReturnType<typeof act>): Walk | Refusal {
  return decided.ok ? decided.value : decided.error
}

function stepOf(task: string): string {
  return task.split('#')[0] ?? task
}
