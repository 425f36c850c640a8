import type { Post } from '../model/directory.ts'
import type { JsonPath } from '../model/fault.ts'
import type { Holding, People, Person } from '../model/people.ts'
import { checkDates } from './check-bindings.ts'
import type { DirectoryFault } from './directory-fault.ts'
import type { DirectoryIndex } from './directory-index.ts'
import { commonDays } from './in-force.ts'

interface Owner {
  readonly person: string
  readonly town: string
}

/** Faults of the people: towns and posts that are not there, posts held nowhere, posts held twice. */
export function checkPeople(index: DirectoryIndex, people: People): readonly DirectoryFault[] {
  return Object.entries(people.people).flatMap(([id, person]) => [
    ...checkPerson(index, id, person),
    ...checkAbsences(people, id, person),
  ])
}

function checkAbsences(
  people: People,
  id: string,
  { town, away = [] }: Person,
): readonly DirectoryFault[] {
  return away.flatMap((absence, number): readonly DirectoryFault[] => {
    const path = ['people', id, 'away', number]
    const { substitute } = absence
    const isKnown =
      substitute === undefined ||
      (substitute !== id &&
        Object.hasOwn(people.people, substitute) &&
        people.people[substitute]?.town === town)
    return [
      ...checkDates('people.json', path, absence),
      ...(isKnown
        ? []
        : [
            {
              kind: 'substitute-unknown' as const,
              file: 'people.json' as const,
              path: [...path, 'substitute'],
              person: id,
              substitute: substitute ?? '',
              town,
            },
          ]),
    ]
  })
}

function checkPerson(
  index: DirectoryIndex,
  id: string,
  { town, holds }: Person,
): readonly DirectoryFault[] {
  const path = ['people', id]
  const at = { file: 'people.json', path, person: id } as const
  if (!index.towns.includes(town)) return [{ kind: 'person-unknown-town', ...at, town }]
  if (holds.length === 0) return [{ kind: 'person-without-post', ...at }]
  return holds.flatMap((holding, number) => {
    const here = [...path, 'holds', number]
    return [
      ...checkHolding(index, { person: id, town }, holding, here),
      ...checkDates('people.json', here, holding),
      ...holds.slice(0, number).flatMap((earlier, other) => {
        if (!isSamePost(earlier, holding) || commonDays(earlier, holding) === null) return []
        const { post } = holding
        const fault: DirectoryFault = {
          kind: 'holding-repeated',
          file: 'people.json',
          path: here,
          person: id,
          post,
          other: [...path, 'holds', other],
        }
        return [fault]
      }),
    ]
  })
}

function checkHolding(
  index: DirectoryIndex,
  { person, town }: Owner,
  holding: Holding,
  path: JsonPath,
): readonly DirectoryFault[] {
  const at = { file: 'people.json', path, person, post: holding.post } as const
  const level = index.posts.get(holding.post)?.level
  if (level === undefined) return [{ kind: 'holding-unknown-post', ...at }]
  if (level === 'town') return []
  const place = placeAsked(holding, level)
  if (place === undefined) return [{ kind: 'holding-without-place', ...at, level }]
  if (isPlace(index, town, level, place)) return []
  return [{ kind: 'holding-unknown-place', ...at, level, place, town }]
}

function placeAsked(holding: Holding, level: Exclude<Post['level'], 'town'>): string | undefined {
  return level === 'section' ? holding.section : holding.centre
}

function isPlace(
  index: DirectoryIndex,
  town: string,
  level: Exclude<Post['level'], 'town'>,
  place: string,
): boolean {
  const found = level === 'section' ? index.sectionOf(town, place) : index.centreOf(town, place)
  return found !== undefined
}

function isSamePost(a: Holding, b: Holding): boolean {
  return a.post === b.post && a.section === b.section && a.centre === b.centre
}
