import type { ActCommand, Engine } from '@yichuang/engine'
import type { Recorded } from './homestead-case.ts'

type Case = Parameters<Engine['act']>[0]

/** The same case twice in the loop 综合意见 → 退回重拟: as it comes there, and with a long ledger behind it. */
export interface LongCase {
  readonly young: Case
  readonly old: Case
  /** Commands of one time round. */
  readonly round: readonly ActCommand[]
}

/** Drives a recorded homestead case to the loop and round it until its ledger has so many events. */
export function driveLong(engine: Engine, { open, acts }: Recorded, events: number): LongCase {
  const opened = engine.open(open)
  if (!opened.ok) throw new Error(opened.error.kind)
  let young: Case = opened.value.case
  for (const command of acts) {
    if (young.tasks['consolidate'] !== undefined) break
    young = take(engine, young, command)
  }
  const draft = acts.find(({ task }) => task === 'consolidate')
  const check = acts.find(({ task }) => task === 'director-check')
  if (draft === undefined || check === undefined) throw new Error('the case has no such loop')
  const round = [
    { ...draft, at: young.recordedAt },
    { ...check, at: young.recordedAt, action: 'redraft' },
  ]
  let old = young
  while (old.seq < events) old = goRound(engine, old, round, 1)
  return { young, old, round }
}

/** Takes a loop so many times. */
export function goRound(engine: Engine, from: Case, round: LongCase['round'], times: number): Case {
  let kase = from
  for (let time = 0; time < times; time += 1)
    for (const command of round) kase = take(engine, kase, command)
  return kase
}

function take(engine: Engine, kase: Case, command: ActCommand): Case {
  const decided = engine.act(kase, command)
  if (!decided.ok) throw new Error(`${command.task}.${command.action}: ${decided.error.kind}`)
  return decided.value.case
}
