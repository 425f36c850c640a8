import { buildRelease, createEngine, makeRegisters, type Workspace } from '@yichuang/engine'
import { exportMermaid, exportRelease, exportXState } from '@yichuang/interop'
import type { Language } from '../wording/wording.ts'

/** The formats of `yichuang export`; the text is the one that the command prints. */
export type LogicFormat = 'release' | 'xstate' | 'mermaid'

interface Asked {
  readonly workflow: string
  readonly item: string
  readonly town: string
  readonly day: string
  readonly language: Language
}

/** What would be released now, in another format. Number 0 is never published. */
export function logicAs(format: LogicFormat, workspace: Workspace, asked: Asked): string {
  const release = buildRelease(workspace, {
    number: 0,
    note: '',
    effectiveFrom: asked.day,
    preparedBy: 'draft',
    approvedBy: 'draft',
  })
  if (format === 'release') return exportRelease(release)
  if (format === 'mermaid') {
    const workflow = workspace.workflows[asked.workflow]
    return workflow
      ? exportMermaid(workflow, { locale: asked.language, release: release.hash })
      : ''
  }
  const { directory, people, calendar } = workspace
  const engine = createEngine(release, makeRegisters(directory, people, calendar))
  return exportXState(engine, asked.item, asked.town)
}
