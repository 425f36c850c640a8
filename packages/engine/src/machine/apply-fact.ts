import type { PositionFact } from './fact.ts'
import type { DoneStep, OpenBlock, OpenStep, Position, Resume } from './position.ts'
import { PositionDraft, without } from './position-draft.ts'
import { cutTrail, pushOnTrail, restoreTrail } from './trail.ts'

type Fact<K extends PositionFact['fact']> = Extract<PositionFact, { readonly fact: K }>

/** The one reducer of positions: used by the machine's moves and by the fold of a ledger. */
export function applyFact(position: Position, fact: PositionFact): Position {
  return applyFacts(position, [fact])
}

/** Applies facts in their order. */
function applyFacts(position: Position, facts: readonly PositionFact[]): Position {
  const draft = new PositionDraft(position)
  for (const fact of facts) applyTo(draft, fact)
  return draft.position
}

/** A new turn of the case: every move starts with one. */
export function nextTurn(position: Position): Position {
  return { ...position, turn: position.turn + 1 }
}

/** Applies one fact to a draft. */
export function applyTo(draft: PositionDraft, fact: PositionFact): void {
  switch (fact.fact) {
    case 'entered':
      draft.put('blocks', fact.block, { visit: draft.raise('rounds', fact.block) })
      consume(draft, fact.block)
      break
    case 'concerned':
      concern(draft, fact)
      break
    case 'opened':
      openStep(draft, fact)
      break
    case 'seated':
      changeOpen(draft, fact.step, { seats: fact.seats, touched: fact.touched })
      break
    case 'spoke':
      changeSeat(draft, fact)
      break
    case 'settled':
      settleStep(draft, fact)
      break
    case 'noted':
      changeOpen(draft, fact.step, { touched: true })
      break
    case 'patched':
      draft.put('patches', fact.step, { ...draft.position.patches[fact.step], ...fact.change })
      break
    case 'used':
      draft.raise('uses', `${fact.step}.${fact.action}`)
      break
    case 'set':
      draft.position.changes += 1
      draft.put('data', fact.field, fact.value ?? null)
      draft.put('revisions', fact.field, draft.position.changes)
      break
    case 'done':
      finishStep(draft, fact)
      break
    case 'cancelled':
      draft.drop('open', fact.step)
      draft.drop('carried', fact.step)
      break
    case 'decided':
      complete(draft, fact.step, fact.exit)
      consume(draft, fact.step)
      break
    case 'result':
      giveResult(draft, fact)
      break
    case 'left':
      leave(draft, fact)
      break
    case 'side-opened':
      draft.raise('rounds', fact.side)
      break
    case 'side-rested':
      complete(draft, fact.side, fact.result)
      break
    case 'outcome':
      draft.position.outcome = fact.outcome
      draft.position.decidedIn = draft.position.turn
      break
    case 'finished':
      draft.position.finished = true
      draft.position.decidedIn = draft.position.turn
      break
    case 'closed':
      draft.position.closed = true
      break
    case 'returned':
      comeBack(draft, fact)
      break
    case 'went-back':
      goBack(draft, fact)
      break
  }
}

function concern(draft: PositionDraft, fact: Fact<'concerned'>): void {
  draft.put('blocks', fact.block, {
    visit: draft.position.blocks[fact.block]?.visit ?? 1,
    branches: fact.branches,
    answers: fact.kept,
    kept: Object.keys(fact.kept),
  })
  draft.drop('memory', fact.block)
  const { resume, trail } = draft.position
  if (fact.cut) draft.position.trail = cutTrail(trail, fact.cut)
  if (resume === null) return
  draft.position.resume = tidy({ ...resume, parallels: without(resume.parallels, fact.block) })
}

function openStep(draft: PositionDraft, fact: Fact<'opened'>): void {
  const { resume, rounds, turn } = draft.position
  const restored = resume?.steps[fact.step]
  const { round, seats } = fact
  draft.put(
    'open',
    fact.step,
    restored ? { ...restored, seats } : { round, seats, since: turn, touched: false },
  )
  draft.put('rounds', fact.step, Math.max(rounds[fact.step] ?? 0, round))
  consume(draft, fact.step)
}

function changeOpen(draft: PositionDraft, step: string, change: Partial<OpenStep>): void {
  const record = draft.position.open[step]
  if (record !== undefined) draft.put('open', step, { ...record, ...change })
}

