import type { StepKind, Who } from '@yichuang/engine'
import { stepOf } from '../document/block.ts'
import type { Blank } from '../document/commands/new-step.ts'
import { workflowOf, workflowPath, workspaceOf } from '../document/workspace-view.ts'
import { whosOf } from '../reading/card-face.ts'
import { useSession } from '../session-context.ts'
import { type Words, wordingIn } from '../wording/wording.ts'

/** Makes the blank for a new step: words in both languages, and who acts at the step before it. */
export function useBlank(): (kind: StepKind) => Blank {
  const session = useSession()
  return (kind) => {
    const { selection, workflow } = session.view.get()
    const workspace = workspaceOf(session.document.state.get())
    const value =
      workflow === null ? null : session.document.state.get().files[workflowPath(workflow)]?.value
    const before = value && selection ? stepOf(workflowOf(value), selection.step) : undefined
    const firstDuty = Object.keys(workspace?.directory.duties ?? {})[0] ?? 'D01'
    const by: Who = (before?.kind === 'task' && whosOf(before)[0]) || { duty: firstDuty }
    const calls = Object.keys(workspace?.workflows ?? {}).find((id) => id !== workflow)
    return {
      kind,
      title: bothLanguages(`newStep.${kind}`),
      words: {
        task: bothLanguages('newStep.task'),
        agree: bothLanguages('verb.agree'),
        object: bothLanguages('verb.object'),
        answered: bothLanguages('verb.answered'),
      },
      by,
      ...(calls !== undefined && { calls }),
    }
  }
}

/** A title of the workspace in both languages, from the string tables. */
export function bothLanguages(key: Words) {
  return { zh: wordingIn('zh').t(key), en: wordingIn('en').t(key) }
}
