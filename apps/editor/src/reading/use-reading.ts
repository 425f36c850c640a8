import { compileDirectory, type DirectoryIndex, type Workspace } from '@yichuang/engine'
import { useMemo } from 'react'
import { workspaceOf } from '../document/workspace-view.ts'
import { useDocumentState, useView } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'
import type { Reading } from './who-plate.ts'

export function useWorkspace(): Workspace | null {
  const state = useDocumentState()
  return useMemo(() => workspaceOf(state), [state])
}

/** The directory sorted for look-up; sorted again only when the directory or the people change. */
function useDirectory(): DirectoryIndex | null {
  const workspace = useWorkspace()
  const { directory, people } = workspace ?? {}
  return useMemo(
    () => (directory && people ? compileDirectory(directory, people) : null),
    [directory, people],
  )
}

/** The workflow that is shown, read in the chosen town, on the chosen day, in the chosen language. */
export function useReading(): Reading | null {
  return useReadingIn(useView().town)
}

/** The same in any town; '' for what must not depend on one. */
export function useReadingIn(town: string): Reading | null {
  const workspace = useWorkspace()
  const directory = useDirectory()
  const { workflow: id, day } = useView()
  const wording = useWording()
  const workflow = id === null ? undefined : workspace?.workflows[id]
  const towns = workspace?.directory.towns
  const workflows = workspace?.workflows
  return useMemo(() => {
    if (!workflow || !directory) return null
    const townNames = (at: string) => wording.name(towns?.[at]?.title, at)
    const workflowNamed = (at: string) => workflows?.[at] ?? workflow
    return {
      workflow,
      workflowNamed,
      directory,
      tables: workspace?.tables ?? {},
      sources: workspace?.catalogue.sources,
      town,
      townTitle: townNames(town),
      townNames,
      day,
      wording,
    }
  }, [workspace, workflow, workflows, directory, town, towns, day, wording])
}
