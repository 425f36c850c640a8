import { resolveRelative } from './import-rules.ts'
import type { ScannedFile } from './scan-source.ts'
import type { Violation } from './violation.ts'

/** Every group of files that import one another, type imports included; one violation a group. */
export function cycleViolations(files: readonly ScannedFile[]): Violation[] {
  const graph = new Map(
    files.map(({ path, imports }) => [
      path,
      imports
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => resolveRelative(path, specifier)),
    ]),
  )
  return groupsOf(graph).map((group) => ({
    rule: 'no import cycles',
    path: group[0] ?? '',
    line: 1,
    what: `imports itself by way of ${group.slice(1).join(', ') || 'itself'}`,
  }))
}

// A file lies on a cycle when it reaches itself; files that reach each other form one group.
function groupsOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const reach = new Map([...graph.keys()].map((path) => [path, reachedFrom(path, graph)]))
  const reaches = (from: string, to: string) => reach.get(from)?.has(to) ?? false
  const onCycle = [...graph.keys()].filter((path) => reaches(path, path)).sort()
  const leaders = onCycle.filter(
    (path) =>
      !onCycle.some((other) => other < path && reaches(path, other) && reaches(other, path)),
  )
  return leaders.map((leader) =>
    onCycle.filter((path) => reaches(leader, path) && reaches(path, leader)),
  )
}

function reachedFrom(start: string, graph: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>()
  const waiting = [...(graph.get(start) ?? [])]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path) || !graph.has(path)) continue
    reached.add(path)
    waiting.push(...(graph.get(path) ?? []))
  }
  return reached
}