function settleStep(draft: PositionDraft, { step, exit, how }: Fact<'settled'>): void {
  changeOpen(
    draft,
    step,
    how === undefined ? { exit, touched: true } : { exit, touched: true, how },
  )
}

function changeSeat(draft: PositionDraft, fact: Fact<'spoke'>): void {
  const seats = draft.position.open[fact.step]?.seats
  if (seats === undefined) return
  changeOpen(draft, fact.step, {
    seats: seats.map((seat) => (seat.id === fact.seat.id ? fact.seat : seat)),
    touched: true,
  })
}

function finishStep(draft: PositionDraft, fact: Fact<'done'>): void {
  const { step, exit, people } = fact
  const { open, rounds, turn, trail, done } = draft.position
  const round = open[step]?.round ?? rounds[step] ?? 1
  const earlier = peopleOf(done[step])
  draft.drop('open', step)
  draft.drop('carried', step)
  draft.put('done', step, { exit, round, turn, people, earlier })
  if (fact.trail) draft.position.trail = pushOnTrail(trail, step)
}

/** Everybody who completed a step so far, each named once. */
function peopleOf(done: DoneStep | undefined): readonly string[] {
  return done === undefined ? [] : [...new Set([...(done.earlier ?? []), ...done.people])]
}

function complete(draft: PositionDraft, id: string, exit: string): void {
  const { rounds, turn } = draft.position
  draft.put('done', id, { exit, round: rounds[id] ?? 1, turn, people: [] })
}

/** A branch's result is an answer of its parallel; a phase's result waits in the phase. */
function giveResult(draft: PositionDraft, fact: Fact<'result'>): void {
  const slash = fact.block.indexOf('/')
  const owner = slash < 0 ? fact.block : fact.block.slice(0, slash)
  const block: OpenBlock = draft.position.blocks[owner] ?? { visit: 1 }
  if (slash < 0) {
    draft.put('blocks', owner, { ...block, result: fact.result, via: fact.via })
    return
  }
  const answer = { result: fact.result, at: draft.position.changes }
  const answers = { ...block.answers, [fact.block.slice(slash + 1)]: answer }
  draft.put('blocks', owner, { ...block, answers })
}

function leave(draft: PositionDraft, fact: Fact<'left'>): void {
  const { blocks, trail } = draft.position
  const answers = blocks[fact.block]?.answers
  draft.drop('blocks', fact.block)
  draft.drop('carried', fact.block)
  if (answers !== undefined) draft.put('answers', fact.block, answers)
  if (fact.exit === undefined) return
  complete(draft, fact.block, fact.exit)
  if (answers !== undefined) draft.position.trail = pushOnTrail(trail, fact.block)
}

function comeBack(draft: PositionDraft, fact: Fact<'returned'>): void {
  const { position } = draft
  position.trail = cutTrail(position.trail, fact.cut)
  if (fact.takenBack === true) undo(draft, fact.to)
  else if (fact.jumped !== true) draft.raise('returns', fact.to)
  for (const [parallel, memory] of Object.entries(fact.memory))
    draft.put('memory', parallel, memory)
  if (fact.carry !== undefined) draft.put('carried', fact.carry.by, fact.carry.back)
  position.resume = fact.resume
}

/** Who took an act back has not completed the step: the act never counted. */
function undo(draft: PositionDraft, step: string): void {
  const done = draft.position.done[step]
  if (done !== undefined) draft.put('done', step, { ...done, people: [] })
}

function goBack(draft: PositionDraft, fact: Fact<'went-back'>): void {
  const { position } = draft
  position.resume = fact.resume
  position.trail = restoreTrail(position.trail, fact.trail)
  draft.drop('carried', fact.by)
  for (const [by, back] of Object.entries(fact.carried)) draft.put('carried', by, back)
}

/** A step to be resumed has been entered. */
function consume(draft: PositionDraft, step: string): void {
  const { resume } = draft.position
  if (resume === null) return
  draft.position.resume = tidy({ ...resume, steps: without(resume.steps, step) })
}

function tidy(resume: Resume): Resume | null {
  return isEmpty(resume.steps) && isEmpty(resume.parallels) ? null : resume
}

function isEmpty(record: Readonly<Record<string, unknown>>): boolean {
  for (const _ in record) return false
  return true
}
