import type { Action } from '../model/arrow.ts'
import type { CaseData } from '../model/field.ts'
import type { StepId } from '../model/step.ts'
import { askedNow, seatFor } from '../routing/tally.ts'
import { isLeaf } from './block.ts'
import type { MoveEvent } from './event.ts'
import { exitsOf, leads } from './exits.ts'
import type { Position } from './position.ts'
import type { Program } from './program.ts'

/** Why an action cannot be taken, whoever asks. Facts only. */
export type Obstacle =
  | { readonly kind: 'step-not-open'; readonly step: StepId; readonly open: readonly StepId[] }
  | {
      readonly kind: 'unknown-action'
      readonly step: StepId
      readonly action: string
      readonly allowed: readonly string[]
    }
  | {
      readonly kind: 'condition-not-met'
      readonly step: StepId
      readonly action: string
      readonly when: string
      readonly data: CaseData
    }
  | {
      readonly kind: 'used-up'
      readonly step: StepId
      readonly action: string
      readonly max: number
    }
  | {
      readonly kind: 'not-asked'
      readonly step: StepId
      readonly by: string
      readonly asked: readonly string[]
    }
  | { readonly kind: 'nobody-can-act'; readonly step: StepId }
  | {
      readonly kind: 'data-needed'
      readonly step: StepId
      readonly action: string
      readonly fields: readonly string[]
    }

/** The first obstacle to this action of an open step, or null when it may be taken. */
export function obstacleTo(
  program: Program,
  position: Position,
  step: StepId,
  action: string,
  event: MoveEvent,
): Obstacle | null {
  const open = position.open[step]
  const place = program.tree.places.get(step)
  if (open === undefined || open.exit !== undefined || place === undefined || !isLeaf(place.step)) {
    return { kind: 'step-not-open', step, open: Object.keys(position.open) }
  }
  const exits = exitsOf(place.step)
  const arrow: Action | undefined = Object.hasOwn(exits, action) ? exits[action] : undefined
  if (arrow === undefined)
    return { kind: 'unknown-action', step, action, allowed: Object.keys(exits) }
  const data = event.data === undefined ? position.data : { ...position.data, ...event.data }
  if (arrow.when !== undefined && !program.truth(arrow.when, data, event.at ?? '')) {
    return {
      kind: 'condition-not-met',
      step,
      action,
      when: arrow.when,
      data: pick(data, program.reads(arrow.when)),
    }
  }
  if (arrow.max !== undefined && (position.uses[`${step}.${action}`] ?? 0) >= arrow.max) {
    return { kind: 'used-up', step, action, max: arrow.max }
  }
  if (place.step.kind === 'task') {
    if (event.by !== undefined && seatFor(place.step, open.seats, event.by) === null) {
      return { kind: 'not-asked', step, by: event.by, asked: askedNow(place.step, open.seats) }
    }
    if (event.by === undefined && open.seats.every((seat) => seat.state !== 'open')) {
      return { kind: 'nobody-can-act', step }
    }
  }
  return missingData(place.step, step, action, arrow, data)
}

function missingData(
  leaf: { readonly data?: { readonly need?: readonly string[] } } | object,
  step: StepId,
  action: string,
  arrow: Action,
  data: CaseData,
): Obstacle | null {
  if (!leads(arrow)) return null
  const need = 'data' in leaf ? (leaf.data?.need ?? []) : []
  const fields = need.filter((field) => (data[field] ?? null) === null || data[field] === '')
  return fields.length === 0 ? null : { kind: 'data-needed', step, action, fields }
}

function pick(data: CaseData, fields: readonly string[]): CaseData {
  return Object.fromEntries(fields.map((field) => [field, data[field] ?? null]))
}
