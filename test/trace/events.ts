import type { CaseInput, MoveEvent, Position, Runnable, Signer } from '@yichuang/engine'
import type { Choices } from '@yichuang/engine/testing'
import type { StateConfig } from '../../packages/engine/src/machine/state-config.ts'
import type { StepChange } from '../../packages/engine/src/machine/step-change.ts'
import type { Coverage } from './coverage.ts'
import { Drafts } from './drafts.ts'
import { answerName } from './happenings.ts'
import { RandomReturns } from './returns.ts'

const TIMES = [
  '2026-03-02T09:00:00+08:00',
  '2026-06-30T23:59:59+08:00',
  '2026-12-31T17:30:00+08:00',
  '2027-01-04T00:00:00+08:00',
] as const
const STRANGER = 'nobody'
const FREE_SEAT = {
  id: 's1',
  group: 0,
  weight: 1,
  line: [{ people: ['somebody'] }],
  state: 'open',
} as const
/** An action refused less often than this is tried by strangers. */
const REFUSALS_WANTED = 150

/** Random events of a case. */
export class Events {
  private readonly run: Runnable
  private readonly choices: Choices
  private readonly coverage: Coverage
  private readonly drafts: Drafts
  private readonly returns: RandomReturns
  private readonly types: readonly string[]
  private readonly typesOf = new Map<string, string[]>()
  private readonly tried = new Map<string, number>()

  constructor(run: Runnable, choices: Choices, coverage: Coverage) {
    this.run = run
    this.choices = choices
    this.coverage = coverage
    this.drafts = new Drafts(run, choices, coverage)
    this.returns = new RandomReturns(run, choices, coverage)
    this.types = stepTypes(run)
    for (const type of this.types) {
      const own = this.typesOf.get(ownerOf(type))
      if (own === undefined) this.typesOf.set(ownerOf(type), [type])
      else own.push(type)
    }
  }

  opening(): CaseInput {
    return { at: TIMES[0], data: this.drafts.someData() }
  }

  /** An event that the case listens to; it may still be refused. */
  inTurn(position: Position): MoveEvent {
    const roll = this.choices.below(100)
    const request = roll < 9 ? this.returns.request(position) : null
    if (request !== null) return { type: '@return', ...this.at(), request }
    if (roll === 99) return { type: '@patch', ...this.at(), patch: this.patch() }
    const isCarried = Object.keys(position.carried).length > 0 && this.choices.chance(45)
    const repeated = isCarried ? this.repeated(position) : null
    if (repeated !== null) return repeated
    const stuck = Object.keys(position.open).find((id) => this.isStuck(position, id))
    if (stuck !== undefined && this.choices.chance(60))
      return this.filled(`${stuck}.@seats`, position)
    const heard = this.heard(position)
    const actions = heard.filter((type) => isStepAction(position, type))
    return this.filled(this.rarest(roll < 85 && actions.length > 0 ? actions : heard), position)
  }

  /** The same kind of event once more, by other people and with other data. */
  again(event: MoveEvent, position: Position): MoveEvent {
    const { type, request } = event
    if (request === undefined) return this.filled(type, position)
    return { type, ...this.at(), request: this.returns.varied(request) }
  }

  /** An event that nothing listens to now: unknown to the workflow, or out of turn. */
  outOfTurn(position: Position): MoveEvent {
    const known = this.choices.any(this.types) ?? ''
    if (!this.choices.chance(35) && !this.isHeard(position, known))
      return this.filled(known, position)
    const step = this.choices.any(Object.keys(position.open)) ?? 'nowhere'
    const unknown = ['nonsense', `${step}.nonsense`, step, `${step}.`, 'toString', '']
    return { type: this.choices.any(unknown) ?? '', ...this.at() }
  }

  private heard(position: Position): readonly string[] {
    return [...Object.keys(position.open), ...Object.keys(position.blocks)].flatMap((owner) =>
      (this.typesOf.get(owner) ?? []).filter((type) => this.isHeard(position, type)),
    )
  }

  /** A side that people open is heard while it rests. */
  private isHeard(position: Position, type: string): boolean {
    if (position.closed) return false
    const owner = ownerOf(type)
    if (position.open[owner] !== undefined) return true
    if (position.blocks[owner] === undefined) return false
    const side = this.run.program.tree.blocks.get(type.replace('.', '/'))
    if (side?.side === undefined) return true
    return 'by' in side.side.opens && Object.keys(side.steps).every((id) => !isActive(position, id))
  }

