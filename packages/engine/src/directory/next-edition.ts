import type { Directory, Section, Town } from '../model/directory.ts'
import type { Holding, People } from '../model/people.ts'
import type { EditionFault } from './edition-fault.ts'
import type { DaySpan } from './in-force.ts'
import { rewrites } from './rewrites.ts'
import { isSameDays, settledDays } from './settled-days.ts'

/**
 * Faults of a new edition of the directory. An edition may extend or close by date; the days up to
 * and including `settledUntil` stay as the previous edition had them. A town that is new has no past.
 */
export function checkNextDirectory(
  previous: Directory,
  next: Directory,
  settledUntil: string,
): readonly EditionFault[] {
  return [
    ...newer(previous.edition, next.edition),
    ...removed(['duties'], previous.duties, next.duties),
    ...removed(['posts'], previous.posts, next.posts),
    ...removed(['bodies'], previous.bodies ?? {}, next.bodies ?? {}),
    ...removed(['towns'], previous.towns, next.towns),
    ...Object.entries(next.posts).flatMap(([post, { level }]): EditionFault[] => {
      const old = ownOf(previous.posts, post)
      return old === undefined || old.level === level ? [] : [{ kind: 'post-level-changed', post }]
    }),
    ...Object.entries(next.towns).flatMap(([id, town]) => {
      const old = ownOf(previous.towns, id)
      return old === undefined ? [] : checkNextTown(id, old, town, settledUntil)
    }),
  ]
}

/** Faults of a new edition of the people: as for the directory, post by post. */
export function checkNextPeople(
  previous: People,
  next: People,
  settledUntil: string,
): readonly EditionFault[] {
  return [
    ...newer(previous.edition, next.edition),
    ...removed(['people'], previous.people, next.people),
    ...Object.entries(next.people).flatMap(([id, person]): EditionFault[] => {
      const old = ownOf(previous.people, id)
      if (old === undefined) return []
      if (old.town !== person.town) return [{ kind: 'person-moved', person: id }]
      return rewrites(old.holds, person.holds, holdingKey, settledUntil).map(
        ({ entry, ...days }) => ({
          kind: 'holding-rewritten',
          person: id,
          post: entry.post,
          place: placeOf(entry),
          ...days,
        }),
      )
    }),
  ]
}

function checkNextTown(
  town: string,
  previous: Town,
  next: Town,
  settledUntil: string,
): readonly EditionFault[] {
  const before = sectionsOf(previous)
  const after = sectionsOf(next)
  const sections = [...before].flatMap(([section, old]): EditionFault[] => {
    const now = after.get(section)
    const oldDays = settledDays(activeSpans(old.section), settledUntil)
    const newDays = now === undefined ? [] : settledDays(activeSpans(now.section), settledUntil)
    if (!isSameDays(oldDays, newDays))
      return [{ kind: 'section-rewritten', town, section, before: oldDays, after: newDays }]
    const moved = now !== undefined && now.centre !== old.centre && oldDays.length > 0
    return moved ? [{ kind: 'section-moved', town, section }] : []
  })
  const bindings = rewrites(
    previous.bindings,
    next.bindings,
    ({ duty, section, part }) => `${duty}/${section}/${part}`,
    settledUntil,
  ).map(
    ({ entry: { duty, section, part }, ...days }): EditionFault => ({
      kind: 'binding-rewritten',
      town,
      duty,
      section,
      part,
      ...days,
    }),
  )
  return [...sections, ...bindings]
}

function sectionsOf(town: Town): ReadonlyMap<string, { centre: string; section: Section }> {
  return new Map(
    Object.entries(town.centres).flatMap(([centre, { sections }]) =>
      Object.entries(sections).map(([id, section]) => [id, { centre, section }] as const),
    ),
  )
}

function activeSpans(section: Section): readonly DaySpan[] {
  return section.active === false ? [] : [section]
}

function placeOf({ section, centre }: Holding): string {
  return section ?? centre ?? ''
}

function holdingKey(holding: Holding): string {
  return `${holding.post}/${placeOf(holding)}`
}

function newer(previous: number, next: number): readonly EditionFault[] {
  return next > previous ? [] : [{ kind: 'edition-not-newer', previous, next }]
}

function removed(
  path: readonly string[],
  previous: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
): readonly EditionFault[] {
  return Object.keys(previous)
    .filter((key) => !Object.hasOwn(next, key))
    .map((key) => ({ kind: 'entry-removed', path: [...path, key] }))
}

function ownOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
