/** How often each thing that a workflow can do has happened, and which happened in the present step. */
export class Coverage {
  private readonly names: string[] = []
  readonly counts: number[] = []
  private readonly ids = new Map<string, number>()
  private present: number[] = []

  /** The number of a thing; it is known from the first time that somebody asks. */
  idOf(name: string): number {
    const known = this.ids.get(name)
    if (known !== undefined) return known
    const id = this.names.length
    this.ids.set(name, id)
    this.names.push(name)
    this.counts.push(0)
    return id
  }

  see(id: number): void {
    this.counts[id] = (this.counts[id] ?? 0) + 1
    this.present.push(id)
  }

  /** What was seen since the last call. */
  takePresent(): readonly number[] {
    const seen = this.present
    this.present = []
    return seen
  }

  countOf(name: string): number {
    const id = this.ids.get(name)
    return id === undefined ? 0 : (this.counts[id] ?? 0)
  }

  toRecord(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.names.map((name, id) => [name, this.counts[id] ?? 0]))
  }
}
