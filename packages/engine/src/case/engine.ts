import type { CaseMachine } from '../machine/case-machine.ts'
import type { Registers } from '../model/registers.ts'
import type { Release } from '../model/release.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { actOnCase } from './act.ts'
import type { Case } from './case.ts'
import { type ClockFace, clockFacesOf } from './clock-faces.ts'
import type { ActCommand, OpenCommand, Salts } from './command.ts'
import { type Explanation, explainStep } from './explain.ts'
import { nextDue } from './next-due.ts'
import { openCase } from './open.ts'
import { openTasksOf, type TaskView } from './open-tasks.ts'
import type { Decided } from './outcome.ts'
import type { Refusal } from './refusal.ts'
import { tickCase } from './tick.ts'
import { makeWorld, type Runnable, type World } from './world.ts'

/**
 * A release and an edition of the registers, ready to run cases. Pure: the same arguments give the
 * same answer, for ever. A host keeps the cases and gives the time.
 */
export interface Engine {
  readonly release: Release
  readonly registers: Registers
  /** The XState machine of an item in a town: for `createActor`, `useActor`, inspectors. */
  machine(item: string, town: string): CaseMachine
  open(command: OpenCommand): Decided
  act(kase: Case, command: ActCommand): Decided
  /**
   * Limits, deemed effects and newer registers that fell due by `at` (RFC 3339). `salts`: for
   * sensitive fields that a lapse writes.
   */
  tick(kase: Case, at: string, salts?: Salts): Decided
  /** When to call `tick` next; null when nothing waits for time. */
  nextDue(kase: Case): string | null
  /** Who may act now, where, until when, and why that section. */
  openTasks(kase: Case, at: string): readonly TaskView[]
  /** The clocks of the case: left, used, due, standstills. */
  clocks(kase: Case, at: string): readonly ClockFace[]
  /** Why a step stands where it stands: binding, rejected sections, rules, clauses. */
  explain(kase: Case, step: string, at: string): Explanation | null
  /** The compiled workflow of an item in a town: for tools. */
  runnable(item: string, town: string): Result<Runnable, Refusal>
  readonly world: World
}

/** An item or town that the release does not have was asked for by code. */
export class UnknownItem extends Error {
  override readonly name = 'UnknownItem'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.kind)
    this.refusal = refusal
  }
}

export function createEngine(release: Release, registers: Registers): Engine {
  const world = makeWorld(release, registers)
  const engine: Engine = {
    release,
    registers,
    world,
    machine(item, town) {
      const run = engine.runnable(item, town)
      if (!run.ok) throw new UnknownItem(run.error)
      return run.value.machine
    },
    runnable: (item, town) => runnableOf(world, item, town),
    open: (command) => openCase(world, command),
    act: (kase, command) => actOnCase(world, kase, command),
    tick: (kase, at, salts) => tickCase(world, kase, at, salts),
    nextDue,
    openTasks: (kase, at) => openTasksOf(world, world.runnable(kase.workflow, kase.town), kase, at),
    clocks: (kase, at) => clockFacesOf(world, kase, at),
    explain: (kase, step, at) =>
      explainStep(world, world.runnable(kase.workflow, kase.town), kase, step, at),
  }
  return engine
}

function runnableOf(world: World, item: string, town: string): Result<Runnable, Refusal> {
  const { towns } = world.release.content
  const items = Object.hasOwn(towns, town) ? towns[town] : undefined
  if (items === undefined) return fail({ kind: 'unknown-town', town, known: Object.keys(towns) })
  const workflow = Object.hasOwn(items, item) ? items[item] : undefined
  if (workflow === undefined) return fail({ kind: 'unknown-item', item, known: Object.keys(items) })
  return ok(world.runnable(workflow, town))
}
