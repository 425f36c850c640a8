import type { Share } from '../model/step.ts'

/** A share as a fraction of integers, so that two thirds of six is exactly four. */
export interface Fraction {
  readonly over: number
  readonly under: number
}

/** Reads `"2/3"`, `"0.6"` or `0.6`. */
export function fractionOf(share: Share): Fraction {
  const text = String(share)
  const [over, under] = text.split('/')
  if (under !== undefined) return { over: Number(over), under: Number(under) }
  const places = text.split('.')[1]?.length ?? 0
  const scale = 10 ** places
  return { over: Math.round(Number(text) * scale), under: scale }
}

/** part ≥ share × whole, without rounding. */
export function reaches(part: number, whole: number, share: Share): boolean {
  const { over, under } = fractionOf(share)
  return part * under >= over * whole
}
