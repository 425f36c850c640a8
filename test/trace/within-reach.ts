import type { Position, Runnable } from '@yichuang/engine'
import { blocksAround, ROOT } from '../../packages/engine/src/machine/block.ts'
import type { Coverage } from './coverage.ts'
import { isBeside, isFree } from './return-ways.ts'

/** What is counted as a step opens after another; in the root only before the outcome. */
interface Way {
  readonly id: number
  readonly isInRoot: boolean
}

/**
 * Counts what comes within reach of a return as steps open, so that a walk can come back to it: with
 * a side open that would be closed and saved, it counts anew.
 */
export class WithinReach {
  private readonly run: Runnable
  private readonly coverage: Coverage
  private readonly ways = new Map<string, Way | null>()

  constructor(run: Runnable, coverage: Coverage) {
    this.run = run
    this.coverage = coverage
  }

  /** Steps have opened: everything on the trail is behind them now. */
  see({ open, trail, decidedIn }: Position): void {
    const steps = Object.keys(open)
    const sides: readonly (string | null)[] = [null, ...steps.filter((id) => this.isInSide(id))]
    for (const step of trail)
      for (const from of steps)
        for (const side of sides) {
          const way = side === from ? null : this.wayTo(step, from, side)
          if (way !== null && !(way.isInRoot && decidedIn !== null)) this.coverage.see(way.id)
        }
  }

  private isInSide(step: string): boolean {
    return this.run.program.tree.places.get(step)?.block.kind === 'side'
  }

  private wayTo(step: string, from: string, side: string | null): Way | null {
    const key = `${step} ${from} ${side}`
    const known = this.ways.get(key)
    if (known !== undefined) return known
    const way = this.findWay(step, from, side)
    this.ways.set(key, way)
    return way
  }

  private findWay(step: string, from: string, side: string | null): Way | null {
    const { tree } = this.run.program
    const outer = blocksAround(tree, from)
    const block = blocksAround(tree, step).find((each) => outer.includes(each))
    if (block === undefined) return null
    if (!isFree(tree, step, block) || !isFree(tree, from, block)) {
      // Out of reach, yet on the way to where it is within reach again.
      const id = this.coverage.idOf(`${step} behind ${from}`)
      return side === null ? { id, isInRoot: block.id === ROOT } : null
    }
    if (side !== null && !isBeside(tree, block, from, side)) return null
    const beside = side === null ? '' : ` beside ${side}`
    const id = this.coverage.idOf(`${step} within reach in ${block.id}${beside}`)
    return { id, isInRoot: block.id === ROOT }
  }
}
