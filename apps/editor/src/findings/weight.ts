import type { Finding, Weight } from './finding.ts'

/** Kinds that say that nobody acts somewhere: shown as a gap, whatever their severity. */
const GAP_KINDS: ReadonlySet<string> = new Set([
  'duty-vacant',
  'duty-misplaced',
  'duty-unstaffed',
  'post-vacant',
])

const ORDER: readonly Weight[] = ['gap', 'error', 'warning', 'info']

/** How a finding is shown. */
export function weightOf(finding: Finding): Weight {
  return GAP_KINDS.has(finding.kind) ? 'gap' : finding.severity
}

/** Findings as they are listed: the gravest first, otherwise as the check gave them. */
export function byWeight(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => ORDER.indexOf(weightOf(a)) - ORDER.indexOf(weightOf(b)))
}
