import type { MoveEvent } from '@yichuang/engine'
import type { Choices } from '@yichuang/engine/testing'
import type { Both } from './both.ts'
import type { Coverage } from './coverage.ts'

/** A position and an event that brought something about. */
export interface Recipe {
  readonly before: Both
  readonly event: MoveEvent
}

const KEPT = 8
/** Things seen more often than this are common: their recipes are renewed now and then only. */
const COMMON = 400
const SAMPLE = 24

/** For each thing that was seen, the last steps that brought it about: where a walk that misses it restarts. */
export class Recipes {
  private readonly byThing: Recipe[][] = []
  private readonly things: number[] = []
  private readonly coverage: Coverage
  private readonly choices: Choices
  private drawn: Recipe | undefined

  constructor(coverage: Coverage, choices: Choices) {
    this.coverage = coverage
    this.choices = choices
  }

  /** A step that follows a recipe to the letter is no new one, or a few would drive out the others. */
  keep(seen: readonly number[], recipe: Recipe): void {
    if (recipe.before === this.drawn?.before && recipe.event === this.drawn.event) return
    const isRenewal = this.choices.chance(1)
    for (const thing of seen) {
      if (!isRenewal && this.countOf(thing) > COMMON) continue
      const kept = this.byThing[thing]
      if (kept === undefined) {
        this.byThing[thing] = [recipe]
        this.things.push(thing)
      } else if (kept.length < KEPT) kept.push(recipe)
      else kept[this.choices.below(KEPT)] = recipe
    }
  }

  /** A step towards what was seen least, among a few things drawn. */
  rarest(): Recipe | undefined {
    let rarest: number | undefined
    for (let n = 0; n < SAMPLE; n += 1) {
      const thing = this.choices.any(this.things)
      if (thing === undefined) return undefined
      if (rarest === undefined || this.countOf(thing) < this.countOf(rarest)) rarest = thing
    }
    this.drawn = rarest === undefined ? undefined : this.choices.any(this.byThing[rarest] ?? [])
    return this.drawn
  }

  private countOf(thing: number): number {
    return this.coverage.counts[thing] ?? 0
  }
}
