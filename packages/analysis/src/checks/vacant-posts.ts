import { type RoutedGroup, routeWho, type Who } from '@yichuang/engine'
import { type StepUse, stepUses } from '../step-use.ts'
import type { WorkspaceIndex } from '../workspace-index.ts'

/** Nobody holds the post that steps ask: in the lead section of `duty`, or in the whole town. */
export interface VacantPostFact {
  readonly kind: 'post-vacant'
  readonly town: string
  readonly post: string
  readonly duty?: string
  readonly section?: string
  readonly steps: readonly StepUse[]
}

/**
 * Posts asked for that nobody holds, one finding per town, post and duty. Where the duty itself is
 * vacant, its section empty, or the whole town without people, that is the cause and is reported
 * there.
 */
export function vacantPosts(index: WorkspaceIndex): readonly VacantPostFact[] {
  const { directory, day, towns } = index
  const uses = new Map<Who, readonly StepUse[]>()
  for (const [key, steps] of stepUses(index, keyOf)) uses.set(whoOf(key), steps)
  const hasPeople = (town: string, place: { section: string } | { town: true }) =>
    directory.staffOf(town, place, undefined, day).length > 0
  return towns
    .filter((town) => hasPeople(town, { town: true }))
    .flatMap((town) =>
      [...uses].flatMap(([who, steps]) => {
        const context = { index: directory, town, day, data: {}, completedBy: () => [] }
        return routeWho(who, context).flatMap((group): readonly VacantPostFact[] => {
          if (group.post === undefined || group.people.length > 0 || group.gap) return []
          const { section } = group
          if (section !== undefined && !hasPeople(town, { section })) return []
          return isAskable(index, group) ? [vacant(town, group.post, group, steps)] : []
        })
      }),
    )
}

function vacant(
  town: string,
  post: string,
  { duty, section }: RoutedGroup,
  steps: readonly StepUse[],
): VacantPostFact {
  return {
    kind: 'post-vacant',
    town,
    post,
    ...(duty === undefined ? {} : { duty }),
    ...(section === undefined ? {} : { section }),
    steps,
  }
}

/** A post that is unknown, or of a section but asked in the town, is a fault of the workflow. */
function isAskable({ directory }: WorkspaceIndex, { post = '', duty }: RoutedGroup): boolean {
  const level = directory.posts.get(post)?.level
  return level === 'town' || (level !== undefined && duty !== undefined)
}

function keyOf(asked: Parameters<Parameters<typeof stepUses>[1]>[0]): string | undefined {
  if (asked.kind === 'post') return `/${asked.post}`
  if (asked.kind !== 'duty' || asked.post === undefined) return undefined
  return `${asked.duty}/${asked.post}`
}

/** Ids hold no slash. */
function whoOf(key: string): Who {
  const [duty = '', post = ''] = key.split('/')
  return duty === '' ? { post } : { duty, post }
}
