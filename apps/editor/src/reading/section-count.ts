import type { Town } from '@yichuang/engine'

/** How many sections of a town work: those that nobody has named yet are not counted. */
export function sectionCount(town: Town | undefined): number {
  return Object.values(town?.centres ?? {})
    .flatMap((centre) => Object.values(centre.sections))
    .filter((section) => section.active !== false).length
}
