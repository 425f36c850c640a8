import { seal, unseal } from '@yichuang/engine'
import { traceMachine } from '@yichuang/engine/trace'
import { createActor, transition } from 'xstate'
import { BPMN_STEPS, homesteadBpmn, runBpmn } from './bpmn-peer.ts'
import { recordHomestead, xingbinEngine } from './homestead-case.ts'
import { driveLong, goRound } from './long-case.ts'
import { type Measured, measure } from './measure.ts'

const TOWN = 'sanwu'
const engine = xingbinEngine()
const recorded = recordHomestead(engine, TOWN)
const { acts, events, ledger, open } = recorded
const runnable = engine.runnable('homestead', TOWN)
if (!runnable.ok) throw new Error(runnable.error.kind)
const run = runnable.value
const input = { at: open.at }
const first = run.stepper.start(input)
const tracer = traceMachine(run)
const traced = tracer.start(input)
const LONG = 2000
const ROUNDS = 50
const long = driveLong(engine, recorded, LONG)
const bpmn = homesteadBpmn()
if ((await runBpmn(bpmn)) !== BPMN_STEPS) throw new Error('the BPMN peer did not take every step')

const measured = await measure(
  [
    { name: 'machine.transition, reused scope', steps: events.length, run: reusedScope },
    { name: 'exported transition()', steps: events.length, run: exportedTransition },
    { name: 'actor.send', steps: events.length, run: actorSend },
    { name: 'act (unsealed)', steps: acts.length, run: act },
    { name: 'seal, per event', steps: ledger.length, run: () => seal(unseal(seal(ledger))) },
    { name: 'traced step', steps: events.length, run: tracedStep },
    {
      name: 'act, young ledger',
      steps: ROUNDS * long.round.length,
      run: () => goRound(engine, long.young, long.round, ROUNDS),
    },
    {
      name: 'act, long ledger',
      steps: ROUNDS * long.round.length,
      run: () => goRound(engine, long.old, long.round, ROUNDS),
    },
    { name: 'bpmn-engine', steps: BPMN_STEPS, run: () => runBpmn(bpmn) },
  ],
  9,
  120,
)

function reusedScope(): void {
  let snapshot = first
  for (const event of events) snapshot = run.stepper.step(snapshot, event)
}

function exportedTransition(): void {
  let snapshot = first
  for (const event of events) [snapshot] = transition(run.machine, snapshot, event)
}

function actorSend(): void {
  const actor = createActor(run.machine, { input }).start()
  for (const event of events) actor.send(event)
}

function act(): void {
  const opened = engine.open(open)
  if (!opened.ok) throw new Error(opened.error.kind)
  let kase = opened.value.case
  for (const command of acts) {
    const decided = engine.act(kase, command)
    if (!decided.ok) throw new Error(decided.error.kind)
    kase = decided.value.case
  }
}

function tracedStep(): void {
  let position = traced
  for (const event of events) position = tracer.step(position, event)
}

report(measured)

function report(rows: readonly Measured[]): void {
  process.stdout.write(
    `homestead in ${TOWN}: ${events.length} moves, ${ledger.length} events; microseconds a step\n\n`,
  )
  for (const { name, least, median, most } of rows) {
    process.stdout.write(`${name.padEnd(34)} ${figure(least)} ${figure(median)} ${figure(most)}\n`)
  }
  const median = (name: string): number =>
    rows.find((row) => row.name === name)?.median ?? Number.NaN
  process.stdout.write('\nratios of medians\n')
  const ratio = (text: string, over: string, under: string): void => {
    process.stdout.write(`${text.padEnd(52)} ${(median(over) / median(under)).toFixed(2)}\n`)
  }
  ratio('act against exported transition() (aim ≤ 1)', 'act (unsealed)', 'exported transition()')
  ratio(
    'reused scope against traced step (aim ≥ 20)',
    'machine.transition, reused scope',
    'traced step',
  )
  ratio('bpmn-engine against act (aim ≥ 100)', 'bpmn-engine', 'act (unsealed)')
  ratio(
    `act after ${long.old.seq} events against ${long.young.seq} (aim ≤ 1.2)`,
    'act, long ledger',
    'act, young ledger',
  )
}

function figure(value: number): string {
  return value.toFixed(2).padStart(10)
}
