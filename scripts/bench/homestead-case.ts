import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type ActCommand,
  buildRelease,
  type CaseData,
  type CaseEvent,
  createEngine,
  type Engine,
  type MoveEvent,
  makeRegisters,
  type Result,
  readCalendar,
  readCatalogue,
  readDirectory,
  readPeople,
  readTable,
  readWorkflow,
  readWorkspaceInfo,
} from '@yichuang/engine'

const XINGBIN = join(import.meta.dirname, '../../examples/xingbin')

/** The engine on the Xingbin workspace. */
export function xingbinEngine(): Engine {
  const info = read('workspace.json', readWorkspaceInfo)
  const directory = read('directory.json', readDirectory)
  const people = read('people.json', readPeople)
  const calendar = read('calendar.json', readCalendar)
  const catalogue = read('catalogue.json', readCatalogue)
  const release = buildRelease(
    {
      info,
      directory,
      people,
      calendar,
      catalogue,
      workflows: folder('workflows', readWorkflow),
      tables: folder('tables', readTable),
      suites: {},
    },
    { number: 1, note: 'bench', effectiveFrom: '2026-01-01', preparedBy: 'A', approvedBy: 'B' },
  )
  return createEngine(release, makeRegisters(directory, people, calendar))
}

function read<T>(file: string, door: (text: string, file: string) => Result<T, unknown>): T {
  const result = door(readFileSync(join(XINGBIN, file), 'utf8'), file)
  if (!result.ok) throw new Error(`${file}: ${JSON.stringify(result.error)}`)
  return result.value
}

function folder<T extends { readonly id: string }>(
  name: string,
  door: (text: string, file: string) => Result<T, unknown>,
): Readonly<Record<string, T>> {
  const files = readdirSync(join(XINGBIN, name)).map((file) => read(join(name, file), door))
  return Object.fromEntries(files.map((file) => [file.id, file]))
}

/** One homestead case from the application to the certificate, as commands and as machine events. */
export interface Recorded {
  readonly open: Parameters<Engine['open']>[0]
  readonly acts: readonly ActCommand[]
  readonly events: readonly MoveEvent[]
  readonly ledger: readonly CaseEvent[]
}

const FACTS: CaseData = {
  terrain: 'hills',
  landClass: 'construction',
  basicFarmland: false,
  homesteadArea: 120,
  floorArea: 300,
  touchesForest: false,
  touchesWater: false,
  touchesEcology: false,
  touchesPower: false,
  touchesRoad: false,
  hazardZone: false,
}

/** `[step, action, data]`; days are counted so that nothing falls due. */
const PATH: readonly (readonly [string, string, CaseData?])[] = [
  [
    'apply',
    'submit',
    { village: '某村', buildKind: 'new', homesteadArea: 120, floorArea: 300, householdSize: 4 },
  ],
  ['group-receive', 'receive', { assemblyDecides: false }],
  ['group-meeting', 'pass', { meetingEligible: 90, meetingPresent: 60, meetingFor: 31 }],
  ['notice', '@wait'],
  ['village-check', 'forward', { neighboursConsent: true }],
  [
    'register',
    'receive',
    {
      landClass: 'construction',
      basicFarmland: false,
      conversionApproved: false,
      badCredit: false,
    },
  ],
  ['window', 'accept'],
  ['visit-1', 'submit', FACTS],
  [
    'agri-draft',
    'propose',
    {
      memberOfCollective: true,
      existingHomestead: false,
      returnCommitment: false,
      soldDwelling: false,
    },
  ],
  ['agri-head', 'agree'],
  ['land-draft', 'propose'],
  ['land-head', 'agree'],
  ['planning-draft', 'propose', { planConform: true }],
  ['planning-head', 'agree'],
  ['consolidate', 'recommend', { complex: false }],
  ['director-check', 'agree'],
  ['leader-decide', 'grant'],
  ['certificate', 'made'],
]

/** Walks the path once and keeps what was sent. */
export function recordHomestead(engine: Engine, town: string): Recorded {
  const at = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T09:00:00+08:00`
  const open = { caseId: 'bench', commandId: 'c0', item: 'homestead', town, at: at(2) }
  const opened = engine.open(open)
  if (!opened.ok) throw new Error(opened.error.kind)
  let kase = opened.value.case
  let day = 2
  const ledger = [...opened.value.events]
  const acts: ActCommand[] = []
  const events: MoveEvent[] = []
  for (const [step, action, data] of PATH) {
    if (action === '@wait') {
      day = 16
      const ticked = engine.tick(kase, at(day))
      if (!ticked.ok) throw new Error(ticked.error.kind)
      kase = ticked.value.case
      ledger.push(...ticked.value.events)
      events.push({ type: `${step}.@expired`, at: ticked.value.events[0]?.effectiveAt ?? at(day) })
      continue
    }
    const task = kase.tasks[step]?.task
    do {
      const n = acts.length + 1
      const decided = firstWhoMay(engine, kase, { step, action, data, at: at(day), n })
      kase = decided.case
      ledger.push(...decided.events)
      acts.push(decided.command)
      const { by } = decided
      events.push({ type: `${step}.${action}`, at: at(day), by, ...(data && { data }) })
    } while (kase.tasks[step]?.task === task)
  }
  return { open, acts, events, ledger }
}

type CaseOf = Parameters<Engine['act']>[0]

function firstWhoMay(
  engine: Engine,
  kase: CaseOf,
  step: {
    readonly step: string
    readonly action: string
    readonly data: CaseData | undefined
    readonly at: string
    readonly n: number
  },
) {
  const view = engine.openTasks(kase, step.at).find((task) => task.step === step.step)
  let reason = `${step.step} is not open`
  for (const by of view?.people ?? []) {
    const command: ActCommand = {
      commandId: `c${step.n}`,
      task: step.step,
      action: step.action,
      at: step.at,
      by: actorOf(by),
      opinion: '同意',
      ...(step.data === undefined ? {} : { data: step.data }),
    }
    const decided = engine.act(kase, command)
    if (decided.ok) return { command, by, case: decided.value.case, events: decided.value.events }
    reason = JSON.stringify(decided.error)
  }
  throw new Error(`${step.step}.${step.action}: ${reason}`)
}

function actorOf(id: string): ActCommand['by'] {
  if (id.startsWith('@body:')) return { body: id.slice(6) }
  if (id.startsWith('@service:')) return { service: id.slice(9) }
  return id === '@applicant' ? { party: 'applicant' } : { person: id }
}
