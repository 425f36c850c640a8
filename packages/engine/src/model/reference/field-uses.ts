import type { Arrow } from '../arrow.ts'
import type { JsonPath } from '../fault.ts'
import type { Field } from '../field.ts'
import type { Clock, Limit } from '../limit.ts'
import type { Step } from '../step.ts'
import { whoPlaces } from '../who-places.ts'
import type { StepEntry } from '../workflow-tree.ts'
import { exitsOf } from '../workflow-tree.ts'

/** A place where a step names a field. */
export interface FieldUse {
  readonly field: string
  readonly path: JsonPath
  /** Types that the place can do with; absent: any. */
  readonly types?: readonly Field['type'][]
  readonly writes?: boolean
}

/** Every place where a step names a field by its id. FEEL is read by `feel-names.ts`. */
export function fieldUses(entry: StepEntry): readonly FieldUse[] {
  const { step, path } = entry
  return [
    ...dataUses(step, path),
    ...timeUses(step, path),
    ...exitsOf(entry).flatMap(({ arrow, path: arrowPath }) => setUses(arrow, arrowPath)),
    ...(step.kind === 'call' && step.each !== undefined
      ? [{ field: step.each, path: [...path, 'each'], types: ['list'] as const }]
      : []),
    ...whoPlaces(entry).flatMap(({ who, path: whoPath }): readonly FieldUse[] =>
      'field' in who
        ? [{ field: who.field, path: [...whoPath, 'field'], types: ['text', 'list'] }]
        : [],
    ),
  ]
}

function dataUses(step: Step, path: JsonPath): readonly FieldUse[] {
  if ((step.kind !== 'task' && step.kind !== 'wait') || !step.data) return []
  const { read = [], edit = [], need = [] } = step.data
  const place = (key: string, writes: boolean) => (field: string, index: number) => {
    return { field, path: [...path, 'data', key, index], writes }
  }
  return [
    ...read.map(place('read', false)),
    ...edit.map(place('edit', true)),
    ...need.map(place('need', false)),
  ]
}

function timeUses(step: Step, path: JsonPath): readonly FieldUse[] {
  if (step.kind === 'phase') {
    return Object.entries(step.clocks ?? {}).flatMap(([id, clock]) =>
      countUses(clock, [...path, 'clocks', id]),
    )
  }
  if (step.kind === 'decision' || step.kind === 'parallel' || !step.limit) return []
  const limitPath = [...path, 'limit']
  const { expiry } = step.limit
  return [
    ...countUses(step.limit, limitPath),
    ...(expiry ? setUses(expiry, [...limitPath, 'expiry']) : []),
  ]
}

function countUses({ value, from }: Limit | Clock, path: JsonPath): readonly FieldUse[] {
  return [
    ...(typeof value === 'string'
      ? [{ field: value, path: [...path, 'value'], types: ['number'] as const }]
      : []),
    ...(from === undefined
      ? []
      : [{ field: from, path: [...path, 'from'], types: ['date'] as const }]),
  ]
}

function setUses({ sets }: Pick<Arrow, 'sets'>, path: JsonPath): readonly FieldUse[] {
  return Object.keys(sets ?? {}).map((field) => ({
    field,
    path: [...path, 'sets', field],
    writes: true,
  }))
}
