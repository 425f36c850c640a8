import { type Calendar, compileCalendar } from '../calendar/calendar.ts'
import { civilDayOf } from '../calendar/instant.ts'
import { compileDirectory, type DirectoryIndex } from '../directory/directory-index.ts'
import { type CompiledMachine, compileMachine } from '../machine/case-machine.ts'
import type { Route } from '../machine/moves.ts'
import type { Position } from '../machine/position.ts'
import { compileProgram, type ProgramFault } from '../machine/program.ts'
import { type Stepper, stepperOf } from '../machine/step-machine.ts'
import type { Registers } from '../model/registers.ts'
import type { Hash, Release } from '../model/release.ts'
import type { Workflow } from '../model/workflow.ts'
import { type RoutingContext, routeWho, type TableAnswer } from '../routing/resolve.ts'
import { type Tracer, traceMachine } from '../trace/tracer.ts'

/** A workflow ready to run in one town. */
export interface Runnable extends CompiledMachine {
  readonly workflow: Workflow
  readonly town: string
  /** Steps the machine through its traced program. */
  readonly tracer: Tracer
  /** Steps the machine itself: the measure of the traced program. */
  readonly stepper: Stepper
}

/** One release and one edition of each register, compiled. */
export interface World {
  readonly release: Release
  readonly registers: Registers
  readonly index: DirectoryIndex
  readonly calendar: Calendar
  readonly utcOffset: string
  /** The machine of a workflow in a town; compiled once. @throws BrokenRelease */
  runnable(workflow: Hash, town: string): Runnable
}

/** A workflow of the release does not compile or is not there: it was never checked. */
export class BrokenRelease extends Error {
  override readonly name = 'BrokenRelease'
  readonly workflow: Hash
  readonly faults: readonly ProgramFault[]
  constructor(workflow: Hash, faults: readonly ProgramFault[]) {
    super(`workflow ${workflow} of the release does not compile`)
    this.workflow = workflow
    this.faults = faults
  }
}

export function makeWorld(release: Release, registers: Registers): World {
  const runnables = new Map<string, Runnable>()
  const world: World = {
    release,
    registers,
    index: compileDirectory(registers.directory, registers.people),
    calendar: compileCalendar(registers.calendar),
    utcOffset: release.content.utcOffset,
    runnable(workflow, town) {
      const key = `${workflow} ${town}`
      const known = runnables.get(key)
      if (known !== undefined) return known
      const made = compileRunnable(world, workflow, town)
      runnables.set(key, made)
      return made
    },
  }
  return world
}

function compileRunnable(world: World, hash: Hash, town: string): Runnable {
  const { workflows, tables } = world.release.content
  const workflow = Object.hasOwn(workflows, hash) ? workflows[hash] : undefined
  if (workflow === undefined) throw new BrokenRelease(hash, [])
  const program = compileProgram(workflow, tables)
  if (!program.ok) throw new BrokenRelease(hash, program.error)
  const route: Route = (_step, task, context) =>
    routeWho(
      task.by,
      routingContext(world, { program: program.value, town }, context.position, context.now),
    )
  const compiled = compileMachine(program.value, route, firstMoment(world))
  return {
    ...compiled,
    workflow,
    town,
    tracer: traceMachine(compiled),
    stepper: stepperOf(compiled),
  }
}

/** What routing sees of a case at a moment. */
export function routingContext(
  world: World,
  run: Pick<Runnable, 'program' | 'town'>,
  position: Position,
  now: string,
): RoutingContext {
  return {
    index: world.index,
    town: run.town,
    day: civilDayOf(now, world.utcOffset),
    data: position.data,
    completedBy: (step) => position.done[step]?.people ?? [],
    table: (id) =>
      tableAnswer(run.program.tables.get(id)?.evaluate(position.data, { now }).outputs ?? null),
  }
}

function tableAnswer(outputs: Readonly<Record<string, unknown>> | null): TableAnswer | null {
  if (outputs === null) return null
  const { duty, post } = outputs
  return {
    ...(typeof duty === 'string' ? { duty } : {}),
    ...(typeof post === 'string' ? { post } : {}),
  }
}

/** A day on which the directory is in force, for a machine that nobody gives the time. */
function firstMoment(world: World): string {
  let day = '2000-01-01'
  for (const town of Object.values(world.registers.directory.towns)) {
    for (const { from } of town.bindings) if (from !== undefined && from > day) day = from
  }
  return `${day}T00:00:00${world.utcOffset}`
}
