import { isLeaf } from '../machine/block.ts'
import type { Position } from '../machine/position.ts'
import type { Stops } from '../model/limit.ts'
import { stepOfTask } from './apply-record-fact.ts'
import type { Case, ClockStop, RunningClock } from './case.ts'
import { clockAround, clockId, dueDate, stateLimit } from './clocks.ts'
import type { RecordFact } from './fact.ts'
import { suspendedBy } from './suspension.ts'
import type { Runnable, World } from './world.ts'

type Running = Pick<RunningClock, 'start' | 'value' | 'unit' | 'basis' | 'escalate' | 'stops'>

/** The clocks of a case while one move is worked through; collects what is to be recorded. */
export class ClockBook {
  readonly facts: RecordFact[] = []
  private readonly running = new Map<string, Running>()
  private readonly ended = new Map<string, Running>()
  private readonly world: World
  private readonly run: Runnable
  private readonly kase: Pick<Case, 'tasks' | 'clocks'>
  private readonly position: Position
  private readonly at: string

  constructor(
    world: World,
    run: Runnable,
    kase: Pick<Case, 'tasks' | 'clocks'>,
    position: Position,
    at: string,
  ) {
    this.world = world
    this.run = run
    this.kase = kase
    this.position = position
    this.at = at
    for (const [id, clock] of Object.entries(kase.clocks).sort(byName)) {
      const book = clock.endedAt === undefined ? this.running : this.ended
      book.set(id, clock)
    }
  }

  /** Clocks run from the phase's first entry; an entry again continues them. */
  enterPhase(block: string): void {
    const phase = this.run.program.tree.blocks.get(block)?.phase
    for (const [name, clock] of Object.entries(phase?.clocks ?? {})) {
      const id = clockId(block, name)
      const before = this.ended.get(id)
      const stated = before ?? stateLimit(this.world, clock, this.position.data, this.at)
      if (stated === null || this.running.has(id)) continue
      const limit: Running = { ...stated, stops: before?.stops ?? [] }
      this.running.set(id, limit)
      const { start, value, unit, basis, escalate } = limit
      this.facts.push({
        fact: 'clock-started',
        clock: id,
        start,
        value,
        unit,
        basis,
        ...(escalate === undefined ? {} : { escalate }),
        due: dueDate(this.world, limit, limit.stops),
      })
    }
    if (phase?.stops !== undefined) this.stop(phase.stops, block, this.blockTask(block))
  }

  leavePhase(block: string): void {
    const suspended = suspendedBy(block)
    this.resume((by) => stepOfTask(by) === suspended)
    const phase = this.run.program.tree.blocks.get(block)?.phase
    for (const name of Object.keys(phase?.clocks ?? {})) {
      const id = clockId(block, name)
      const clock = this.running.get(id)
      if (clock === undefined) continue
      this.running.delete(id)
      this.ended.set(id, clock)
      this.facts.push({ fact: 'clock-ended', clock: id, at: this.at })
    }
    // Whatever the visit: a phase left and entered again in one move has a new one already.
    if (phase?.stops !== undefined) this.resume((by) => stepOfTask(by) === block)
  }

  openStep(step: string): void {
    const leaf = this.run.program.tree.places.get(step)?.step
    if (leaf === undefined || !isLeaf(leaf) || leaf.stops === undefined) return
    this.stop(leaf.stops, step, `${step}#${this.position.open[step]?.round ?? 1}`)
  }

  /** A step that is left, or cancelled, stops stopping. */
  closeStep(step: string): void {
    const task = this.kase.tasks[step]?.task
    if (task !== undefined) this.resume((by) => by === task || by === suspendedBy(task))
  }

  private blockTask(block: string): string {
    return `${block}#${this.position.rounds[block] ?? 1}`
  }

  private stop(stops: Stops, step: string, by: string): void {
    for (const [name, { ground, basis }] of Object.entries(stops)) {
      const id = clockAround(this.run.program.tree, step, name)
      const clock = id === null ? undefined : this.running.get(id)
      if (id === null || clock === undefined) continue
      const stop: ClockStop = { by, from: this.at, ground, basis }
      this.running.set(id, { ...clock, stops: [...clock.stops, stop] })
      this.facts.push({ fact: 'clock-stopped', clock: id, by, at: this.at, ground, basis })
    }
  }

  private resume(isBy: (by: string) => boolean): void {
    for (const [id, { stops }] of [...this.running]) {
      for (const stop of stops) if (stop.to === undefined && isBy(stop.by)) this.end(id, stop)
    }
  }

  private end(id: string, stop: ClockStop): void {
    const clock = this.running.get(id)
    if (clock === undefined) return
    const stops = clock.stops.map((each) => (each === stop ? { ...each, to: this.at } : each))
    this.running.set(id, { ...clock, stops })
    this.facts.push({
      fact: 'clock-resumed',
      clock: id,
      by: stop.by,
      at: this.at,
      due: dueDate(this.world, clock, stops),
    })
  }
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}
