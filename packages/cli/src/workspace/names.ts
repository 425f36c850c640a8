import {
  type Branch,
  indexSteps,
  type Side,
  type Step,
  type StepEntry,
  type Workflow,
  type Workspace,
} from '@yichuang/engine'
import type { Wording } from '../wording/wording.ts'

/** Titles of what a workspace speaks of, in one language; the id where nobody has given a title. */
export interface Names {
  town(id: string): string
  item(id: string): string
  duty(id: string): string
  post(id: string): string
  body(id: string): string
  section(town: string | undefined, id: string): string
  workflow(id: string): string
  /** Names inside one workflow. */
  of(workflow: Workflow | undefined): WorkflowNames
}

export interface WorkflowNames {
  step(id: string): string
  action(step: string, action: string): string
  field(id: string): string
  outcome(id: string): string
  document(id: string): string
  side(phase: string, id: string): string
  /** A block: the phase or parallel, the branch or side `owner/name`. */
  block(ref: string): string
}

export function namesOf(workspace: Workspace | null, wording: Wording): Names {
  const { title } = wording
  const directory = workspace?.directory
  return {
    town: (id) => title(directory?.towns[id]?.title, id),
    item: (id) => title(workspace?.catalogue.items[id]?.title, id),
    duty: (id) => title(directory?.duties[id]?.title, id),
    post: (id) => title(directory?.posts[id]?.title, id),
    body: (id) => title(directory?.bodies?.[id]?.title, id),
    section: (town, id) => title(sectionTitle(workspace, town, id), id),
    workflow: (id) => title(workspace?.workflows[id]?.title, id),
    of: (workflow) => workflowNames(workflow, wording),
  }
}

function sectionTitle(workspace: Workspace | null, town: string | undefined, id: string) {
  const towns = Object.entries(workspace?.directory.towns ?? {})
  for (const [name, { centres }] of towns) {
    if (town !== undefined && name !== town) continue
    for (const { sections } of Object.values(centres)) {
      if (Object.hasOwn(sections, id)) return sections[id]?.title
    }
  }
  return undefined
}

function workflowNames(workflow: Workflow | undefined, wording: Wording): WorkflowNames {
  const { title } = wording
  const steps = workflow === undefined ? new Map<string, StepEntry>() : indexSteps(workflow)
  return {
    step: (id) => title(steps.get(id.split(/[#/.]/)[0] ?? id)?.step.title, id),
    action: (id, action) => actionName(steps.get(id), action, wording),
    field: (id) => title(workflow?.fields[id]?.label, id),
    outcome: (id) => title(workflow?.outcomes[id]?.title, id),
    document: (id) => title(workflow?.documents?.[id]?.title, id),
    side: (phase, id) => {
      const step = steps.get(phase)?.step
      return title(step?.kind === 'phase' ? step.sides?.[id]?.title : undefined, id)
    },
    block(ref) {
      const [owner = ref, inner] = ref.split('/')
      const step = steps.get(owner)?.step
      const block = inner === undefined ? undefined : innerBlock(step, inner)
      if (block === undefined) return title(step?.title, ref)
      return title(block.title ?? block.steps[block.start]?.title, inner ?? ref)
    },
  }
}

function innerBlock(step: Step | undefined, name: string): Branch | Side | undefined {
  if (step?.kind === 'parallel') return step.branches[name]
  return step?.kind === 'phase' ? step.sides?.[name] : undefined
}

function actionName(entry: StepEntry | undefined, action: string, wording: Wording): string {
  const step = entry?.step
  const operator = wording.find(`operator.${action}`)
  switch (step?.kind) {
    case 'task':
      return wording.title(step.actions[action]?.title, operator ?? action)
    case 'wait':
      return wording.title(step.answers[action]?.title, operator ?? action)
    case 'service':
    case 'call':
      return wording.title(step.exits[action]?.title, operator ?? action)
    case 'phase':
      return wording.title(
        step.actions?.[action]?.title ?? step.sides?.[action]?.title,
        operator ?? action,
      )
    default:
      return operator ?? action
  }
}
