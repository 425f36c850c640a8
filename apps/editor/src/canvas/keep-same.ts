import { useMemo, useRef } from 'react'

/** How deep two things are compared: a node, its data, and a caption or a trail in them. */
const DEPTH = 3

/**
 * The things of a drawing, each the same object as before where nothing of it changed: what is the
 * same is not drawn again, so that a selection costs two cards and not all of them.
 */
export function keepSame<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): T[] {
  const known = new Map(before.map((it) => [it.id, it]))
  return after.map((it) => {
    const held = known.get(it.id)
    return held !== undefined && isSame(held, it, DEPTH) ? held : it
  })
}

export function useKeptSame<T extends { readonly id: string }>(now: readonly T[]): T[] {
  const last = useRef<readonly T[]>([])
  return useMemo(() => {
    const kept = keepSame(last.current, now)
    last.current = kept
    return kept
  }, [now])
}

function isSame(a: unknown, b: unknown, depth: number): boolean {
  if (Object.is(a, b)) return true
  if (depth === 0 || !isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key], depth - 1))
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
