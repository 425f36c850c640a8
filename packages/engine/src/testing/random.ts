/** A seeded stream of choices: the same seed gives the same choices everywhere. */
export interface Choices {
  /** A whole number from 0 to below `n`. */
  below(n: number): number
  /** True about `percent` times in a hundred. */
  chance(percent: number): boolean
  pick<T>(items: readonly [T, ...T[]]): T
  /** One of the items, or undefined when there is none. */
  any<T>(items: readonly T[]): T | undefined
}

/** Mulberry32: small, fast, good enough to shuffle tests. */
export function choicesFrom(seed: number): Choices {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (items) => items[below(items.length)] ?? items[0],
    any: (items) => items[below(items.length)],
  }
}
