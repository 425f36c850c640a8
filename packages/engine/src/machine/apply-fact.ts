import type { PositionFact } from './fact.ts'
import type { OpenBlock, OpenStep, Position, Resume } from './position.ts'
import { cutTrail, pushOnTrail } from './trail.ts'

type Record_<T> = Readonly<Record<string, T>>

/** The one reducer of positions: used by the machine's assigns and by the fold of a ledger. */
export function applyFact(position: Position, fact: PositionFact): Position {
  switch (fact.fact) {
    case 'entered':
      return enter(position, fact.block)
    case 'concerned':
      return concern(position, fact)
    case 'opened':
      return openStep(position, fact)
    case 'seated':
      return changeOpen(position, fact.step, { seats: fact.seats, touched: fact.touched })
    case 'spoke':
      return changeSeat(position, fact)
    case 'settled':
      return changeOpen(position, fact.step, {
        exit: fact.exit,
        touched: true,
        ...(fact.how === undefined ? {} : { how: fact.how }),
      })
    case 'noted':
      return changeOpen(position, fact.step, { touched: true })
    case 'used':
      return { ...position, uses: raise(position.uses, `${fact.step}.${fact.action}`) }
    case 'set':
      return setField(position, fact.field, fact.value)
    case 'done':
      return finishStep(position, fact)
    case 'cancelled':
      return { ...position, open: without(position.open, fact.step) }
    case 'decided':
      return {
        ...position,
        done: { ...position.done, [fact.step]: decided(position, fact.exit) },
        resume: withoutStep(position.resume, fact.step),
      }
    case 'result':
      return { ...position, ...giveResult(position, fact) }
    case 'left':
      return leave(position, fact)
    case 'side-opened':
      return { ...position, rounds: raise(position.rounds, fact.side) }
    case 'side-rested':
      return {
        ...position,
        done: { ...position.done, [fact.side]: decided(position, fact.result) },
      }
    case 'outcome':
      return { ...position, outcome: fact.outcome, decidedIn: position.turn }
    case 'finished':
      return { ...position, finished: true, decidedIn: position.turn }
    case 'closed':
      return { ...position, closed: true }
    case 'returned':
      return comeBack(position, fact)
    case 'went-back':
      return { ...position, resume: fact.resume, carried: without(position.carried, fact.by) }
  }
}

type Fact<K extends PositionFact['fact']> = Extract<PositionFact, { readonly fact: K }>

/** A new turn of the case: every move starts with one. */
export function nextTurn(position: Position): Position {
  return { ...position, turn: position.turn + 1 }
}

function enter(position: Position, block: string): Position {
  const rounds = raise(position.rounds, block)
  const opened: OpenBlock = { visit: rounds[block] ?? 1 }
  return {
    ...position,
    rounds,
    blocks: { ...position.blocks, [block]: opened },
    resume: withoutStep(position.resume, block),
  }
}

function concern(position: Position, fact: Fact<'concerned'>): Position {
  const block: OpenBlock = {
    visit: position.blocks[fact.block]?.visit ?? 1,
    branches: fact.branches,
    answers: fact.kept,
    kept: Object.keys(fact.kept),
  }
  return {
    ...position,
    blocks: { ...position.blocks, [fact.block]: block },
    memory: without(position.memory, fact.block),
    resume: tidy(
      position.resume && {
        ...position.resume,
        parallels: without(position.resume.parallels, fact.block),
      },
    ),
  }
}

function openStep(position: Position, fact: Fact<'opened'>): Position {
  const restored = position.resume?.steps[fact.step]
  const record: OpenStep = restored ?? {
    round: fact.round,
    seats: fact.seats,
    since: position.turn,
    touched: false,
  }
  return {
    ...position,
    open: { ...position.open, [fact.step]: record },
    rounds: { ...position.rounds, [fact.step]: record.round },
    resume: withoutStep(position.resume, fact.step),
  }
}

function changeOpen(position: Position, step: string, change: Partial<OpenStep>): Position {
  const record = position.open[step]
  if (record === undefined) return position
  return { ...position, open: { ...position.open, [step]: { ...record, ...change } } }
}

function changeSeat(position: Position, fact: Fact<'spoke'>): Position {
  const seats = position.open[fact.step]?.seats.map((seat) =>
    seat.id === fact.seat.id ? fact.seat : seat,
  )
  return seats === undefined ? position : changeOpen(position, fact.step, { seats, touched: true })
}

function setField(position: Position, field: string, value: Position['data'][string]): Position {
  const changes = position.changes + 1
  return {
    ...position,
    changes,
    data: { ...position.data, [field]: value ?? null },
    revisions: { ...position.revisions, [field]: changes },
  }
}

function finishStep(position: Position, fact: Fact<'done'>): Position {
  const { step, exit, people } = fact
  const round = position.open[step]?.round ?? position.rounds[step] ?? 1
  return {
    ...position,
    open: without(position.open, step),
    done: { ...position.done, [step]: { exit, round, turn: position.turn, people } },
    trail: fact.trail === undefined ? position.trail : pushOnTrail(position.trail, step),
  }
}

function decided(position: Position, exit: string): Position['done'][string] {
  return { exit, round: 1, turn: position.turn, people: [] }
}

/** A branch's result is an answer of its parallel; a phase's result waits in the phase. */
function giveResult(position: Position, fact: Fact<'result'>): Pick<Position, 'blocks'> {
  const slash = fact.block.indexOf('/')
  const owner = slash < 0 ? fact.block : fact.block.slice(0, slash)
  const block = position.blocks[owner] ?? { visit: 1 }
  const changed: OpenBlock =
    slash < 0
      ? { ...block, result: fact.result, via: fact.via }
      : {
          ...block,
          answers: {
            ...block.answers,
            [fact.block.slice(slash + 1)]: { result: fact.result, at: position.changes },
          },
        }
  return { blocks: { ...position.blocks, [owner]: changed } }
}

function leave(position: Position, fact: Fact<'left'>): Position {
  const block = position.blocks[fact.block]
  const next = { ...position, blocks: without(position.blocks, fact.block) }
  const answers =
    block?.answers === undefined ? next.answers : { ...next.answers, [fact.block]: block.answers }
  const done =
    fact.exit === undefined
      ? next.done
      : { ...next.done, [fact.block]: decided(position, fact.exit) }
  return { ...next, answers, done }
}

function comeBack(position: Position, fact: Fact<'returned'>): Position {
  return {
    ...position,
    trail: cutTrail(position.trail, fact.cut),
    returns: raise(position.returns, fact.to),
    memory: { ...position.memory, ...fact.memory },
    carried:
      fact.carry === undefined
        ? position.carried
        : { ...position.carried, [fact.carry.by]: fact.carry.back },
    resume: fact.resume,
  }
}

function withoutStep(resume: Resume | null, step: string): Resume | null {
  return resume === null ? null : tidy({ ...resume, steps: without(resume.steps, step) })
}

function tidy(resume: Resume | null): Resume | null {
  if (resume === null) return null
  return isEmpty(resume.steps) && isEmpty(resume.parallels) ? null : resume
}

function isEmpty(record: Record_<unknown>): boolean {
  for (const _ in record) return false
  return true
}

function raise(record: Record_<number>, key: string): Record_<number> {
  return { ...record, [key]: (record[key] ?? 0) + 1 }
}

function without<T>(record: Record_<T>, key: string): Record_<T> {
  if (!(key in record)) return record
  const { [key]: _, ...rest } = record
  return rest
}
