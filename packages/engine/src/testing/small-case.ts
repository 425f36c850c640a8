import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/case-event.ts'
import type { ActCommand, OpenCommand } from '../case/command.ts'
import type { Effect } from '../case/effect.ts'
import { createEngine, type Engine } from '../case/engine.ts'
import type { TaskView } from '../case/open-tasks.ts'
import type { Refusal } from '../case/refusal.ts'
import type { Registers } from '../model/registers.ts'
import type { Release } from '../model/release.ts'
import type { DecisionTable } from '../model/table.ts'
import type { Workflow } from '../model/workflow.ts'
import { actorOf } from './random-walk.ts'
import { SMALL_TOWN, smallRegisters, smallRelease } from './small-county.ts'

/** A Monday morning in office hours. */
export const MONDAY = '2026-03-02T09:00:00+08:00'

/** What a test case opens with, beside its workflow. */
export interface SmallCaseOptions extends Partial<OpenCommand> {
  readonly duties?: readonly string[]
  readonly staff?: Readonly<Record<string, number>>
  readonly registers?: Registers
  readonly tables?: Readonly<Record<string, DecisionTable>>
}

type ActDetails = Omit<Partial<ActCommand>, 'by' | 'task' | 'action'>

/** One case for tests, on its way: the hand that acts, the clock on the wall, the ledger. */
export class SmallCase {
  readonly release: Release
  engine: Engine
  case: Case
  readonly ledger: CaseEvent[] = []
  readonly effects: Effect[] = []
  /** The time of the next command. */
  at: string
  private commands = 0

  constructor(workflow: Workflow, options: SmallCaseOptions = {}) {
    const { duties = ['D01', 'D02', 'D03', 'D04'], staff, registers, tables, ...command } = options
    const held = { duties, ...(staff === undefined ? {} : { staff }) }
    this.release = smallRelease(workflow, tables)
    this.engine = createEngine(this.release, registers ?? smallRegisters(held))
    this.at = command.at ?? MONDAY
    const opened = this.engine.open({
      caseId: 'case-1',
      commandId: 'c0',
      item: workflow.id,
      town: SMALL_TOWN,
      at: this.at,
      ...command,
    })
    if (!opened.ok) throw new Error(`not opened: ${JSON.stringify(opened.error)}`)
    this.case = opened.value.case
    this.ledger.push(...opened.value.events)
    this.effects.push(...opened.value.effects)
  }

  /** Somebody acts; a refusal fails the test. */
  act(task: string, action: string, by: string, details: ActDetails = {}): this {
    const decided = this.decide(task, action, by, details)
    if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.error)}`)
    this.case = decided.value.case
    this.ledger.push(...decided.value.events)
    this.effects.push(...decided.value.effects)
    return this
  }

  /** Somebody tries; what was refused, and nothing has changed. */
  refuse(task: string, action: string, by: string, details: ActDetails = {}): Refusal {
    const decided = this.decide(task, action, by, details)
    if (decided.ok) throw new Error(`accepted: ${task}.${action} by ${by}`)
    return decided.error
  }

  /** The host's clock strikes. */
  tick(at: string): readonly CaseEvent[] {
    this.at = at
    const ticked = this.engine.tick(this.case, at)
    if (!ticked.ok) throw new Error(`refused: ${JSON.stringify(ticked.error)}`)
    this.case = ticked.value.case
    this.ledger.push(...ticked.value.events)
    this.effects.push(...ticked.value.effects)
    return ticked.value.events
  }

  /** From here on the world is as these registers say. */
  learn(registers: Registers): this {
    this.engine = createEngine(this.release, registers)
    return this
  }

  /** The open steps, in the order of their names. */
  get open(): readonly string[] {
    return Object.keys(this.case.position.open).sort()
  }

  /** What an open step shows now. */
  task(step: string): TaskView {
    const view = this.engine.openTasks(this.case, this.at).find((task) => task.step === step)
    if (view === undefined) throw new Error(`${step} is not open; open: ${this.open.join(', ')}`)
    return view
  }

  /** The kinds of the events so far, from the n-th on. */
  kinds(from = 0): readonly string[] {
    return this.ledger.slice(from).map(({ kind }) => kind)
  }

  private decide(task: string, action: string, by: string, details: ActDetails) {
    this.commands += 1
    const base = { commandId: `c${this.commands}`, at: this.at, by: actorOf(by) }
    return this.engine.act(this.case, { task, action, ...base, ...details })
  }
}
