import type { ItemList, Texts, Workspace } from '@yichuang/engine'
import type { Finding } from '../findings/finding.ts'
import { concernsWorkflow } from '../findings/places.ts'
import { weightOf } from '../findings/weight.ts'

/** An item of the explorer. `standing`: no workflow yet, with findings, or ready to be published. */
export interface ExplorerItem {
  readonly id: string
  readonly title: Texts
  readonly list: ItemList
  readonly hasWorkflow: boolean
  readonly standing: 'draft' | 'half' | 'full'
  readonly gaps: number
  readonly warnings: number
}

export function explorerItems(
  workspace: Workspace,
  findings: readonly Finding[],
): readonly ExplorerItem[] {
  return Object.entries(workspace.catalogue.items).map(([id, item]) => {
    const hasWorkflow = item.workflow in workspace.workflows
    const own = findings.filter((it) => concernsWorkflow(it, item.workflow))
    const gaps = own.filter((it) => weightOf(it) === 'gap').length
    const errors = own.filter((it) => weightOf(it) === 'error').length
    const warnings = own.filter((it) => weightOf(it) === 'warning').length
    const isClean = gaps + errors + warnings === 0
    return {
      id,
      title: item.title,
      list: item.list,
      hasWorkflow,
      standing: !hasWorkflow || errors > 0 ? 'draft' : isClean ? 'full' : 'half',
      gaps,
      warnings: warnings + errors,
    }
  })
}
