import type { Case, OpenTask, Question, RunningClock, RunningLimit } from './case.ts'
import type { RecordFact } from './fact.ts'

/** Applies one fact about tasks, limits, clocks and documents. `at` is the legal time of its event. */
export function applyRecordFact(kase: Case, fact: RecordFact, at: string): Case {
  switch (fact.fact) {
    case 'assigned':
      return assign(kase, fact, at)
    case 'limit-started': {
      const { fact: _, task, ...limit } = fact
      return changeTask(kase, task, (open) => ({ ...open, limit }))
    }
    case 'clock-started':
      return { ...kase, clocks: { ...kase.clocks, [fact.clock]: startedClock(kase, fact) } }
    case 'clock-stopped': {
      const { by, ground, basis } = fact
      const stop = { by, from: fact.at, ground, basis }
      return changeLimit(kase, fact.clock, (limit) => ({
        ...limit,
        due: null,
        stops: [...(limit.stops ?? []), stop],
      }))
    }
    case 'clock-resumed':
      return changeLimit(kase, fact.clock, (limit) => resumed(limit, fact))
    case 'suspended': {
      const { subject, ground, basis } = fact
      return {
        ...kase,
        suspensions: { ...kase.suspensions, [subject]: { from: at, ground, basis } },
      }
    }
    case 'resumed': {
      const { [fact.subject]: _, ...suspensions } = kase.suspensions
      return { ...kase, suspensions }
    }
    case 'escalated':
      return changeLimit(kase, fact.subject, (limit) => ({
        ...limit,
        escalated: [...(limit.escalated ?? []), fact.level],
      }))
    case 'clock-ended':
      return changeClock(kase, fact.clock, (clock) => ({ ...clock, endedAt: fact.at }))
    case 'clock-extended':
      return changeClock(kase, fact.clock, (clock) => ({
        ...clock,
        value: fact.value,
        due: fact.due,
        extensions: clock.extensions + 1,
      }))
    case 'due-moved':
      return changeLimit(kase, fact.subject, (limit) => ({
        ...withoutLateness(limit),
        due: fact.due,
      }))
    case 'overdue':
      return changeLimit(kase, fact.subject, (limit) => ({ ...limit, overdue: true }))
    case 'reminded':
      return changeLimit(kase, fact.subject, (limit) => ({
        ...limit,
        reminded: [...(limit.reminded ?? []), fact.before],
      }))
    case 'issued': {
      const times = (kase.documents[fact.document]?.times ?? 0) + 1
      return { ...kase, documents: { ...kase.documents, [fact.document]: { times, last: at } } }
    }
    case 'recused':
      return { ...kase, recused: [...kase.recused, fact.person] }
    case 'copied':
      return { ...kase, copied: [...kase.copied, ...fact.people] }
    case 'asked': {
      const { task, by, people } = fact
      return { ...kase, questions: [...kase.questions, { task, by, people }] }
    }
    case 'replied':
      return { ...kase, questions: answered(kase.questions, fact) }
    case 'urged':
    case 'sealed':
    case 'unmanned':
      return kase
  }
}

/** Whoever answers owes that question no more; a question that everybody answered is settled. */
function answered(
  questions: readonly Question[],
  { task, by, to }: Extract<RecordFact, { fact: 'replied' }>,
): readonly Question[] {
  return questions.flatMap((question) => {
    if (question.task !== task || question.by !== to) return [question]
    const people = question.people.filter((person) => person !== by)
    return people.length === 0 ? [] : [{ ...question, people }]
  })
}

function assign(kase: Case, fact: Extract<RecordFact, { fact: 'assigned' }>, at: string): Case {
  const before = kase.tasks[fact.step]
  const same = before?.task === fact.task ? before : undefined
  const task: OpenTask = {
    task: fact.task,
    openedAt: same?.openedAt ?? at,
    ...(fact.stage === undefined ? {} : { stage: fact.stage }),
    groups: fact.groups,
    ...(same?.limit === undefined ? {} : { limit: same.limit }),
  }
  return { ...kase, tasks: { ...kase.tasks, [fact.step]: task } }
}

/** A phase that is entered again continues its clock. */
function startedClock(
  kase: Case,
  fact: Extract<RecordFact, { fact: 'clock-started' }>,
): RunningClock {
  const before = kase.clocks[fact.clock]
  const { fact: _, clock: _c, ...limit } = fact
  const { due } = limit
  if (before === undefined) return { ...limit, stops: [], extensions: 0 }
  const { endedAt: _e, ...running } = before
  return { ...running, due }
}

function resumed<T extends RunningLimit>(
  limit: T,
  fact: Extract<RecordFact, { fact: 'clock-resumed' }>,
): T {
  const stops = (limit.stops ?? []).map((stop) =>
    stop.by === fact.by && stop.to === undefined ? { ...stop, to: fact.at } : stop,
  )
  return { ...limit, stops, due: fact.due }
}

/** A due date that moves is to be missed anew. */
function withoutLateness<T extends RunningLimit>(limit: T): T {
  const { overdue: _, escalated: _e, ...rest } = limit
  return rest as T
}

function changeLimit(
  kase: Case,
  subject: string,
  change: <T extends RunningLimit>(limit: T) => T,
): Case {
  if (kase.clocks[subject] !== undefined) return changeClock(kase, subject, change)
  return changeTask(kase, subject, (task) =>
    task.limit === undefined ? task : { ...task, limit: change(task.limit) },
  )
}

function changeClock(kase: Case, id: string, change: (clock: RunningClock) => RunningClock): Case {
  const clock = kase.clocks[id]
  return clock === undefined ? kase : { ...kase, clocks: { ...kase.clocks, [id]: change(clock) } }
}

function changeTask(kase: Case, task: string, change: (task: OpenTask) => OpenTask): Case {
  const step = stepOfTask(task)
  const open = kase.tasks[step]
  return open?.task === task ? { ...kase, tasks: { ...kase.tasks, [step]: change(open) } } : kase
}

export function stepOfTask(task: string): string {
  const hash = task.indexOf('#')
  return hash < 0 ? task : task.slice(0, hash)
}
