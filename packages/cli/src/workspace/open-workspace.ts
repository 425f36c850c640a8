import { resolve } from 'node:path'
import { printPath, type Workspace } from '@yichuang/engine'
import type { Invocation } from '../command.ts'
import { type FaultContext, faultWords } from '../describe/fault-words.ts'
import { findingWords } from '../describe/finding-words.ts'
import { placeWords, type Where } from '../describe/place-words.ts'
import { programFaultWords } from '../describe/rule-words.ts'
import { printJson, say } from '../output.ts'
import { isFileFault } from './file-fault.ts'
import { usabilityFaults } from './model-faults.ts'
import { namesOf } from './names.ts'
import type { Places } from './places.ts'
import { readWorkspace, type WorkspaceReading } from './read-workspace.ts'

export interface UsableWorkspace {
  readonly root: string
  readonly workspace: Workspace
  readonly places: Places
}

/** A fault told: its facts as JSON, its place, its words. */
export interface ToldFault {
  readonly facts: object
  readonly where: Where
  readonly words: string
}

/** Everything that keeps a workspace from being used, with places and words. */
export function toldFaults(
  { workspace, faults, places }: WorkspaceReading,
  { wording }: Pick<Invocation, 'wording'>,
): readonly ToldFault[] {
  const names = namesOf(workspace, wording)
  const told = faults.map((fault) => ({
    facts: fault,
    where: isFileFault(fault) ? fault : whereOf(fault),
    words: faultWords(fault, { wording, names }),
  }))
  if (workspace === null) return told
  const { references, programs, directory } = usabilityFaults(workspace, places)
  const workflow = (id: string | undefined) => names.of(workspace.workflows[id ?? ''])
  return [
    ...told,
    ...references.map((fault) => {
      const context: FaultContext = { wording, names, workflow: workflow(fault.workflow) }
      return { facts: fault, where: whereOf(fault), words: faultWords(fault, context) }
    }),
    ...programs.map(({ file, at, place, fault, ...rest }) => {
      const where = { file, at: printPath(at), ...place }
      return {
        facts: { ...ruleFacts(fault), ...rest, ...where },
        where,
        words: programFaultWords(fault, wording),
      }
    }),
    ...directory.map((fault) => {
      const place = places.locate(fault.file, fault.path)
      const where = { file: fault.file, at: printPath(fault.path), ...place }
      const words = findingWords(fault, { wording, names, workflow })
      return { facts: { ...fault, ...where }, where, words }
    }),
  ]
}

function ruleFacts(fault: { readonly kind: string; readonly fault?: { readonly kind: string } }) {
  const { kind, path: _, fault: inner, ...rest } = { path: [], ...fault }
  return { kind: inner === undefined ? kind : `${kind}-${inner.kind}`, ...inner, ...rest }
}

function whereOf({ file, at, line, column }: Where): Where {
  return { file, at, line, column }
}

/** A workspace that can be used; when it cannot, its faults are told and null comes back. */
export async function openWorkspace(
  invocation: Invocation,
  folder: string | undefined,
): Promise<UsableWorkspace | null> {
  const root = resolve(invocation.terminal.cwd, folder ?? '.')
  const reading = await readWorkspace(root)
  const { workspace, places } = reading
  const faults = tellFaults(invocation, reading)
  return workspace === null || faults > 0 ? null : { root, workspace, places }
}

/** Tells what keeps a workspace from being used; gives the number of faults. */
export function tellFaults(invocation: Invocation, reading: WorkspaceReading): number {
  const { terminal, options, wording } = invocation
  const faults = toldFaults(reading, invocation)
  if (faults.length === 0) return 0
  if (options['json'] === true) printJson(invocation, { faults: faults.map(({ facts }) => facts) })
  for (const { where, words } of faults) {
    const severity = wording.say('severity.error')
    const place = placeWords(where, reading.root, terminal.cwd)
    say(invocation, wording.say('check.line', { severity, place, text: words }))
  }
  say(invocation, wording.say('summary.faults', { n: faults.length }))
  return faults.length
}
