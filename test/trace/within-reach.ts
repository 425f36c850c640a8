import type { Position, Runnable } from '@yichuang/engine'
import { blocksAround, ROOT } from '../../packages/engine/src/machine/block.ts'
import type { Coverage } from './coverage.ts'
import { isFree } from './return-ways.ts'

/** A way back that crosses no border; in the root it may still cross an outcome. */
interface Way {
  readonly id: number
  readonly isInRoot: boolean
}

/** Counts what comes within reach of a return as steps open, so that a walk can come back to it. */
export class WithinReach {
  private readonly run: Runnable
  private readonly coverage: Coverage
  private readonly ways = new Map<string, Way | null>()

  constructor(run: Runnable, coverage: Coverage) {
    this.run = run
    this.coverage = coverage
  }

  /** A step has opened: everything on the trail is behind it now. */
  see(opened: string, { trail, decidedIn }: Position): void {
    for (const step of trail) {
      const way = this.wayTo(step, opened)
      if (way !== null && !(way.isInRoot && decidedIn !== null)) this.coverage.see(way.id)
    }
  }

  private wayTo(step: string, opened: string): Way | null {
    const key = `${step} ${opened}`
    const known = this.ways.get(key)
    if (known !== undefined) return known
    const way = this.findWay(step, opened)
    this.ways.set(key, way)
    return way
  }

  private findWay(step: string, opened: string): Way | null {
    const { tree } = this.run.program
    const outer = blocksAround(tree, opened)
    const block = blocksAround(tree, step).find((each) => outer.includes(each))
    if (block === undefined || !isFree(tree, step, block) || !isFree(tree, opened, block))
      return null
    const id = this.coverage.idOf(`${step} within reach in ${block.id}`)
    return { id, isInRoot: block.id === ROOT }
  }
}
