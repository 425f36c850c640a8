import type { CardFinding } from '../canvas/flow-model.ts'
import type { Reading } from '../reading/who-plate.ts'
import type { Checked } from './finding.ts'
import { findingWords } from './finding-words.ts'
import { placesOf } from './places.ts'
import { byWeight, weightOf } from './weight.ts'

/** The worst finding at each step of the shown workflow in the chosen town; gaps are shown by plates. */
export function cardFindings(checked: Checked, reading: Reading): ReadonlyMap<string, CardFinding> {
  const worst = new Map<string, CardFinding>()
  for (const finding of byWeight(checked.findings)) {
    const { town, severity } = finding
    if (town !== undefined && town !== reading.town) continue
    if (weightOf(finding) === 'gap' || severity === 'info') continue
    for (const { workflow, step } of placesOf(finding)) {
      if (workflow !== reading.workflow.id || worst.has(step)) continue
      worst.set(step, { severity, text: findingWords(finding, reading).short })
    }
  }
  return worst
}
