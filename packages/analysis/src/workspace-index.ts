import {
  type BlockEntry,
  compileDirectory,
  type DirectoryIndex,
  eachBlock,
  type Item,
  type StepEntry,
  stepsOf,
  type Workflow,
  type Workspace,
} from '@yichuang/engine'
import { type Asked, askedBy } from './asked.ts'

/** An item of the catalogue with its id. */
export interface ItemEntry {
  readonly id: string
  readonly item: Item
}

/** One workflow, walked once. */
export interface WorkflowIndex {
  readonly id: string
  readonly workflow: Workflow
  readonly blocks: readonly BlockEntry[]
  readonly steps: readonly StepEntry[]
  /** The items that it handles. */
  readonly items: readonly ItemEntry[]
  /** Every duty, post, body and table that it asks, with the step that asks. */
  readonly asked: readonly Asked[]
}

/** What every check looks at. */
export interface WorkspaceIndex {
  readonly workspace: Workspace
  readonly directory: DirectoryIndex
  /** The civil day on which registers are read. */
  readonly day: string
  /** The towns looked at: those offered that the directory knows, or the one asked for. */
  readonly towns: readonly string[]
  readonly workflows: readonly WorkflowIndex[]
  readonly items: readonly ItemEntry[]
}

export interface IndexOptions {
  readonly day: string
  readonly town?: string
}

/** Walks a workspace once for all checks. */
export function indexWorkspace(workspace: Workspace, { day, town }: IndexOptions): WorkspaceIndex {
  const directory = compileDirectory(workspace.directory, workspace.people)
  const items = Object.entries(workspace.catalogue.items).map(([id, item]) => ({ id, item }))
  const towns = workspace.info.towns.filter(
    (id) => directory.towns.includes(id) && (town === undefined || town === id),
  )
  const workflows = Object.entries(workspace.workflows).map(([id, workflow]): WorkflowIndex => {
    const blocks = eachBlock(workflow)
    const steps = blocks.flatMap(stepsOf)
    return {
      id,
      workflow,
      blocks,
      steps,
      items: items.filter(({ item }) => item.workflow === id),
      asked: askedBy(workflow, steps, workspace.tables),
    }
  })
  return { workspace, directory, day, towns, workflows, items }
}
