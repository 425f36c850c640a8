import type { JsonPath, Position, Where } from './fault.ts'
import { printPath } from './fault.ts'

/** Where a checked value came from; empty when it never was a text. */
export interface Origin {
  readonly file?: string | undefined
  readonly locate?: ((path: JsonPath) => Position) | undefined
}

/** A problem with its place: path, printed path and, where the text is known, line and column. */
export function placeFault<Problem>(
  problem: Problem,
  path: JsonPath,
  { file, locate }: Origin,
): Problem & Where {
  return {
    ...problem,
    ...(file === undefined ? {} : { file }),
    path,
    at: printPath(path),
    ...locate?.(path),
  }
}
