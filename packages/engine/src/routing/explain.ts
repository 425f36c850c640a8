import type { DirectoryIndex } from '../directory/directory-index.ts'
import type { Who } from '../model/who.ts'
import { type RoutedGroup, routeWho } from './resolve.ts'

/** Who a step asks in one town: one group per duty or post that it names. */
export interface TownRouting {
  readonly town: string
  readonly groups: readonly RoutedGroup[]
}

/**
 * Where a step goes in every town of the directory on a day, one entry per town. Only what the
 * directory alone decides: entries that depend on the case (field, table, same) or lie outside the
 * office (party, body) have no group.
 */
export function explainTowns(
  index: DirectoryIndex,
  by: Who | readonly Who[],
  day: string,
): readonly TownRouting[] {
  const asked = [by].flat().filter((who) => 'duty' in who || 'post' in who)
  return index.towns.map((town) => ({
    town,
    groups: routeWho(asked, { index, town, day, data: {}, completedBy: () => [] }),
  }))
}
