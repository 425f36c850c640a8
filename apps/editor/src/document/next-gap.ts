import {
  compileDirectory,
  leadOf,
  type Task,
  type Workflow,
  type Workspace,
} from '@yichuang/engine'
import { stepsOf } from './block.ts'

/** The next step, after `from` and round again, whose duty no section leads in the town on the day. */
export function nextGap(
  workflow: Workflow,
  workspace: Pick<Workspace, 'directory' | 'people'>,
  at: { readonly town: string; readonly day: string },
  from: string | null,
): string | undefined {
  const index = compileDirectory(workspace.directory, workspace.people)
  const isGap = (task: Task) =>
    [task.by].flat().some((who) => 'duty' in who && !leadOf(index, at.town, who.duty, at.day).lead)
  const gaps = stepsOf(workflow).flatMap(([id, step]) =>
    step.kind === 'task' && isGap(step) ? [id] : [],
  )
  const here = from === null ? -1 : gaps.indexOf(from)
  return gaps[(here + 1) % Math.max(1, gaps.length)]
}
