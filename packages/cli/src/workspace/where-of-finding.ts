import type { Finding } from '@yichuang/analysis'
import { indexSteps, type JsonPath, printPath, type Workspace } from '@yichuang/engine'
import type { Where } from '../describe/place-words.ts'
import type { Places } from './places.ts'

/** Where a finding lies: the file and the place in it that somebody has to change. */
export function whereOfFinding(finding: Finding, workspace: Workspace, places: Places): Where {
  const spot = spotOf(finding, workspace)
  if (spot === null) return {}
  const [file, path] = spot
  return { file, at: printPath(path), ...places.locate(file, path) }
}

type Spot = readonly [file: string, path: JsonPath]

function spotOf(finding: Finding, workspace: Workspace): Spot | null {
  if ('file' in finding && finding.file !== undefined && 'path' in finding)
    return [finding.file, finding.path]
  return spotInWorkflow(finding, workspace) ?? spotInDirectory(finding) ?? spotInCatalogue(finding)
}

function spotInWorkflow(finding: Finding, workspace: Workspace): Spot | null {
  const id = 'workflow' in finding ? finding.workflow : undefined
  const workflow = id === undefined ? undefined : workspace.workflows[id]
  if (id === undefined || workflow === undefined) return null
  const file = `workflows/${id}.json`
  const [first] = 'steps' in finding ? (finding.steps ?? []) : []
  const step = ('step' in finding ? finding.step : undefined) ?? first
  const entry = typeof step === 'string' ? indexSteps(workflow).get(step) : undefined
  if (entry !== undefined) return [file, entry.path]
  if ('field' in finding) return [file, ['fields', finding.field]]
  if ('outcome' in finding) return [file, ['outcomes', finding.outcome]]
  return [file, []]
}

function spotInDirectory(finding: Finding): Spot | null {
  if (finding.kind === 'unknown-town') return ['workspace.json', ['towns']]
  if (!('town' in finding)) return null
  return ['directory.json', ['towns', finding.town]]
}

function spotInCatalogue(finding: Finding): Spot | null {
  const item = 'item' in finding ? finding.item : undefined
  return item === undefined ? null : ['catalogue.json', ['items', item]]
}
