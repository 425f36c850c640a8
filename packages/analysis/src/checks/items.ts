import { nearestName } from '@yichuang/engine'
import type { WorkspaceIndex } from '../workspace-index.ts'

export type ItemFact =
  | {
      readonly kind: 'item-without-workflow'
      readonly item: string
      readonly workflow: string
      readonly nearest?: string
    }
  /** Steps look at a material that the item's guide does not ask for. */
  | {
      readonly kind: 'unknown-material'
      readonly item: string
      readonly workflow: string
      readonly material: string
      readonly nearest?: string
      readonly steps: readonly string[]
    }

/** Items whose workflow is missing, and materials that a workflow looks at but its items do not name. */
export function items(index: WorkspaceIndex): readonly ItemFact[] {
  const workflows = Object.keys(index.workspace.workflows)
  const homeless = index.items
    .filter(({ item }) => !workflows.includes(item.workflow))
    .map(({ id, item: { workflow } }): ItemFact => {
      const at = { kind: 'item-without-workflow', item: id, workflow } as const
      return { ...at, ...nearestOf(workflow, workflows) }
    })
  return [...homeless, ...index.workflows.flatMap(materialsOf)]
}

function materialsOf({
  id,
  steps,
  items: handled,
}: WorkspaceIndex['workflows'][number]): readonly ItemFact[] {
  const uses = new Map<string, string[]>()
  for (const { id: step, step: task } of steps) {
    if (task.kind !== 'task') continue
    for (const material of task.materials ?? []) {
      uses.set(material, [...(uses.get(material) ?? []), step])
    }
  }
  return handled.flatMap(({ id: item, item: { materials = {} } }) =>
    [...uses]
      .filter(([material]) => !Object.hasOwn(materials, material))
      .map(([material, at]): ItemFact => {
        const near = nearestOf(material, Object.keys(materials))
        return { kind: 'unknown-material', item, workflow: id, material, ...near, steps: at }
      }),
  )
}

function nearestOf(name: string, known: readonly string[]): { readonly nearest?: string } {
  const nearest = nearestName(name, known)
  return nearest === undefined ? {} : { nearest }
}
