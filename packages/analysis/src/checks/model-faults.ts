import {
  checkDirectory,
  checkReferences,
  type DirectoryFault,
  type JsonPath,
  type ModelFault,
} from '@yichuang/engine'
import type { WorkspaceIndex } from '../workspace-index.ts'

/** A fault that the model reports about a file, with the workflow and step that it lies in. */
export type FaultFact = ModelFault & { readonly workflow?: string; readonly step?: string }

/** The reference faults of every workflow. */
export function referenceFaults({ workspace, workflows }: WorkspaceIndex): readonly ModelFault[] {
  return workflows.flatMap(({ id, workflow }) =>
    checkReferences(workflow, { file: `workflows/${id}.json`, tables: workspace.tables }),
  )
}

/** The faults of the registers, whatever the day. */
export function directoryFaults({ workspace }: WorkspaceIndex): readonly DirectoryFault[] {
  return checkDirectory(workspace.directory, workspace.people)
}

/**
 * Each fault once, since the reader of the files may have reported what is found again here. Of two
 * the first stays: it knows line and column.
 */
export function withoutRepeats(faults: readonly ModelFault[]): readonly FaultFact[] {
  const seen = new Set<string>()
  return faults
    .filter(({ kind, file = '', at }) => {
      const key = [kind, file, at].join(' ')
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .map((fault) => ({ ...placeOf(fault), ...fault }))
}

const WORKFLOW_FILE = /^workflows\/(.+)\.json$/

function placeOf({ file = '', path }: ModelFault): Pick<FaultFact, 'workflow' | 'step'> {
  const workflow = WORKFLOW_FILE.exec(file)?.[1]
  if (workflow === undefined) return {}
  const step = stepAt(path)
  return { workflow, ...(step === undefined ? {} : { step }) }
}

function stepAt(path: JsonPath): string | undefined {
  const at = path.lastIndexOf('steps')
  const step = at < 0 ? undefined : path[at + 1]
  return typeof step === 'string' ? step : undefined
}
