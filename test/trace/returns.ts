import type { Position, ReturnRequest, Runnable } from '@yichuang/engine'
import type { Choices } from '@yichuang/engine/testing'
import { returnTargets } from '../../packages/engine/src/machine/return-obstacle.ts'
import { targetOf } from '../../packages/engine/src/machine/return-target.ts'
import type { Coverage } from './coverage.ts'
import { returnedName } from './happenings.ts'

/** Random returns of a case, most of them allowed. */
export class RandomReturns {
  private readonly run: Runnable
  private readonly choices: Choices
  private readonly coverage: Coverage
  private readonly branches: readonly string[]
  private readonly places: readonly string[]

  constructor(run: Runnable, choices: Choices, coverage: Coverage) {
    const { blocks, places } = run.program.tree
    this.run = run
    this.choices = choices
    this.coverage = coverage
    this.branches = [...blocks.values()].flatMap(({ id, kind }) => (kind === 'branch' ? id : []))
    this.places = [...places.keys(), ...this.branches]
  }

  /** Null when no step is open, or none of those done can be returned to. */
  request(position: Position): ReturnRequest | null {
    const { choices } = this
    const from = choices.any(Object.keys(position.open))
    if (from === undefined) return null
    const targets = this.targets(position, from)
    const drawn = (choices.chance(70) ? [0, 0, 0] : [0]).flatMap(() => choices.any(targets) ?? [])
    const least = Math.min(...drawn.map((to) => this.returned(position, from, to)))
    const to = drawn.find((each) => this.returned(position, from, each) === least)
    if (to === undefined) return null
    return this.varied({ from, to })
  }

  /** From and to the same steps, on other terms. */
  varied({ from, to }: Pick<ReturnRequest, 'from' | 'to'>): ReturnRequest {
    const { choices } = this
    return {
      from,
      to,
      then: choices.pick(['again', 'straight-back']),
      siblings: choices.pick(['cancel', 'keep', 'affected']),
      ...(choices.chance(10) ? { takeBack: true } : {}),
      ...(choices.chance(20) ? { branches: this.branches.filter(() => choices.chance(30)) } : {}),
    }
  }

  /** How often the case went back there, in the block that holds both ends. */
  private returned(position: Position, from: string, to: string): number {
    const target = targetOf(this.run.program.tree, position, from, to)
    return target === null ? 0 : this.coverage.countOf(returnedName(to, target.block.id))
  }

  private targets(position: Position, from: string): readonly string[] {
    if (this.choices.chance(5)) return this.places
    const allowed = returnTargets(this.run.program, position, from, this.run.now)
    return allowed.length > 0 || this.choices.chance(70) ? allowed : this.places
  }
}
