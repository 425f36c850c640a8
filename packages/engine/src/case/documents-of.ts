import type { Tree } from '../machine/block.ts'
import { exitsOf } from '../machine/exits.ts'
import type { PositionFact } from '../machine/fact.ts'
import type { RecordFact } from './fact.ts'

/**
 * Documents that a fact issues: those of the arrow taken, those made in the course of the step.
 */
export function documentsOf(tree: Tree, fact: PositionFact): readonly RecordFact[] {
  switch (fact.fact) {
    case 'done':
      return issued(fact.step, [
        ...(hadCourse(tree, fact) ? ofStep(tree, fact.step) : []),
        ...ofExit(tree, fact.step, fact.exit),
      ])
    case 'decided':
      return issued(fact.step, ofExit(tree, fact.step, fact.exit))
    case 'left':
      return fact.exit === undefined ? [] : issued(fact.block, ofExit(tree, fact.block, fact.exit))
    case 'noted':
      return issued(fact.step, ofExit(tree, fact.step, fact.action))
    case 'result':
      return fact.action === undefined
        ? []
        : issued(fact.block, ofPhaseAction(tree, fact.block, fact.action))
    default:
      return []
  }
}

/** A step that was skipped had no course, nor had work that lapsed while nobody said a word. */
function hadCourse(
  tree: Tree,
  { step, how, people }: Extract<PositionFact, { fact: 'done' }>,
): boolean {
  if (how === undefined || people.length > 0) return true
  return how !== 'skipped' && tree.places.get(step)?.step.kind !== 'task'
}

function issued(step: string, documents: readonly string[]): readonly RecordFact[] {
  return documents.map((document) => ({ fact: 'issued', document, step }))
}

function ofStep(tree: Tree, id: string): readonly string[] {
  const step = tree.places.get(id)?.step
  return step !== undefined && 'documents' in step ? (step.documents ?? []) : []
}

function ofExit(tree: Tree, id: string, exit: string): readonly string[] {
  const step = tree.places.get(id)?.step
  return step === undefined ? [] : (exitsOf(step)[exit]?.documents ?? [])
}

function ofPhaseAction(tree: Tree, block: string, action: string): readonly string[] {
  return tree.blocks.get(block)?.phase?.actions?.[action]?.documents ?? []
}
