/** The part of two texts in which they differ, with some lines of what they share around it. */
export interface Difference {
  /** Number of the first line shown, from 1. */
  readonly from: number
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
}

const AROUND = 3

export function differingLines(mine: string, theirs: string): Difference {
  const left = mine.split('\n')
  const right = theirs.split('\n')
  const shared = Math.min(left.length, right.length)
  let head = 0
  while (head < shared && left[head] === right[head]) head += 1
  let tail = 0
  while (tail < shared - head && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1
  const from = Math.max(0, head - AROUND)
  const end = Math.max(0, tail - AROUND)
  return {
    from: from + 1,
    mine: left.slice(from, left.length - end),
    theirs: right.slice(from, right.length - end),
  }
}
