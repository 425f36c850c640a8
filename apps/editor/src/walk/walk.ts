import {
  type ActCommand,
  type Actor,
  type Case,
  type CaseData,
  type CaseEvent,
  type Decided,
  type Engine,
  type Field,
  fail,
  hashOf,
  type OpenCommand,
  ok,
  type Refusal,
  type Result,
  type Salts,
} from '@yichuang/engine'

/** Something that was done in a walk. */
export type Deed =
  | { readonly do: 'open'; readonly command: OpenCommand }
  | { readonly do: 'act'; readonly command: ActCommand }
  | { readonly do: 'tick'; readonly at: string }

/** A deed with the case after it and the entries that it added to the ledger. */
export interface Moment {
  readonly deed: Deed
  readonly case: Case
  readonly events: readonly CaseEvent[]
}

/**
 * A case that is walked through on trial. Nothing of it is a real case. `moments` holds what was
 * undone too; `cursor` is the moment that is shown, `at` the date and time that it is read at.
 */
export interface Walk {
  readonly engine: Engine
  readonly item: string
  readonly town: string
  readonly moments: readonly [Moment, ...Moment[]]
  readonly cursor: number
  readonly at: string
}

/** What somebody does: an action or an operator on a task. The walk adds time, number and salts. */
export type Act = Omit<ActCommand, 'commandId' | 'at' | 'salts'>

export interface Opening {
  readonly item: string
  readonly town: string
  readonly data: CaseData
  readonly at: string
}

const CASE_ID = 'walk-1'

/** Opens a case on trial. */
export function openWalk(engine: Engine, { item, town, data, at }: Opening): Result<Walk, Refusal> {
  const known = engine.runnable(item, town)
  if (!known.ok) return known
  const commandId = 'walk-open'
  const salts = saltsFor(known.value.workflow.fields, commandId, data)
  const command: OpenCommand = { caseId: CASE_ID, commandId, item, town, data, at, ...salts }
  const opened = engine.open(command)
  if (!opened.ok) return opened
  const first = { deed: { do: 'open' as const, command }, ...kept(opened.value) }
  return ok({ engine, item, town, moments: [first], cursor: 0, at })
}

/** The moment that is shown. */
export function momentOf({ moments, cursor }: Walk): Moment {
  return moments[cursor] ?? moments[0]
}

export function caseOf(walk: Walk): Case {
  return momentOf(walk).case
}

/** The ledger up to the moment that is shown. */
export function ledgerOf({ moments, cursor }: Walk): readonly CaseEvent[] {
  return moments.slice(0, cursor + 1).flatMap(({ events }) => events)
}

/** Does something at the walk's time. What had been undone is given up for it. */
export function act(walk: Walk, deed: Act): Result<Walk, Refusal> {
  const commandId = `walk-${walk.cursor + 1}`
  const fields = fieldsOf(walk)
  const { data } = deed
  const command: ActCommand = {
    ...deed,
    commandId,
    at: walk.at,
    ...(data === undefined ? {} : saltsFor(fields, commandId, data)),
  }
  return added(walk, { do: 'act', command }, walk.engine.act(caseOf(walk), command))
}

/**
 * Moves the date. Forward, what falls due by then happens; a move that nothing comes of is no entry.
 * Back, the case is shown as it stood; into what was undone, it is done again.
 */
export function moveTo(walk: Walk, at: string): Result<Walk, Refusal> {
  const last = walk.moments.length - 1
  const reached = walk.moments.findLastIndex(({ case: it }) => !isAfter(it.recordedAt, at))
  if (reached < walk.cursor || walk.cursor < last) {
    const cursor = Math.max(0, reached)
    const from = walk.moments[cursor]?.case.recordedAt ?? at
    const moved = { ...walk, cursor, at: isAfter(from, at) ? from : at }
    return cursor === last && reached >= 0 ? lapse(moved, at) : ok(moved)
  }
  return lapse(walk, at)
}

function lapse(walk: Walk, at: string): Result<Walk, Refusal> {
  const ticked = walk.engine.tick(caseOf(walk), at)
  if (!ticked.ok) return ticked
  if (ticked.value.events.length === 0) return ok({ ...walk, at })
  return added({ ...walk, at }, { do: 'tick', at }, ticked)
}

/** The moment before; the first one has none. */
export function stepBack(walk: Walk): Walk {
  return shownAt(walk, walk.cursor - 1)
}

export function redo(walk: Walk): Walk {
  return shownAt(walk, walk.cursor + 1)
}

export function undoAll(walk: Walk): Walk {
  return shownAt(walk, 0)
}

export function redoAll(walk: Walk): Walk {
  return shownAt(walk, walk.moments.length - 1)
}

export function canRedo(walk: Walk): boolean {
  return walk.cursor < walk.moments.length - 1
}

/** Shows the walk as it stood after one of its deeds. */
export function shownAt(walk: Walk, wanted: number): Walk {
  const cursor = Math.max(0, Math.min(walk.moments.length - 1, wanted))
  return { ...walk, cursor, at: walk.moments[cursor]?.case.recordedAt ?? walk.at }
}

/** The actor that a word of a seat names: a staff id, or a word with an at-sign. */
export function actorNamed(word: string): Actor {
  const [, kind = '', rest = ''] = /^@([a-z-]+)(?::(.*))?$/.exec(word) ?? []
  if (kind === 'applicant' || kind === 'agent' || kind === 'third-party') return { party: kind }
  if (kind === 'body') return { body: rest }
  if (kind === 'service') return { service: rest }
  if (kind === 'case') return { case: rest === '*' ? 'child-1' : rest }
  return kind === 'message' ? { message: rest } : { person: word }
}

function fieldsOf({ engine, town, item }: Walk): Readonly<Record<string, Field>> {
  const run = engine.runnable(item, town)
  return run.ok ? run.value.workflow.fields : {}
}

function added(walk: Walk, deed: Deed, decided: Decided): Result<Walk, Refusal> {
  if (!decided.ok) return fail(decided.error)
  const [first, ...rest] = walk.moments
  const before = [first, ...rest.slice(0, walk.cursor)] as const
  const cursor = walk.cursor + 1
  return ok({ ...walk, moments: [...before, { deed, ...kept(decided.value) }], cursor })
}

function kept(step: { readonly case: Case; readonly events: readonly CaseEvent[] }) {
  return { case: step.case, events: step.events }
}

function isAfter(a: string, b: string): boolean {
  return Date.parse(a) > Date.parse(b)
}

/** Salts of a trial can be guessed: there is nobody's data to protect, and a walk must repeat itself. */
function saltsFor(
  fields: Readonly<Record<string, Field>>,
  commandId: string,
  data: CaseData,
): { readonly salts?: Salts } {
  const sealed = Object.keys(data).filter((field) => fields[field]?.sensitive === true)
  if (sealed.length === 0) return {}
  return { salts: Object.fromEntries(sealed.map((it) => [it, hashOf(['walk', commandId, it])])) }
}
