import { applyFact, nextTurn } from '../machine/apply-fact.ts'
import type { PositionFact } from '../machine/fact.ts'
import type { Position } from '../machine/position.ts'
import { NOWHERE } from '../machine/position.ts'
import { actorId } from './actor.ts'
import { applyRecordFact, stepOfTask } from './apply-record-fact.ts'
import type { Case, Vault } from './case.ts'
import type { CaseEvent, EventKind } from './case-event.ts'
import type { RecordedCommand } from './command.ts'
import type { CaseFact, RecordFact } from './fact.ts'
import { openSeal } from './open-seal.ts'

/** Kinds that are a move of the machine, hence a turn of the case. */
const IS_MOVE: Readonly<Record<EventKind, boolean>> = {
  opened: true,
  acted: true,
  claimed: true,
  'given-back': true,
  transferred: true,
  delegated: true,
  'signer-added': true,
  'signer-removed': true,
  saved: true,
  patched: true,
  jumped: true,
  urged: false,
  copied: false,
  asked: false,
  replied: false,
  suspended: false,
  resumed: false,
  escalated: false,
  returned: true,
  'taken-back': true,
  expired: true,
  reassigned: true,
  skipped: true,
  extended: false,
  recused: false,
  overdue: false,
  reminded: false,
  'due-date-recounted': false,
  'nobody-can-act': false,
}

const RECORD_FACTS: Readonly<Record<RecordFact['fact'], true>> = {
  assigned: true,
  'limit-started': true,
  'clock-started': true,
  'clock-stopped': true,
  'clock-resumed': true,
  'clock-ended': true,
  'clock-extended': true,
  'due-moved': true,
  overdue: true,
  reminded: true,
  issued: true,
  sealed: true,
  recused: true,
  unmanned: true,
  urged: true,
  copied: true,
  asked: true,
  replied: true,
  suspended: true,
  resumed: true,
  escalated: true,
}

/** The first event of a ledger is not `opened`, or an event does not follow its predecessor. */
export class BrokenLedger extends Error {
  override readonly name = 'BrokenLedger'
  readonly seq: number
  constructor(seq: number) {
    super(`event ${seq} does not continue the ledger`)
    this.seq = seq
  }
}

/**
 * The next state of a case: a plain fold over facts. Needs no XState, no rules, no registers, no
 * release. Sealed values are taken from the vault; where it lacks one, the field reads as null.
 * `known` is the position that the machine has just reached by the same facts.
 */
export function evolve(
  kase: Case | null,
  event: CaseEvent,
  vault: Vault = kase?.vault ?? {},
  known?: Position,
): Case {
  const before = kase ?? newCase(event, vault)
  if (event.seq !== before.seq + 1) throw new BrokenLedger(event.seq)
  const acted = rememberActor(before, event)
  let next: Case = {
    ...acted,
    vault,
    seq: event.seq,
    recordedAt: event.recordedAt,
    lastAt: later(acted.lastAt, event.effectiveAt),
    ...(event.editions === undefined ? {} : { editions: event.editions }),
    position: known ?? (IS_MOVE[event.kind] ? nextTurn(acted.position) : acted.position),
  }
  for (const fact of event.facts)
    next = applyCaseFact(next, fact, event.effectiveAt, known !== undefined)
  return rememberMove(next, event)
}

function applyCaseFact(kase: Case, fact: CaseFact, at: string, isMoved: boolean): Case {
  if (fact.fact === 'sealed') return isMoved ? kase : moved(kase, openSeal(kase.vault, fact))
  if (isRecordFact(fact)) return applyRecordFact(kase, fact, at)
  const next = endSuspensions(isMoved ? kase : moved(kase, fact), fact)
  return noteTimes(closeTask(next, fact), fact, at)
}

function moved(kase: Case, fact: PositionFact): Case {
  return { ...kase, position: applyFact(kase.position, fact) }
}

function isRecordFact(fact: CaseFact): fact is RecordFact {
  return Object.hasOwn(RECORD_FACTS, fact.fact)
}

/** At one offset, instants sort as their texts. */
function later(a: string, b: string): string {
  return a < b ? b : a
}

/** A standstill ends with what stood still. */
function endSuspensions(kase: Case, fact: PositionFact): Case {
  const gone =
    fact.fact === 'done' || fact.fact === 'cancelled'
      ? fact.step
      : fact.fact === 'left'
        ? fact.block
        : null
  const over = Object.keys(kase.suspensions).filter((subject) => stepOfTask(subject) === gone)
  if (over.length === 0) return kase
  const suspensions = Object.fromEntries(
    Object.entries(kase.suspensions).filter(([subject]) => !over.includes(subject)),
  )
  return { ...kase, suspensions }
}

function closeTask(kase: Case, fact: PositionFact): Case {
  if (fact.fact !== 'done' && fact.fact !== 'cancelled') return kase
  if (kase.tasks[fact.step] === undefined) return kase
  const { [fact.step]: closed, ...tasks } = kase.tasks
  const questions = kase.questions.filter(({ task }) => task !== closed?.task)
  return { ...kase, tasks, ...(questions.length < kase.questions.length ? { questions } : {}) }
}

/** 办结 is the entry into after-care; a case without after-care is finished when it is closed. */
function noteTimes(kase: Case, fact: PositionFact, at: string): Case {
  if (fact.fact === 'finished') return { ...kase, finishedAt: at }
  if (fact.fact === 'closed') return { ...kase, closedAt: at, finishedAt: kase.finishedAt ?? at }
  return kase
}

/** Who acted in which stage, a return included: it is a word on the case. Read before the task closes. */
function rememberActor(kase: Case, event: CaseEvent): Case {
  const { command } = event
  if (command?.do !== 'act' || !('person' in command.by)) return kase
  const stage = kase.tasks[stepOfTask(event.subject ?? '')]?.stage
  const isWord = event.kind === 'acted' || event.kind === 'returned'
  if (!isWord || stage === undefined) return kase
  const people = kase.people[stage] ?? []
  const { person } = command.by
  return people.includes(person)
    ? kase
    : { ...kase, people: { ...kase.people, [stage]: [...people, person] } }
}

function rememberMove(kase: Case, event: CaseEvent): Case {
  const { command, kind, subject } = event
  // Lapse of time acts like a person: nobody takes back over it.
  if (kind === 'returned' || kind === 'taken-back' || kind === 'jumped' || kind === 'expired')
    return { ...kase, lastMove: null }
  if (kind !== 'acted' || command?.do !== 'act' || subject === undefined) return kase
  return {
    ...kase,
    lastMove: { by: actorId(command.by), step: stepOfTask(subject), turn: kase.position.turn },
  }
}

function newCase(event: CaseEvent, vault: Vault): Case {
  const command: RecordedCommand | undefined = event.command
  if (event.kind !== 'opened' || command?.do !== 'open') throw new BrokenLedger(event.seq)
  return {
    id: command.case,
    item: command.item,
    town: command.town,
    workflow: command.workflow,
    release: command.release,
    seq: 0,
    recordedAt: event.recordedAt,
    openedAt: event.effectiveAt,
    lastAt: event.effectiveAt,
    position: NOWHERE,
    tasks: {},
    clocks: {},
    documents: {},
    people: {},
    recused: [],
    copied: [],
    questions: [],
    suspensions: {},
    lastMove: null,
    editions: null,
    finishedAt: null,
    closedAt: null,
    applicant: command.applicant?.sealed ?? null,
    vault,
  }
}
