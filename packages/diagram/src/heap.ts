/** A priority queue of numbers; equal costs come out in the order in which they went in. */
export class Heap {
  readonly #items: number[] = []
  readonly #costs: number[] = []
  readonly #turns: number[] = []
  #turn = 0

  get size(): number {
    return this.#items.length
  }

  push(item: number, cost: number): void {
    this.#turn += 1
    let at = this.#items.length
    this.#write(at, item, cost, this.#turn)
    while (at > 0) {
      const up = (at - 1) >> 1
      if (!this.#isBefore(at, up)) return
      this.#swap(at, up)
      at = up
    }
  }

  pop(): number {
    const top = this.#items[0] ?? -1
    const last = this.#items.length - 1
    this.#swap(0, last)
    this.#items.pop()
    this.#costs.pop()
    this.#turns.pop()
    this.#sink()
    return top
  }

  #sink(): void {
    const size = this.#items.length
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      let least = at
      if (left < size && this.#isBefore(left, least)) least = left
      if (left + 1 < size && this.#isBefore(left + 1, least)) least = left + 1
      if (least === at) return
      this.#swap(at, least)
      at = least
    }
  }

  #write(at: number, item: number, cost: number, turn: number): void {
    this.#items[at] = item
    this.#costs[at] = cost
    this.#turns[at] = turn
  }

  #isBefore(a: number, b: number): boolean {
    const first = this.#costs[a] ?? 0
    const second = this.#costs[b] ?? 0
    return first === second ? (this.#turns[a] ?? 0) < (this.#turns[b] ?? 0) : first < second
  }

  #swap(a: number, b: number): void {
    const item = this.#items[a] ?? 0
    const cost = this.#costs[a] ?? 0
    const turn = this.#turns[a] ?? 0
    this.#write(a, this.#items[b] ?? 0, this.#costs[b] ?? 0, this.#turns[b] ?? 0)
    this.#write(b, item, cost, turn)
  }
}
