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
  before: CaseContext,
  sets: Arrow['sets'] = arrow.sets,
): CaseContext {
  let context = writeSets(program, before, sets)
  if (arrow.outcome !== undefined)
    context = note(context, { fact: 'outcome', outcome: arrow.outcome })
  return arrow.result === undefined ? context : note(context, ...resultFacts(block, arrow.result))
}

function resultFacts(block: Block, result: string): readonly PositionFact[] {
  if (block.kind === 'root') return [{ fact: 'closed' }]
  if (block.kind !== 'side') return [{ fact: 'result', block: block.id, result, via: 'main' }]
  const ends = Object.hasOwn(block.parent?.phase?.exits ?? {}, result)
  const rested: PositionFact = { fact: 'side-rested', side: block.id, result }
  return ends && block.parent !== null
    ? [rested, { fact: 'result', block: block.parent.id, result, via: 'side' }]
    : [rested]
}

/** Writes fields that changed, in the order of their names; an equal value is no change. */
export function writeData(context: CaseContext, data: CaseData | undefined): CaseContext {
  let next = context
  if (data !== undefined)
    for (const field of Object.keys(data).sort())
      next = writeField(next, field, data[field] ?? null)
  return next
}

function writeField(context: CaseContext, field: string, value: Value): CaseContext {
  return isEqual(context.position.data[field] ?? null, value)
    ? context
    : note(context, { fact: 'set', field, value })
}

/** Writes what an arrow sets, one after the other; a value that does not fit its field is null. */
export function writeSets(
  program: Program,
  context: CaseContext,
  sets: Arrow['sets'],
): CaseContext {
  let next = context
  if (sets !== undefined)
    for (const [field, text] of Object.entries(sets)) {
      const value = program.value(text, field, next.position.data, next.now)
      next = writeField(next, field, fitting(program, field, value))
    }
  return next
}

/** A computed value as its field can hold it. */
export function fitting(program: Program, field: string, value: Value): Value {
  const declared = program.tree.workflow.fields[field]
  return declared !== undefined && fitValue(declared, value).ok ? value : null
}

function isEqual(a: Value, b: Value): boolean {
  if (a === b) return true
  return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b)
}

/** Closes everything open inside a block: cancelled steps, left blocks. */
export function closeInside(program: Program, block: Block, context: CaseContext): CaseContext {
  return close(context, (id) => id !== block.id && isInside(program.tree, id, block))
}

/** Closes one child of a block; what runs beside it in the block's sides stays. */
export function closeChild(
  program: Program,
  block: Block,
  child: StepId,
  context: CaseContext,
): CaseContext {
  return close(context, (id) => id === child || childHolding(program.tree, block, id) === child)
}

/** In the order of the names: a stored case may have lost the order in which things were opened. */
function close(context: CaseContext, isClosed: (id: string) => boolean): CaseContext {
  const { open, blocks } = context.position
  const cancelled = Object.keys(open).filter(isClosed).sort()
  const left = Object.keys(blocks).filter(isClosed).sort()
  return note(
    context,
    ...cancelled.map((step): PositionFact => ({ fact: 'cancelled', step })),
    ...left.map((id): PositionFact => ({ fact: 'left', block: id })),
  )
}
