import { checkReferences } from '../model/check-references.ts'
import type { ReferenceFault } from '../model/fault.ts'
import { formatWorkflow } from '../model/pretty.ts'
import { readWorkflowWithPlaces } from '../model/read-model.ts'
import type { Workflow } from '../model/workflow.ts'

/** A workflow with exactly one fault, and the facts expected of it. */
export interface ReferenceCase {
  readonly fault: ReferenceFault['kind']
  readonly at: string
  readonly facts?: object
  readonly of: Workflow
}

/** The faults of a case's workflow after it went through a file. */
export function faultsOfCase({ of }: ReferenceCase): readonly ReferenceFault[] {
  const read = readWorkflowWithPlaces(formatWorkflow(of))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return checkReferences(read.value.value, { file: 'w.json', locate: read.value.locate })
}
