import type { CaseContext } from './context.ts'
import type { MoveEvent } from './event.ts'

/** A guard: total, pure. */
export type Guard = (context: CaseContext, event: MoveEvent) => boolean
/** An assign: total, pure. */
export type Move = (context: CaseContext, event: MoveEvent) => CaseContext

/** Two effects under one name would silently share one closure: a bug of the compiler. */
class NameTaken extends Error {
  override readonly name = 'NameTaken'
  readonly taken: string
  constructor(taken: string) {
    super(`two different effects are named ${taken}`)
    this.taken = taken
  }
}

/** The named guards and moves of a machine. XState knows them by name only. */
export interface Registry {
  readonly guards: Readonly<Record<string, Guard>>
  readonly moves: Readonly<Record<string, Move>>
}

/** Collects effects while a machine is compiled; a name stands for one closure. */
export class RegistryBuilder implements Registry {
  readonly guards: Record<string, Guard> = {}
  readonly moves: Record<string, Move> = {}

  guard(name: string, guard: Guard): string {
    if (Object.hasOwn(this.guards, name)) throw new NameTaken(name)
    this.guards[name] = guard
    return name
  }

  move(name: string, move: Move): string {
    if (Object.hasOwn(this.moves, name)) throw new NameTaken(name)
    this.moves[name] = move
    return name
  }
}
