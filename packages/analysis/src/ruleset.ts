import type { CheckedFact, Severity } from './finding.ts'

/** How grave each kind of finding is; `off` leaves it out. */
export type Ruleset = Readonly<Record<CheckedFact['kind'], Severity | 'off'>>

/**
 * The rules as they stand. An error keeps a release from being published without a recorded
 * override; a warning does not.
 *
 * A vacant duty is a warning: a town may publish with a gap that it knows of, its cases then stay
 * open at the step and say so. A fault of the directory itself is an error.
 */
export const RULESET: Ruleset = {
  'binding-unknown-duty': 'error',
  'binding-unknown-section': 'error',
  'duty-bound-twice': 'error',
  'binding-repeated': 'warning',
  'inactive-section-bound': 'error',
  'section-twice': 'error',
  'dates-inverted': 'error',
  'person-unknown-town': 'error',
  'person-without-post': 'info',
  'holding-unknown-post': 'error',
  'holding-without-place': 'error',
  'holding-unknown-place': 'error',
  'holding-repeated': 'warning',
  'substitute-unknown': 'error',

  'unreachable-step': 'error',
  'dead-end': 'error',
  'endless-loop': 'error',
  'row-never-true': 'warning',
  'outcome-never-reached': 'warning',
  'closed-without-outcome': 'error',
  'unused-field': 'info',
  'unknown-duty': 'error',
  'unknown-post': 'error',
  'unknown-body': 'error',
  'unknown-table': 'error',
  'post-needs-duty': 'error',
  'unknown-workflow': 'error',
  'unknown-phase': 'error',
  'call-exit-never-taken': 'warning',
  'call-ring': 'error',
  'item-without-workflow': 'error',
  'unknown-material': 'error',

  'unknown-town': 'error',
  'town-without-people': 'warning',
  'duty-vacant': 'warning',
  'duty-misplaced': 'warning',
  'duty-unstaffed': 'warning',
  'duty-of-one-person': 'info',
  'post-vacant': 'warning',

  'promise-over-statute': 'error',
  'limits-over-promise': 'warning',
  'stop-without-basis': 'error',
  'side-without-limit': 'warning',
}