  /** Mostly, of three types drawn, the one that was tried least; always would starve the others. */
  private rarest(types: readonly string[]): string {
    const drawn = (this.choices.chance(60) ? [0, 0, 0] : [0]).flatMap(
      () => this.choices.any(types) ?? [],
    )
    const least = Math.min(...drawn.map((type) => this.tried.get(type) ?? 0))
    const type = drawn.find((each) => (this.tried.get(each) ?? 0) === least) ?? ''
    this.tried.set(type, least + 1)
    return type
  }

  /** Nobody is left to speak: a newer directory has to seat somebody. */
  private isStuck(position: Position, id: string): boolean {
    const seats = position.open[id]?.seats ?? []
    const isTask = this.run.program.tree.places.get(id)?.step.kind === 'task'
    return isTask && seats.every(({ state }) => state !== 'open')
  }

  /** Takes the exit of last time and writes nothing: so a case goes straight back. */
  private repeated(position: Position): MoveEvent | null {
    const step = this.choices.any(Object.keys(position.open).filter((id) => position.done[id]))
    if (step === undefined) return null
    const exit = (position.carried[step] ?? position.done[step])?.exit
    return { type: `${step}.${exit}`, ...this.at() }
  }

  private filled(type: string, position: Position): MoveEvent {
    const step = ownerOf(type)
    if (type.endsWith('.@seats')) return { type, ...this.at(), ...this.seats(position, step) }
    const data = this.drafts.dataOf(position, step, type)
    return { type, ...this.at(), ...this.by(position, type), ...data }
  }

  private at(): Pick<MoveEvent, 'at'> {
    const at = TIMES[this.choices.below(TIMES.length + 1)]
    return at === undefined ? {} : { at }
  }

  private by(position: Position, type: string): Pick<MoveEvent, 'by'> {
    const refused = this.coverage.countOf(answerName(`may:${type}`, false))
    const roll = this.choices.below(100)
    if (roll < (refused < REFUSALS_WANTED ? 10 : 2)) return { by: STRANGER }
    const seats = position.open[ownerOf(type)]?.seats ?? []
    const by =
      roll < 55 ? undefined : this.choices.any(seats.flatMap(({ line }) => line[0]?.people ?? []))
    return by === undefined ? {} : { by }
  }

  /** A change to some task of the workflow: a rare thing, which holds for the rest of the case. */
  private patch(): NonNullable<MoveEvent['patch']> {
    const tasks = [...this.run.program.tree.places.values()].filter(
      ({ step }) => step.kind === 'task',
    )
    const step = this.choices.any(tasks)?.id ?? 'nowhere'
    const change = this.choices.pick<StepChange>([
      { skip: true },
      { before: ['a'] },
      { after: ['b'] },
      { without: ['somebody'] },
    ])
    return { step, change }
  }

  private seats(position: Position, step: string): Pick<MoveEvent, 'seats' | 'touched'> {
    const { choices } = this
    const present = position.open[step]?.seats ?? []
    const touched = choices.chance(50) ? { touched: choices.chance(50) } : {}
    if (present.length === 0) return { ...touched, seats: [FREE_SEAT] }
    const line = choices.pick<readonly Signer[]>([
      [{ people: ['b'], before: [{ people: ['a'], added: { by: 'b', as: 'signer' } }] }],
      [{ people: [] }],
      [{ people: ['a', 'b'] }],
    ])
    const changed = present.map((seat) => ({ ...seat, line }))
    return { ...touched, seats: choices.pick([present, changed, changed, present.slice(1)]) }
  }
}

function ownerOf(type: string): string {
  return type.slice(0, type.indexOf('.'))
}

function isActive(position: Position, id: string): boolean {
  return position.open[id] !== undefined || position.blocks[id] !== undefined
}

/** An action of an open step, not a lapse of time and not an act on its seats. */
function isStepAction(position: Position, type: string): boolean {
  return position.open[ownerOf(type)] !== undefined && !type.includes('.@')
}

/** Every event type that some state listens to, `@return` apart: `<step or phase>.<what>`. */
export function stepTypes(run: Runnable): readonly string[] {
  const types = new Set<string>()
  const queue: StateConfig[] = [run.config]
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const type of Object.keys(state.on ?? {})) if (type !== '@return') types.add(type)
    queue.push(...Object.values(state.states ?? {}))
  }
  return [...types]
}
