import { nearestName } from '@yichuang/engine'
import type { Asked } from '../asked.ts'
import type { WorkflowIndex, WorkspaceIndex } from '../workspace-index.ts'

/** A name that the workspace does not know; `nearest` is what may have been meant. */
export interface UnknownNameFact {
  readonly kind: 'unknown-duty' | 'unknown-post' | 'unknown-body' | 'unknown-table'
  readonly workflow: string
  readonly name: string
  readonly nearest?: string
  /** The steps that use it; none when only the workflow's policies do. */
  readonly steps: readonly string[]
}

/** A post held in a section or centre is asked without a duty, so nobody knows in which one. */
export interface PostNeedsDutyFact {
  readonly kind: 'post-needs-duty'
  readonly workflow: string
  readonly post: string
  readonly level: 'section' | 'centre'
  readonly steps: readonly string[]
}

/** Duties, posts, bodies and tables of a workflow that are not there: one finding per name. */
export function unknownNames(index: WorkspaceIndex): readonly UnknownNameFact[] {
  const { directory, workspace } = index
  const known: Readonly<Record<UnknownNameFact['kind'], readonly string[]>> = {
    'unknown-duty': [...directory.duties.keys()],
    'unknown-post': [...directory.posts.keys()],
    'unknown-body': [...directory.bodies.keys()],
    'unknown-table': Object.keys(workspace.tables),
  }
  return index.workflows.flatMap(({ id, asked }) => {
    const uses = asked.flatMap(namesOf).filter(({ kind, name }) => !known[kind].includes(name))
    return grouped(uses).map(({ kind, name, steps }) => {
      const nearest = nearestName(name, known[kind])
      return { kind, workflow: id, name, ...(nearest === undefined ? {} : { nearest }), steps }
    })
  })
}

/** Posts below town level that are asked by themselves: one finding per workflow and post. */
export function postsNeedingDuty(index: WorkspaceIndex): readonly PostNeedsDutyFact[] {
  return index.workflows.flatMap((workflow) => alonePosts(workflow, index))
}

function alonePosts({ id, asked }: WorkflowIndex, index: WorkspaceIndex) {
  const uses = asked.flatMap((named) =>
    named.kind === 'post' ? [{ kind: 'post', name: named.post, step: named.step }] : [],
  )
  return grouped(uses).flatMap(({ name: post, steps }): readonly PostNeedsDutyFact[] => {
    const level = index.directory.posts.get(post)?.level
    if (level === undefined || level === 'town') return []
    return [{ kind: 'post-needs-duty', workflow: id, post, level, steps }]
  })
}

interface Use<Kind extends string> {
  readonly kind: Kind
  readonly name: string
  readonly step: string | undefined
}

function namesOf(asked: Asked): readonly Use<UnknownNameFact['kind']>[] {
  const { step } = asked
  switch (asked.kind) {
    case 'duty': {
      const { duty, post } = asked
      const ofDuty = { kind: 'unknown-duty', name: duty, step } as const
      return post === undefined ? [ofDuty] : [ofDuty, { kind: 'unknown-post', name: post, step }]
    }
    case 'post':
    case 'named-post':
      return [{ kind: 'unknown-post', name: asked.post, step }]
    case 'body':
      return [{ kind: 'unknown-body', name: asked.body, step }]
    case 'table':
      return [{ kind: 'unknown-table', name: asked.table, step }]
  }
}

function grouped<Kind extends string>(uses: readonly Use<Kind>[]) {
  const groups = new Map<string, { kind: Kind; name: string; steps: string[] }>()
  for (const { kind, name, step } of uses) {
    const key = `${kind} ${name}`
    const group = groups.get(key) ?? { kind, name, steps: [] }
    if (step !== undefined && !group.steps.includes(step)) group.steps.push(step)
    groups.set(key, group)
  }
  return [...groups.values()]
}
