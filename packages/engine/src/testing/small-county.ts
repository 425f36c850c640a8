import { buildRelease } from '../model/build-release.ts'
import type { Binding, Directory } from '../model/directory.ts'
import type { Holding, People, Person } from '../model/people.ts'
import { makeRegisters } from '../model/read-registers.ts'
import type { Registers } from '../model/registers.ts'
import type { Release } from '../model/release.ts'
import type { DecisionTable } from '../model/table.ts'
import type { Workflow } from '../model/workflow.ts'

/** A made-up county with one town for tests: one section per duty, the same staff in each. */
export interface SmallCounty {
  /** Duties held; the section of `D01` is `C.D01`. */
  readonly duties: readonly string[]
  /** Posts of section level, each held by that many people in every section. */
  readonly staff?: Readonly<Record<string, number>>
  readonly edition?: number
  readonly offDays?: readonly string[]
}

export const SMALL_TOWN = 'east'

const STAFF = { handler: 2, 'section-head': 1 }
const TOWN_POSTS = { mayor: 1, leader: 3 }

/** Staff id in a section: `D01-handler-1`. Town posts: `mayor-1`. */
export function smallRegisters(county: SmallCounty): Registers {
  const { duties, staff = STAFF, edition = 1, offDays = [] } = county
  return makeRegisters(
    smallDirectory(duties, staff, edition),
    smallPeople(duties, staff, edition),
    {
      format: 1,
      edition,
      region: { zh: '测试' },
      off: offDays.map((from) => ({ from })),
      work: [],
      officeHours: {
        spans: [
          ['08:00', '12:00'],
          ['15:00', '18:00'],
        ],
      },
    },
  )
}

function smallDirectory(
  duties: readonly string[],
  staff: Readonly<Record<string, number>>,
  edition: number,
): Directory {
  const posts = [
    ...Object.keys(staff).map((post) => [post, 'section'] as const),
    ...Object.keys(TOWN_POSTS).map((post) => [post, 'town'] as const),
  ]
  return {
    format: 1,
    edition,
    duties: Object.fromEntries(duties.map((duty) => [duty, { title: { zh: duty } }])),
    posts: Object.fromEntries(posts.map(([post, level]) => [post, { title: { zh: post }, level }])),
    towns: {
      [SMALL_TOWN]: {
        title: { zh: '东镇', en: 'East' },
        centres: {
          C: {
            title: { zh: '中心' },
            kind: 'centre',
            sections: Object.fromEntries(
              duties.map((duty) => [`C.${duty}`, { title: { zh: `${duty}股` } }]),
            ),
          },
        },
        bindings: duties.map(
          (duty): Binding => ({ duty, section: `C.${duty}`, part: 'lead', from: '2020-01-01' }),
        ),
      },
    },
  }
}

function smallPeople(
  duties: readonly string[],
  staff: Readonly<Record<string, number>>,
  edition: number,
): People {
  const people: Record<string, Person> = {}
  const add = (id: string, holds: Holding): void => {
    people[id] = { town: SMALL_TOWN, holds: [holds] }
  }
  for (const duty of duties) {
    for (const [post, count] of Object.entries(staff)) {
      for (let n = 1; n <= count; n += 1)
        add(`${duty}-${post}-${n}`, { post, section: `C.${duty}` })
    }
  }
  for (const [post, count] of Object.entries(TOWN_POSTS)) {
    for (let n = 1; n <= count; n += 1) add(`${post}-${n}`, { post })
  }
  return { format: 1, edition, people }
}

/** A release that handles one item by one workflow in the small town. */
export function smallRelease(
  workflow: Workflow,
  tables: Readonly<Record<string, DecisionTable>> = {},
): Release {
  const none = smallRegisters({ duties: [] })
  const workspace = {
    info: {
      format: 1 as const,
      name: { zh: '测试县' },
      locale: 'zh' as const,
      utcOffset: '+08:00',
      towns: [SMALL_TOWN],
    },
    directory: none.directory,
    people: none.people,
    calendar: none.calendar,
    catalogue: {
      format: 1 as const,
      items: {
        [workflow.id]: { title: workflow.title, list: 'power' as const, workflow: workflow.id },
      },
    },
    workflows: { [workflow.id]: workflow },
    tables,
    suites: {},
  }
  return buildRelease(workspace, {
    number: 1,
    note: 'test',
    effectiveFrom: '2026-01-01',
    preparedBy: 'a',
    approvedBy: 'b',
  })
}
