import type { Targets } from './targets.ts'
import type { Walked } from './walk.ts'

type Counts = Walked['counts']

/** What was seen least of some things that a walk looks for. */
function leastOf(names: readonly string[], counts: Counts): readonly [string, number] {
  const seen = names.map((name) => [name, counts[name] ?? 0] as const)
  return seen.reduce((least, other) => (other[1] < least[1] ? other : least))
}

/** Things seen less often than wanted in these walks together, with their counts. */
export function missing(
  names: readonly string[],
  walks: readonly Walked[],
  wanted: number,
): Counts {
  const seen = names.map(
    (name) => [name, walks.reduce((sum, { counts }) => sum + (counts[name] ?? 0), 0)] as const,
  )
  return Object.fromEntries(seen.filter(([, count]) => count < wanted))
}

/** Things seen although they cannot happen. */
export function impossiblySeen({ impossible }: Targets, { counts }: Walked): readonly string[] {
  return impossible.flatMap(({ name }) => ((counts[name] ?? 0) > 0 ? name : []))
}

/** One walk in a few lines, for the log of a long run. */
export function reportOf(title: string, walked: Walked, targets: Targets): string {
  const { steps, changed, outOfTurn, opened, learnt } = walked
  const least = (names: readonly string[]): string => {
    const [name, count] = leastOf(names, walked.counts)
    return `${names.length}, least ${name} ${count} times`
  }
  return `${title}: ${steps} steps in ${opened} cases, ${percent(changed, steps)} changed the state, ${percent(outOfTurn, steps)} out of turn
  actions: ${least(targets.actions)}
  exits: ${least(targets.exits)}
  answers of guards: ${least(targets.answers)}
  impossible answers: ${targets.impossible.length}
${reasons(targets)}
  traced program: ${learnt.states} states, ${learnt.nodes} nodes, ${percent(learnt.asked, steps)} asked of XState
`
}

function reasons({ impossible }: Targets): string {
  const counts = new Map<string, number>()
  for (const { why } of impossible) counts.set(why, (counts.get(why) ?? 0) + 1)
  return [...counts].map(([why, count]) => `    ${count}: ${why}`).join('\n')
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`
}
