import type { CaseEvent, Engine, TaskView } from '@yichuang/engine'
import type { Expected, Moment, Unmet, Walked } from '../script/walked.ts'
import type { Wording } from '../wording/wording.ts'
import type { Names } from '../workspace/names.ts'
import { amountWords, listWords } from './facts-as-words.ts'
import { clockName, type RefusalContext, refusalWords } from './refusal-words.ts'
import { personWords } from './who-words.ts'

/** One line of a script and what it led to, for people to read. */
export function traceWords({ line, after }: Moment, context: RefusalContext): readonly string[] {
  const { wording } = context
  if (line.kind === 'expect') return []
  if (line.kind === 'registers') {
    const registers = Object.keys(line.registers).map(
      (name) => wording.find(`register.${name}`) ?? name,
    )
    return [wording.say('run.registers', { registers: wording.list(registers) })]
  }
  const when = timeWords(after.at ?? '')
  const { refusal, events } = after.last
  if (refusal !== null)
    return [`${when}  ${wording.say('run.refused', { text: refusalWords(refusal, context) })}`]
  const lines = events.flatMap((event) => eventWords(event, context, after))
  const told = lines.length === 0 ? [`${when}  ${wording.say('run.tick')}`] : lines
  return [...told, ...nextWords(after, context), ...clockWords(after, context)]
}

/** What a walk expected and did not find. */
export function unmetWords(unmet: Unmet, context: RefusalContext): string {
  const { wording } = context
  const { line } = unmet
  return unmet.kind === 'refused'
    ? wording.say('run.unexpected-refusal', { line, text: refusalWords(unmet.refusal, context) })
    : wording.say('run.unmet', { line, ...expectedWords(unmet, wording) })
}

function expectedWords({ what, of, expected, found }: Expected, wording: Wording) {
  return {
    what: wording.say(`expect.${what}`),
    of,
    expected: JSON.stringify(expected),
    found: JSON.stringify(found),
  }
}

function timeWords(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ')
}

function eventWords(
  event: CaseEvent,
  context: RefusalContext,
  { kase }: Walked,
): readonly string[] {
  const { wording, names, workflow } = context
  const subject = event.subject ?? ''
  const head = `${timeWords(event.effectiveAt)}  ${headline(event, subject, context)}`
  const issued = event.facts.flatMap((fact) =>
    fact.fact === 'issued' ? [workflow.document(fact.document)] : [],
  )
  const lines = [head]
  if (issued.length > 0)
    lines.push(wording.say('run.issued', { documents: wording.list([...new Set(issued)]) }))
  for (const fact of event.facts) {
    if (fact.fact === 'outcome')
      lines.push(wording.say('run.outcome', { outcome: workflow.outcome(fact.outcome) }))
    if (fact.fact === 'finished') lines.push(wording.say('run.finished'))
    if (fact.fact === 'closed') lines.push(wording.say('run.closed'))
  }
  return kase === null ? [names.item(subject)] : lines
}

function headline(event: CaseEvent, subject: string, context: RefusalContext): string {
  const { wording, names, workflow } = context
  const { command } = event
  if (command?.do === 'open') {
    const { item, town } = command
    return wording.say('run.opened', {
      item: names.item(item),
      town: names.town(town),
      case: command.case,
    })
  }
  if (command?.do === 'act') {
    const by = personWords(nameOf(command.by), names, wording)
    const step = command.task.split('#')[0] ?? command.task
    const action = workflow.action(step, command.action)
    return wording.say('run.acted', { step: workflow.step(step), action, by })
  }
  return wording.find(`run.${event.kind}`, eventFacts(event, subject, context)) ?? event.kind
}

function eventFacts(
  event: CaseEvent,
  subject: string,
  { wording, workflow, names }: RefusalContext,
) {
  const step = subject.split('#')[0] ?? subject
  const settled = event.facts.find((fact) => fact.fact === 'settled' || fact.fact === 'result')
  const exit =
    settled?.fact === 'settled'
      ? workflow.action(settled.step, settled.exit)
      : settled?.fact === 'result'
        ? workflow.action(settled.block, settled.action ?? settled.result)
        : ''
  const gap = event.facts.find((fact) => fact.fact === 'unmanned')
  const duty = gap?.fact === 'unmanned' ? gap.gaps[0]?.duty : undefined
  return {
    subject: subject.includes('.') ? clockName(subject, workflow, wording) : workflow.step(step),
    action: exit,
    duty: duty === undefined ? undefined : names.duty(duty),
  }
}

function nameOf(by: { readonly person?: string } | object): string {
  const [kind = '', id = ''] = Object.entries(by)[0] ?? []
  if (kind === 'person') return String(id)
  return kind === 'party' ? `@${String(id)}` : `@${kind}:${String(id)}`
}

function nextWords(walked: Walked, context: RefusalContext): readonly string[] {
  const { engine, kase, at } = walked
  if (kase === null || at === null) return []
  return engine.openTasks(kase, at).map((task) => taskWords(task, kase.town, context))
}

/** An open task: where it lies, how many may act, until when. */
function taskWords(task: TaskView, town: string, context: RefusalContext): string {
  const { wording, names, workflow } = context
  const step = workflow.step(task.step)
  if (task.unmanned !== undefined) {
    const [gap] = task.unmanned.gaps
    const why = wording.say(`run.why.${task.unmanned.because}`, {
      duty: gap === undefined ? undefined : names.duty(gap.duty),
      proposed: gap?.proposed === undefined ? undefined : names.section(town, gap.proposed),
    })
    return wording.say('run.next-nobody', { step, why })
  }
  const late = task.overdue ? wording.say('run.clock-overdue') : ''
  const due = task.due === null ? undefined : `${dueWords(task.due, wording)}${late}`
  return wording.say('run.next', { step, who: askedWords(task, town, names, wording), due })
}

function askedWords(task: TaskView, town: string, names: Names, wording: Wording): string {
  const sections = task.groups.flatMap(({ section }) =>
    section === undefined ? [] : [names.section(town, section)],
  )
  const unique = [...new Set(sections)]
  if (unique.length > 0)
    return wording.say('run.who', { sections: wording.list(unique), n: task.people.length })
  if (task.people.length === 0) return wording.say('run.waits')
  return listWords(
    task.people.map((id) => personWords(id, names, wording)),
    wording,
  )
}

function dueWords(
  { day, provisional }: { readonly day: string; readonly provisional: boolean },
  wording: Wording,
): string {
  return provisional ? `${day}${wording.say('word.provisional')}` : day
}

function clockWords({ engine, kase, at }: Walked, context: RefusalContext): readonly string[] {
  if (kase === null || at === null) return []
  return running(engine, kase, at).map((face) => clockLine(face, context))
}

type Face = ReturnType<Engine['clocks']>[number]

function running(engine: Engine, kase: NonNullable<Walked['kase']>, at: string): readonly Face[] {
  return engine.clocks(kase, at).filter(({ endedAt }) => endedAt === undefined)
}

function clockLine(face: Face, { wording, workflow }: RefusalContext): string {
  const states = {
    running: '',
    stopped: wording.say('run.clock-stopped'),
    overdue: wording.say('run.clock-overdue'),
  }
  return wording.say('run.clock', {
    name: clockName(face.clock, workflow, wording),
    used: face.used,
    total: amountWords({ value: face.total, unit: face.unit }, wording),
    left: face.left,
    due: face.due === null ? undefined : dueWords(face.due, wording),
    state: states[face.state],
  })
}
