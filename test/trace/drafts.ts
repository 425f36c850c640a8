import type { CaseData, MoveEvent, Position, Runnable } from '@yichuang/engine'
import type { Choices } from '@yichuang/engine/testing'
import { isLeaf } from '../../packages/engine/src/machine/block.ts'
import { type DecisionAhead, decisionsAhead } from './ahead.ts'
import { aimAt, type Table } from './aim.ts'
import type { Coverage } from './coverage.ts'
import { exitName, ruleName } from './happenings.ts'
import { type Draw, drawsOf } from './values.ts'

const DRAFTS = 5
const SOME_DAY = '2026-03-02T09:00:00+08:00'

/** Random data of events, biased towards the exits of decisions that were seen least. */
export class Drafts {
  private readonly run: Runnable
  private readonly choices: Choices
  private readonly coverage: Coverage
  private readonly draw: Draw
  private readonly fields: readonly string[]
  private readonly ahead: ReadonlyMap<string, DecisionAhead>

  constructor(run: Runnable, choices: Choices, coverage: Coverage) {
    this.run = run
    this.choices = choices
    this.coverage = coverage
    this.draw = drawsOf(run, choices)
    this.fields = Object.keys(run.workflow.fields)
    this.ahead = decisionsAhead(run.program)
  }

  /** Of a few drafts the one that leads where the decision ahead has led least. */
  dataOf(position: Position, step: string, type: string): Pick<MoveEvent, 'data'> {
    const decision = this.ahead.get(type)
    if (decision?.table !== undefined && this.choices.chance(30))
      return { data: this.aimed(position, step, decision, decision.table) }
    let best = this.draft(position, step, [])
    if (decision !== undefined && this.choices.chance(80)) {
      const led = (data: CaseData): number => {
        const exit = decision.exitFor({ ...position.data, ...data }, SOME_DAY)
        return this.coverage.countOf(exitName(decision.id, exit))
      }
      for (let n = 1; n < DRAFTS; n += 1) {
        const other = this.draft(position, step, decision.reads)
        if (led(other) < led(best)) best = other
      }
    }
    return Object.keys(best).length === 0 ? {} : { data: best }
  }

  /** Data that bring about the rule which was hit least, of two drawn. */
  private aimed(position: Position, step: string, { id }: DecisionAhead, table: Table): CaseData {
    const { choices, draw } = this
    const data = this.draft(position, step, [])
    const rule = (): number => 1 + choices.below(table.rows.length)
    const [one, other] = [rule(), rule()]
    const hits = (each: number): number => this.coverage.countOf(ruleName(id, each))
    const rarer = hits(one) < hits(other) ? one : other
    const before = { ...position.data, ...data }
    return { ...data, ...aimAt(table, rarer, before, { draw, choices, now: SOME_DAY }) }
  }

  /** What a new case may start from. */
  someData(): CaseData {
    return this.drawn(
      this.fields.filter(() => this.choices.chance(10)),
      {},
    )
  }

  /** Mostly what the step needs, then what it edits, a few of `others`, and now and then any field. */
  private draft(position: Position, id: string, others: readonly string[]): CaseData {
    const step = this.run.program.tree.places.get(id)?.step
    const rights = step !== undefined && isLeaf(step) && 'data' in step ? step.data : undefined
    const { choices } = this
    const isComplete = choices.chance(96)
    const needed = (rights?.need ?? []).filter(
      (field) => isComplete && ((position.data[field] ?? null) === null || choices.chance(50)),
    )
    const edited = (rights?.edit ?? []).filter(() => choices.chance(20))
    const besides = Array.from({ length: choices.below(4) }, () => choices.any(others))
    const stranger = choices.chance(5) ? choices.any(this.fields) : undefined
    const chosen = [...needed, ...edited, ...besides, stranger]
    return this.drawn(chosen, position.data)
  }

  private drawn(fields: readonly (string | undefined)[], data: CaseData): CaseData {
    const names = new Set(fields.filter((field) => field !== undefined))
    return Object.fromEntries([...names].map((field) => [field, this.draw(field, data)]))
  }
}
