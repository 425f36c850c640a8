import type { JsonPath } from './fault.ts'
import type { Json } from './json.ts'

/** How many blocks may stand in each other; real procedures use four. */
export const MAX_BLOCKS = 32

/** A value still to be looked at. Paths are kept as links: most are never asked for. */
interface Visit {
  readonly value: Json
  readonly key?: string
  readonly parent?: Visit
  readonly blocks: number
}

/** Path of the first block that stands in `MAX_BLOCKS` others, found before any schema is asked. */
export function firstTooNested(value: Json): JsonPath | undefined {
  const pending: Visit[] = [{ value, blocks: 0 }]
  for (let visit = pending.pop(); visit; visit = pending.pop()) {
    if (visit.blocks > MAX_BLOCKS) return pathOf(visit)
    if (visit.value === null || typeof visit.value !== 'object') continue
    for (const [key, member] of Object.entries(visit.value)) {
      if (member === null || typeof member !== 'object') continue
      const blocks = visit.blocks + (isBlock(member) ? 1 : 0)
      pending.push({ value: member, key, parent: visit, blocks })
    }
  }
  return undefined
}

function isBlock(value: object): boolean {
  return 'kind' in value && (value.kind === 'phase' || value.kind === 'parallel')
}

function pathOf(visit: Visit): JsonPath {
  const path: string[] = []
  for (let at: Visit | undefined = visit; at?.key !== undefined; at = at.parent)
    path.unshift(at.key)
  return path
}
