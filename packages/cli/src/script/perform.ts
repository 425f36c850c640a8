import {
  type ActCommand,
  type Case,
  type Decided,
  fail,
  ok,
  type Refusal,
  type Result,
} from '@yichuang/engine'
import { actorNamed, candidatesFor, choiceOf, holdsPost, namedActor, SOMEBODY } from './actors.ts'
import { demoSalts } from './demo-salts.ts'
import type { ScriptFault } from './script-fault.ts'
import type { ByChoice, ScriptLine } from './script-line.ts'
import type { Setting, Walked } from './walked.ts'

type Line<Kind extends ScriptLine['kind']> = Extract<ScriptLine, { kind: Kind }>
type Stepped = Result<Walked, ScriptFault>

/** Opens the case of the script. */
export function openIn(setting: Setting, walked: Walked, { line, open }: Line<'open'>): Stepped {
  if (walked.kase !== null) return fail({ kind: 'opened-twice', line })
  const town = open.town ?? setting.town
  if (town === undefined)
    return fail({
      kind: 'town-missing',
      line,
      known: Object.keys(setting.engine.release.content.towns),
    })
  if (open.at === undefined) return fail({ kind: 'time-missing', line, of: 'open' })
  const { by, ...rest } = open
  const caseId = open.caseId ?? 'case-1'
  const commandId = open.commandId ?? `c${line}`
  const { content } = setting.engine.release
  const workflow = content.workflows[content.towns[town]?.[open.item] ?? '']
  const { salts, isDemo } = demoSalts(caseId, commandId, workflow?.fields ?? {}, open)
  const decided = walked.engine.open({
    ...rest,
    caseId,
    commandId,
    town,
    at: open.at,
    ...(by === undefined ? {} : { by: namedActor(by) }),
    ...(Object.keys(salts).length === 0 ? {} : { salts }),
  })
  return ok(after(walked, decided, open.at, isDemo))
}

/** Takes an action or an operator. Where the script leaves open who acts, those asked are tried in turn. */
export function actIn(walked: Walked, { line, act }: Line<'act'>): Stepped {
  const { engine, kase } = walked
  const at = act.at ?? walked.at
  if (kase === null || at === null) return fail({ kind: 'nothing-open-yet', line, of: 'act' })
  const { by, ...rest } = act
  const commandId = act.commandId ?? `c${line}`
  const fields = engine.release.content.workflows[kase.workflow]?.fields ?? {}
  const { salts, isDemo } = demoSalts(kase.id, commandId, fields, act)
  const command: Omit<ActCommand, 'by'> = {
    ...rest,
    commandId,
    at,
    ...(Object.keys(salts).length === 0 ? {} : { salts }),
  }
  const choice = choiceOf(by)
  if (choice === null && by !== undefined)
    return ok(after(walked, engine.act(kase, { ...command, by: namedActor(by) }), at, isDemo))
  const ready = engine.tick(kase, at)
  const current = ready.ok ? ready.value.case : kase
  const candidates = candidatesFor(engine, current, act.task, at, choice ?? {})
  const decided = firstAllowed(candidates, (person) =>
    engine.act(kase, { ...command, by: actorNamed(person) }),
  )
  const isSettled = decided !== null && (decided.ok || decided.error.kind !== 'not-for-you')
  const made = isSettled ? decided : byProbing(walked, kase, command, choice ?? {})
  return ok(after(walked, made, at, isDemo))
}

/** Lets time pass. */
export function tickIn(walked: Walked, { line, tick }: Line<'tick'>): Stepped {
  const { engine, kase } = walked
  const at = tick.at ?? walked.at
  if (kase === null || at === null) return fail({ kind: 'nothing-open-yet', line, of: 'tick' })
  return ok(after(walked, engine.tick(kase, at), at, false))
}

const ABOUT_THE_PERSON: readonly Refusal['kind'][] = [
  'not-for-you',
  'not-asked',
  'separated-step',
  'separated-stage',
  'other-person-needed',
  'own-case',
  'is-recused',
  'claimed-by-other',
]

/** The first who is not refused for being who they are; null when there is nobody to try. */
function firstAllowed(
  people: readonly string[],
  tryAs: (person: string) => Decided,
): Decided | null {
  let decided: Decided | null = null
  for (const person of people) {
    decided = tryAs(person)
    if (decided.ok || !ABOUT_THE_PERSON.includes(decided.error.kind)) return decided
  }
  return decided
}

/**
 * Phase actions, operators and some answers are for others than the step asks: the refusal of
 * nobody names them. A duty cannot be told from their names, so no choice is made by it.
 */
function byProbing(
  { engine }: Walked,
  kase: Case,
  command: Omit<ActCommand, 'by'>,
  choice: ByChoice,
): Decided {
  const probe = engine.act(kase, { ...command, by: { person: SOMEBODY } })
  if (probe.ok) return probe
  const { error } = probe
  const named = 'asked' in error && choice.duty === undefined ? error.asked : []
  const asked = named.filter((person) => holdsPost(engine, person, choice.post, command.at))
  return (
    firstAllowed(asked, (person) => engine.act(kase, { ...command, by: actorNamed(person) })) ??
    probe
  )
}

function after(walked: Walked, decided: Decided, at: string, isDemo: boolean): Walked {
  const usesDemoSalts = walked.usesDemoSalts || isDemo
  if (!decided.ok) return { ...walked, at, last: { events: [], refusal: decided.error } }
  const { case: kase, events } = decided.value
  return {
    ...walked,
    kase,
    at,
    usesDemoSalts,
    ledger: [...walked.ledger, ...events],
    last: { events, refusal: null },
  }
}
