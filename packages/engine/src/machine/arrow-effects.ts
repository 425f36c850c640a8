import type { Arrow } from '../model/arrow.ts'
import type { CaseData, Value } from '../model/field.ts'
import type { StepId } from '../model/step.ts'
import { fitValue } from '../rule/fit-value.ts'
import { type Block, childHolding, isInside } from './block.ts'
import { type CaseContext, note } from './context.ts'
import type { PositionFact } from './fact.ts'
import type { Program } from './program.ts'

/** What taking an arrow does beside moving: fields, outcome, result of the block. */
export function takeArrow(
  program: Program,
  block: Block,
  arrow: Arrow,
  via: 'main' | 'action' | 'side' | 'clock',
  before: CaseContext,
  sets: Arrow['sets'] = arrow.sets,
): CaseContext {
  let context = writeSets(program, before, sets)
  if (arrow.outcome !== undefined)
    context = note(context, { fact: 'outcome', outcome: arrow.outcome })
  return arrow.result === undefined
    ? context
    : note(context, ...resultFacts(block, arrow.result, via))
}

function resultFacts(
  block: Block,
  result: string,
  via: 'main' | 'action' | 'side' | 'clock',
): readonly PositionFact[] {
  if (block.kind === 'root') return [{ fact: 'closed' }]
  if (block.kind !== 'side') return [{ fact: 'result', block: block.id, result, via }]
  const ends = block.parent?.phase?.exits[result] !== undefined
  const rested: PositionFact = { fact: 'side-rested', side: block.id, result }
  return ends && block.parent !== null
    ? [rested, { fact: 'result', block: block.parent.id, result, via: 'side' }]
    : [rested]
}

/** Writes fields that changed; an equal value is no change. */
export function writeData(context: CaseContext, data: CaseData | undefined): CaseContext {
  if (data === undefined) return context
  const before = context.position.data
  const changed = Object.keys(data).filter((field) => !isEqual(before[field], data[field]))
  return note(
    context,
    ...changed.map((field): PositionFact => ({ fact: 'set', field, value: data[field] ?? null })),
  )
}

/** Writes what an arrow sets, one after the other; a value that does not fit its field is null. */
export function writeSets(
  program: Program,
  context: CaseContext,
  sets: Arrow['sets'],
): CaseContext {
  let next = context
  for (const [field, text] of Object.entries(sets ?? {})) {
    const value = program.value(text, field, next.position.data, next.now)
    next = writeData(next, { [field]: fitting(program, field, value) })
  }
  return next
}

/** A computed value as its field can hold it. */
export function fitting(program: Program, field: string, value: Value): Value {
  const declared = program.tree.workflow.fields[field]
  return declared !== undefined && fitValue(declared, value).ok ? value : null
}

function isEqual(a: CaseData[string] | undefined, b: CaseData[string] | undefined): boolean {
  if (a === b) return true
  return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b)
}

/** Closes everything open inside a block: cancelled steps, left blocks. */
export function closeInside(program: Program, block: Block, context: CaseContext): CaseContext {
  const { tree } = program
  const cancelled = Object.keys(context.position.open).filter((step) => isInside(tree, step, block))
  const left = Object.keys(context.position.blocks).filter(
    (id) => id !== block.id && isInside(tree, id, block),
  )
  return note(
    context,
    ...cancelled.map((step): PositionFact => ({ fact: 'cancelled', step })),
    ...left.map((id): PositionFact => ({ fact: 'left', block: id })),
  )
}

/** Closes one child of a block; what runs beside it in the block's sides stays. */
export function closeChild(
  program: Program,
  block: Block,
  child: StepId,
  context: CaseContext,
): CaseContext {
  const { tree } = program
  const isOfChild = (step: string): boolean =>
    step === child || childHolding(tree, block, step) === child
  const cancelled = Object.keys(context.position.open).filter(isOfChild)
  const left = Object.keys(context.position.blocks).filter(isOfChild)
  return note(
    context,
    ...cancelled.map((step): PositionFact => ({ fact: 'cancelled', step })),
    ...left.map((id): PositionFact => ({ fact: 'left', block: id })),
  )
}
