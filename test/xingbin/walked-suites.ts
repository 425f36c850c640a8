import { resolve } from 'node:path'
import {
  buildRelease,
  type Case,
  type CaseEvent,
  createEngine,
  makeRegisters,
  type Registers,
  type Release,
  type Walk,
  type Workspace,
} from '@yichuang/engine'
import { scriptOfWalk } from '../../packages/cli/src/script/read-script.ts'
import { registerDoor } from '../../packages/cli/src/script/register-door.ts'
import { walk } from '../../packages/cli/src/script/walk.ts'
import { readWorkspace } from '../../packages/cli/src/workspace/read-workspace.ts'

/** A saved walk, driven in one of its towns. */
export interface WalkedCase {
  readonly name: string
  readonly item: string
  readonly walk: Walk
  readonly town: string
  /** What the walk expected and did not find, or why it could not be driven. */
  readonly unmet: readonly object[]
  readonly kase: Case
  readonly ledger: readonly CaseEvent[]
  /** The editions of the registers that it met, in their order. */
  readonly registers: readonly Registers[]
}

const root = resolve(import.meta.dirname, '../../examples/xingbin')
const { workspace: read, faults } = await readWorkspace(root)
if (read === null) throw new Error(JSON.stringify(faults, null, 2))

export const workspace: Workspace = read

export const release: Release = buildRelease(workspace, {
  number: 1,
  note: '',
  effectiveFrom: '2026-01-01',
  preparedBy: 'S-TOWN-08',
  approvedBy: 'S-TOWN-09',
})

const registers = makeRegisters(workspace.directory, workspace.people, workspace.calendar)
const engine = createEngine(release, registers)

/** Every saved walk in each of its towns. */
export async function walkSuites(): Promise<readonly WalkedCase[]> {
  const walked: WalkedCase[] = []
  for (const suite of Object.values(workspace.suites)) {
    for (const one of suite.walks) {
      for (const town of one.towns) walked.push(await walkIn(suite.item, one, town))
    }
  }
  return walked
}

async function walkIn(item: string, one: Walk, town: string): Promise<WalkedCase> {
  const name = `${item}/${one.id} in ${town}`
  const met = new Set([registers])
  const script = scriptOfWalk(one.script, town)
  if (!script.ok) throw new Error(`${name}: ${JSON.stringify(script.error)}`)
  const walked = await walk(
    {
      engine,
      town,
      door: registerDoor(root, null),
      watch: ({ after }) => met.add(after.engine.registers),
    },
    script.value,
  )
  if (!walked.ok) throw new Error(`${name}: ${JSON.stringify(walked.error)}`)
  const { kase, ledger, unmet } = walked.value
  if (kase === null) throw new Error(`${name}: opens no case`)
  return { name, item, walk: one, town, unmet, kase, ledger, registers: [...met] }
}
