import { RULESET } from '@yichuang/analysis'
import {
  checkDirectory,
  checkReferences,
  compileProgram,
  type DirectoryFault,
  exitsOf,
  indexSteps,
  type JsonPath,
  type ProgramFault,
  type ReferenceFault,
  type StepEntry,
  type Workflow,
  type Workspace,
} from '@yichuang/engine'
import type { Place, Places } from './places.ts'

/** A rule that does not compile, placed in its file. */
export interface PlacedProgramFault {
  readonly file: string
  readonly at: JsonPath
  readonly place: Place | undefined
  readonly workflow: string
  readonly step: string
  readonly fault: ProgramFault
}

/** What keeps a workspace that could be read from being run. */
export interface UsabilityFaults {
  readonly references: readonly (ReferenceFault & { readonly workflow: string })[]
  readonly programs: readonly PlacedProgramFault[]
  readonly directory: readonly DirectoryFault[]
}

export function usabilityFaults(workspace: Workspace, places: Places): UsabilityFaults {
  const references: (ReferenceFault & { readonly workflow: string })[] = []
  const programs: PlacedProgramFault[] = []
  for (const [id, workflow] of Object.entries(workspace.workflows)) {
    const file = `workflows/${id}.json`
    const found = checkReferences(workflow, {
      file,
      locate: (path) => places.locate(file, path) ?? { line: 1, column: 1 },
      tables: workspace.tables,
    })
    references.push(...found.map((fault) => ({ ...fault, workflow: id })))
    // A rule that names an unknown field is one fault, told once.
    const told = new Set(found.map(({ at }) => at))
    programs.push(
      ...programFaults(workflow, workspace, places, file).filter(
        ({ at, fault }) => !(isUnknownName(fault) && told.has(at.join('.'))),
      ),
    )
  }
  const directory = checkDirectory(workspace.directory, workspace.people)
  return { references, programs, directory: directory.filter(isUnusable) }
}

/** A person without a post is a gap in a list, yet work can never reach them: it is not taken in. */
function isUnusable({ kind }: DirectoryFault): boolean {
  return RULESET[kind] === 'error' || kind === 'person-without-post'
}

function isUnknownName(fault: ProgramFault): boolean {
  return fault.kind === 'rule' && fault.fault.kind === 'unknown-name'
}

function programFaults(
  workflow: Workflow,
  workspace: Workspace,
  places: Places,
  file: string,
): readonly PlacedProgramFault[] {
  const compiled = compileProgram(workflow, workspace.tables)
  if (compiled.ok) return []
  const steps = indexSteps(workflow)
  return compiled.error.map((fault) => {
    const [step = ''] = fault.path
    const at = pathOf(steps.get(step), fault.path)
    const offset = fault.kind === 'rule' ? fault.fault.from : 0
    const place = places.locateInText(file, at, offset)
    return { file, at, place, workflow: workflow.id, step, fault }
  })
}

/** The engine names a rule by step, exit and key; the file holds it somewhere under the step. */
function pathOf(entry: StepEntry | undefined, path: readonly string[]): JsonPath {
  if (entry === undefined) return []
  const [, first = '', ...rest] = path
  const { step } = entry
  const isRow = step.kind === 'decision' || step.kind === 'parallel'
  const exit = exitsOf(entry).find((known) => known.exit === (isRow ? rowOf(first) : first))
  const isOfExit = rest[0] === 'sets' || (rest[0] === 'when' && rest.length === 1)
  return exit !== undefined && isOfExit ? [...exit.path, ...rest] : [...entry.path, first, ...rest]
}

function rowOf(exit: string): string {
  return /^\d+$/.test(exit) ? `row-${exit}` : exit
}
