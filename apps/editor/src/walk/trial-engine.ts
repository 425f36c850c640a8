import {
  BrokenRelease,
  buildRelease,
  createEngine,
  type Engine,
  fail,
  makeRegisters,
  ok,
  type Result,
  type Workspace,
} from '@yichuang/engine'

/** Why the workspace as it stands cannot be walked. */
export type NotWalkable =
  | { readonly kind: 'no-workflow' }
  | { readonly kind: 'broken'; readonly faults: number }

/**
 * An engine over the workspace as it stands in the editor, saved or not. Its release is a trial: it
 * is written nowhere, and it is not checked, so that a workflow with gaps can be walked up to them.
 */
export function trialEngine(
  workspace: Workspace,
  { item, day }: { readonly item: string; readonly day: string },
): Result<Engine, NotWalkable> {
  const workflow = workspace.catalogue.items[item]?.workflow
  if (workflow === undefined || !(workflow in workspace.workflows)) {
    return fail({ kind: 'no-workflow' })
  }
  const note = { number: 0, note: '', effectiveFrom: day, preparedBy: '', approvedBy: '' }
  const { directory, people, calendar } = workspace
  try {
    const engine = createEngine(
      buildRelease(workspace, note),
      makeRegisters(directory, people, calendar),
    )
    for (const town of workspace.info.towns) engine.runnable(item, town)
    return ok(engine)
  } catch (error) {
    if (error instanceof BrokenRelease) return fail({ kind: 'broken', faults: error.faults.length })
    throw error
  }
}
