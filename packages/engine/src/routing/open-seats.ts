import type { Signing, Task } from '../model/step.ts'
import type { RoutedGroup } from './resolve.ts'
import type { Seat } from './seat.ts'

/** How a task is signed; `persons` is a rule of its own. */
export type SigningRule = Signing['rule'] | 'persons'

export function signingRule(task: Task): SigningRule {
  if (task.persons !== undefined && task.persons > 1) return 'persons'
  return task.signing?.rule ?? 'single'
}

/** Whether every person found has a seat of the own; else as many seats as opinions are needed. */
export function hasSeatPerPerson(task: Task): boolean {
  return ['any', 'all', 'in-order', 'vote'].includes(signingRule(task))
}

/**
 * The seats of a task as it opens. `single` is one seat that anybody asked may fill; `persons` and
 * `each` have as many seats as opinions are needed, whoever fills them, so that the count does not
 * depend on a town's staff; the other rules give every person found a seat.
 */
export function openSeats(task: Task, groups: readonly RoutedGroup[]): readonly Seat[] {
  return seatPlaces(task, groups).map((place, index) => ({
    id: `s${index + 1}`,
    group: place.group,
    weight: place.weight,
    ...(place.isChair === true ? { isChair: true as const } : {}),
    line: [{ people: place.people }],
    state: 'open',
  }))
}

interface Place {
  readonly group: number
  readonly weight: number
  readonly isChair?: boolean
  readonly people: readonly string[]
}

function seatPlaces(task: Task, groups: readonly RoutedGroup[]): readonly Place[] {
  const rule = signingRule(task)
  switch (rule) {
    case 'single':
      return [everybodyOf(groups)]
    case 'persons':
      return Array<Place>(task.persons ?? 1).fill(everybodyOf(groups))
    case 'each':
      return groups.flatMap((group, index) =>
        Array.from({ length: task.signing?.count ?? 1 }, () => ({
          group: index,
          weight: 1,
          people: group.people,
        })),
      )
    case 'any':
    case 'all':
    case 'in-order':
    case 'vote':
      return onePerPerson(groups, task.signing)
  }
}

function everybodyOf(groups: readonly RoutedGroup[]): Place {
  const [only] = groups
  const people = groups.length === 1 && only !== undefined ? only.people : peopleOf(groups)
  return { group: 0, weight: 1, people }
}

function peopleOf(groups: readonly RoutedGroup[]): readonly string[] {
  return [...new Set(groups.flatMap(({ people }) => people))]
}

/** One seat a person; a group in which nobody is found keeps an empty seat, which holds the step open. */
function onePerPerson(
  groups: readonly RoutedGroup[],
  { weights, chair }: Partial<Signing> = {},
): readonly Place[] {
  const seen = new Set<string>()
  const places: Place[] = []
  groups.forEach((group, index) => {
    const weight = (group.post === undefined ? undefined : weights?.[group.post]) ?? 1
    const isChair = chair !== undefined && group.post === chair
    for (const person of group.people) {
      if (seen.has(person)) continue
      seen.add(person)
      places.push({ group: index, weight, isChair, people: [person] })
    }
    if (group.people.length === 0) places.push({ group: index, weight, isChair, people: [] })
  })
  return places
}
