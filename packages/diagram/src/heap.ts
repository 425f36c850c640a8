const FIRST_SIZE = 1024

/** A priority queue of numbers; equal costs come out in the order in which they went in. */
export class Heap {
  #items = new Int32Array(FIRST_SIZE)
  #turns = new Int32Array(FIRST_SIZE)
  #costs = new Float64Array(FIRST_SIZE)
  #size = 0
  #turn = 0

  get size(): number {
    return this.#size
  }

  clear(): void {
    this.#size = 0
    this.#turn = 0
  }

  push(item: number, cost: number): void {
    if (this.#size === this.#items.length) this.#grow()
    this.#turn += 1
    let at = this.#size
    this.#size += 1
    while (at > 0) {
      const up = (at - 1) >> 1
      if ((this.#costs[up] ?? 0) <= cost) break
      this.#copy(up, at)
      at = up
    }
    this.#items[at] = item
    this.#costs[at] = cost
    this.#turns[at] = this.#turn
  }

  pop(): number {
    const top = this.#items[0] ?? -1
    this.#size -= 1
    if (this.#size > 0) this.#sink(this.#size)
    return top
  }

  /** Puts the item that stands at `from` into the place that became free at the top. */
  #sink(from: number): void {
    const item = this.#items[from] ?? 0
    const turn = this.#turns[from] ?? 0
    const cost = this.#costs[from] ?? 0
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      if (left >= this.#size) break
      const next = left + 1 < this.#size && this.#isBefore(left + 1, left) ? left + 1 : left
      const least = this.#costs[next] ?? 0
      if (cost < least || (cost === least && turn < (this.#turns[next] ?? 0))) break
      this.#copy(next, at)
      at = next
    }
    this.#items[at] = item
    this.#turns[at] = turn
    this.#costs[at] = cost
  }

  #copy(from: number, to: number): void {
    this.#items[to] = this.#items[from] ?? 0
    this.#turns[to] = this.#turns[from] ?? 0
    this.#costs[to] = this.#costs[from] ?? 0
  }

  #isBefore(a: number, b: number): boolean {
    const first = this.#costs[a] ?? 0
    const second = this.#costs[b] ?? 0
    return first === second ? (this.#turns[a] ?? 0) < (this.#turns[b] ?? 0) : first < second
  }

  #grow(): void {
    const [items, turns, costs] = [this.#items, this.#turns, this.#costs]
    this.#items = new Int32Array(2 * items.length)
    this.#turns = new Int32Array(2 * items.length)
    this.#costs = new Float64Array(2 * items.length)
    this.#items.set(items)
    this.#turns.set(turns)
    this.#costs.set(costs)
  }
}
