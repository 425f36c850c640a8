/**
 * The strongly connected components of a graph given by its arrows (Kosaraju's two walks). Without
 * recursion, so that a long chain of steps cannot exhaust the stack.
 */
export function componentsOf(
  targets: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const sources = reversed(targets)
  const placed = new Set<string>()
  const components: string[][] = []
  for (const root of finishOrder(targets).reverse()) {
    const component: string[] = []
    const pending = [root]
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (placed.has(node)) continue
      placed.add(node)
      component.push(node)
      pending.push(...(sources.get(node) ?? []))
    }
    if (component.length > 0) components.push(component)
  }
  return components
}

function reversed(targets: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const sources = new Map<string, string[]>([...targets.keys()].map((node) => [node, []]))
  for (const [node, next] of targets) for (const target of next) sources.get(target)?.push(node)
  return sources
}

/** Nodes in the order in which a depth-first walk leaves them. */
function finishOrder(targets: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>()
  const order: string[] = []
  for (const root of targets.keys()) {
    const pending: { readonly node: string; readonly leaving: boolean }[] = [
      { node: root, leaving: false },
    ]
    for (let visit = pending.pop(); visit; visit = pending.pop()) {
      if (visit.leaving) order.push(visit.node)
      if (visit.leaving || seen.has(visit.node)) continue
      seen.add(visit.node)
      pending.push({ node: visit.node, leaving: true })
      for (const node of targets.get(visit.node) ?? []) pending.push({ node, leaving: false })
    }
  }
  return order
}
