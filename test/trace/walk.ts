import type { MoveEvent, Position, Runnable } from '@yichuang/engine'
import { type Choices, choicesFrom } from '@yichuang/engine/testing'
import type { Learnt } from '@yichuang/engine/trace'
import { type Both, type Machines, machinesOf } from './both.ts'
import { Coverage } from './coverage.ts'
import { Events } from './events.ts'
import { happeningsOf } from './happenings.ts'
import { Recipes } from './recipes.ts'
import { WithinReach } from './within-reach.ts'

/** What a walk saw. Plain data. */
export interface Walked {
  readonly steps: number
  /** Steps after which the case stood otherwise than before. */
  readonly changed: number
  /** Steps whose event was unknown or out of turn. */
  readonly outOfTurn: number
  /** Events out of turn that changed the case all the same. */
  readonly intruded: number
  /** Cases opened. */
  readonly opened: number
  /** How often each thing happened, by its name. */
  readonly counts: Readonly<Record<string, number>>
  readonly learnt: Learnt
}

/** In a hundred: events out of turn; chances to leave a case; new cases among the next ones. */
const OUT_OF_TURN = 10
const LEAVE = 9
const FRESH = 15

/**
 * Walks XState and the traced program of a workflow side by side through random events, and compares
 * them after each. It looks for what it has seen least: now and then it restarts just before it.
 * @throws Disagreement
 */
export function walkBoth(run: Runnable, steps: number, seed: number): Walked {
  const walk = new Walk(run, seed)
  for (let n = 0; n < steps; n += 1) walk.step()
  return { steps, ...walk.seen() }
}

class Walk {
  private readonly choices: Choices
  private readonly coverage = new Coverage()
  private readonly machines: Machines
  private readonly events: Events
  private readonly recipes: Recipes
  private readonly within: WithinReach
  private readonly tally = { changed: 0, outOfTurn: 0, intruded: 0, opened: 0 }
  private both: Both

  constructor(run: Runnable, seed: number) {
    this.choices = choicesFrom(seed)
    this.machines = machinesOf(run, this.coverage)
    this.events = new Events(run, this.choices, this.coverage)
    this.recipes = new Recipes(this.coverage, this.choices)
    this.within = new WithinReach(run, this.coverage)
    this.both = this.open()
  }

  step(): void {
    const isOutOfTurn = this.choices.chance(OUT_OF_TURN)
    const event = isOutOfTurn ? this.events.outOfTurn(this.position()) : this.nextInTurn()
    const { both } = this
    const after = this.machines.step(both, event)
    const isChanged = after.snapshot.context.position !== this.position()
    if (isChanged) this.count(event, after)
    if (isOutOfTurn) this.tally.outOfTurn += 1
    if (isOutOfTurn && isChanged) this.tally.intruded += 1
    this.recipes.keep(this.coverage.takePresent(), { before: both, event })
    this.both = after
  }

  seen(): Omit<Walked, 'steps'> {
    return { ...this.tally, counts: this.coverage.toRecord(), learnt: this.machines.learnt() }
  }

  private position(): Position {
    return this.both.snapshot.context.position
  }

  private nextInTurn(): MoveEvent {
    const isLeft = this.position().closed || this.choices.chance(LEAVE)
    const planned = isLeft ? this.restart() : null
    return planned ?? this.events.inTurn(this.position())
  }

  /** Takes up another case: a new one, or one just before what was seen least, with its event. */
  private restart(): MoveEvent | null {
    const recipe = this.choices.chance(FRESH) ? undefined : this.recipes.rarest()
    this.both = recipe?.before ?? this.open()
    if (recipe === undefined) return null
    const { event } = recipe
    return this.choices.chance(50) ? event : this.events.again(event, this.position())
  }

  private open(): Both {
    this.tally.opened += 1
    const both = this.machines.start(this.events.opening())
    this.coverage.takePresent()
    return both
  }

  private count(event: MoveEvent, { snapshot }: Both): void {
    this.tally.changed += 1
    for (const name of happeningsOf(event, snapshot.context))
      this.coverage.see(this.coverage.idOf(name))
    const { facts, position } = snapshot.context
    if (facts.some(({ fact }) => fact === 'opened')) this.within.see(position)
  }
}
