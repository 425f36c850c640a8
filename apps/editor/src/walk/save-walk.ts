import type {
  CaseEvent,
  Json,
  JsonObject,
  Walk as SavedWalk,
  Suite,
  Texts,
  WalkLine,
} from '@yichuang/engine'
import { caseOf, type Deed, ledgerOf, type Walk } from './walk.ts'

/** A suite with one more walk: what was done, and what must come of it again. */
export function withWalk(suite: Suite | null, walk: Walk, title: Texts): Suite {
  const base: Suite = suite ?? { format: 1, id: walk.item, item: walk.item, walks: [] }
  const id = freeId(base.walks.map((it) => it.id))
  return { ...base, walks: [...base.walks, savedWalk(walk, id, title)] }
}

export function savedWalk(walk: Walk, id: string, title: Texts): SavedWalk {
  const done = walk.moments.slice(0, walk.cursor + 1)
  const script = done.flatMap(({ deed, events }, n): readonly WalkLine[] => {
    const line = lineOf(deed)
    const isLast = n === done.length - 1
    return isLast ? [line, { expect: expectationOf(walk) }] : withDues(line, events)
  })
  return { id, title, towns: [walk.town], script }
}

/** Where a due date came to stand, the walk demands it again. */
function withDues(line: WalkLine, events: readonly CaseEvent[]): readonly WalkLine[] {
  const due = Object.fromEntries(
    events.flatMap(({ facts }) =>
      facts.flatMap((fact) =>
        fact.fact === 'clock-started' && fact.due ? [[fact.clock, fact.due.day]] : [],
      ),
    ),
  )
  return Object.keys(due).length === 0 ? [line] : [line, { expect: { due } }]
}

function lineOf(deed: Deed): WalkLine {
  if (deed.do === 'tick') return { tick: { at: deed.at } }
  if (deed.do === 'open') {
    const { item, at, data = {} } = deed.command
    return {
      open: plain({ item, town: '$town', at, ...(Object.keys(data).length > 0 && { data }) }),
    }
  }
  const { commandId: _id, salts: _salts, task, by, ...rest } = deed.command
  const step = task.split('#')[0] ?? task
  return { act: plain({ task: step, ...rest, by: 'person' in by ? by.person : by }) }
}

function expectationOf(walk: Walk): JsonObject {
  const kase = caseOf(walk)
  const documents = ledgerOf(walk).flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.fact === 'issued' ? [fact.document] : [])),
  )
  const sections = Object.entries(kase.tasks).flatMap(([step, { groups }]) => {
    const found = [...new Set(groups.flatMap(({ section }) => section ?? []))].sort()
    return found.length === 0
      ? []
      : [[step, found.length === 1 ? (found[0] ?? '') : found] as const]
  })
  return {
    closed: kase.closedAt !== null,
    outcome: kase.position.outcome,
    open: Object.keys(kase.position.open).sort(),
    documents: [...new Set(documents)].sort(),
    ...(sections.length > 0 && { sections: Object.fromEntries(sections) }),
  }
}

/** Plain JSON in the order of the keys; what is absent is left out. */
function plain(value: object): JsonObject {
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  )
}

function freeId(taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const id = `walk-${n}`
    if (!taken.includes(id)) return id
  }
}
