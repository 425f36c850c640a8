import { stepOf } from '../document/block.ts'
import { unitKey } from './limit-words.ts'
import type { Reading } from './who-plate.ts'

/** The time that a stage may take: its promised clock, else the statutory one. */
export function bandDays(phase: string, { workflow, wording }: Reading): string | null {
  const step = stepOf(workflow, phase)
  const clocks = step?.kind === 'phase' ? step.clocks : undefined
  const clock = clocks?.['promised'] ?? clocks?.['statutory'] ?? Object.values(clocks ?? {})[0]
  if (!clock || typeof clock.value !== 'number') return null
  return wording.t(`unit.rail.${unitKey(clock.unit)}`, { n: clock.value })
}
