import { check, type Finding, type Severity } from '@yichuang/analysis'
import type { Invocation } from '../command.ts'
import { findingWords } from '../describe/finding-words.ts'
import type { Where } from '../describe/place-words.ts'
import { namesOf } from './names.ts'
import { toldFaults } from './open-workspace.ts'
import type { WorkspaceReading } from './read-workspace.ts'
import { whereOfFinding } from './where-of-finding.ts'

/** A finding told: facts as JSON, place, words. */
export interface ToldFinding {
  readonly severity: Severity
  readonly facts: { readonly kind: string; readonly severity: Severity } & Where
  readonly where: Where
  readonly words: string
}

export interface Findings {
  /** Faults that keep the workspace from being used at all. */
  readonly unusable: number
  readonly told: readonly ToldFinding[]
}

/** Everything that is wrong with a workspace, each cause told once: unusable input first. */
export function findingsIn(
  reading: WorkspaceReading,
  invocation: Pick<Invocation, 'wording'>,
  options: { readonly day: string; readonly town?: string },
): Findings {
  const { wording } = invocation
  const faults = toldFaults(reading, invocation).map(({ facts, where, words }) => {
    const told = { ...kindOf(facts), ...facts, ...where, severity: 'error' as const }
    return { severity: 'error' as const, facts: told, where, words }
  })
  const { workspace, places } = reading
  if (workspace === null) return { unusable: faults.length, told: faults }
  const names = namesOf(workspace, wording)
  const known = new Set(faults.map(({ facts }) => keyOf(facts)))
  const workflow = (id: string | undefined) => names.of(workspace.workflows[id ?? ''])
  const told = check(workspace, options).flatMap((finding): readonly ToldFinding[] => {
    const where = whereOfFinding(finding, workspace, places)
    const facts = { ...withoutPath(finding), ...where }
    if (known.has(keyOf(facts)) || known.has(causeOf(facts))) return []
    const words = findingWords(finding, { wording, names, workflow })
    return [{ severity: finding.severity, facts, where, words }]
  })
  return { unusable: faults.length, told: [...faults, ...told] }
}

/** The same cause is known by its kind and place, whoever found it. */
function keyOf({ kind, file, at }: { readonly kind: string } & Where): string {
  return `${kind} ${file} ${at}`
}

/** A loop without a way out in which nobody acts was told as such. */
function causeOf(facts: { readonly kind: string } & Where): string {
  return facts.kind === 'endless-loop' ? keyOf({ ...facts, kind: 'cycle-without-leaf' }) : ''
}

function kindOf(facts: object): { readonly kind: string } {
  return { kind: 'kind' in facts && typeof facts.kind === 'string' ? facts.kind : 'other' }
}

function withoutPath(finding: Finding): Finding {
  if (!('path' in finding) || !('file' in finding)) return finding
  const { path: _, ...rest } = finding
  return rest as Finding
}
