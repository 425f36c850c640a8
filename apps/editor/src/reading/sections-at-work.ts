import type { Who } from '@yichuang/engine'
import { stepsOf } from '../document/block.ts'
import { whosOf } from './card-face.ts'
import { actingFor, dutyTitle, type Plate, type Reading } from './who-plate.ts'

/** The doors that a case of the workflow passes in the town, with the number of steps behind each. */
export function sectionsAtWork(
  reading: Reading,
): readonly { readonly plate: Plate; readonly steps: number }[] {
  const counts = new Map<string, { plate: Plate; steps: number }>()
  for (const [, step] of stepsOf(reading.workflow)) {
    if (step.kind !== 'task') continue
    for (const who of whosOf(step)) {
      const { plate } = actingFor(who, reading)
      if (!plate || plate.left === null) continue
      const known = counts.get(plate.full) ?? { plate: doorOf(plate, who, reading), steps: 0 }
      counts.set(plate.full, { ...known, steps: known.steps + 1 })
    }
  }
  return [...counts.values()].sort((a, b) => b.steps - a.steps)
}

/** In a list a vacancy is told from another by its duty. */
function doorOf(plate: Plate, who: Who, reading: Reading): Plate {
  if (!plate.isGap || !('duty' in who)) return plate
  return { ...plate, left: plate.right, right: dutyTitle(who.duty, reading) }
}
