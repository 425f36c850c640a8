import {
  type Engine,
  indexSteps,
  type Json,
  type JsonObject,
  type Workflow,
} from '@yichuang/engine'

/**
 * The machine of an item in a town as plain JSON for XState's `createMachine`. Guards and actions
 * stand by name: whoever runs it provides them. `meta` of the root names the release that it is of.
 *
 * @throws UnknownItem when the release offers no such item in the town
 */
export function exportXState(engine: Engine, item: string, town: string): string {
  const run = engine.runnable(item, town)
  if (!run.ok) throw new RangeError(`${item} in ${town}: ${run.error.kind}`)
  const { config, workflow } = run.value
  const meta = { release: engine.release.hash, workflow: workflow.id, item, town }
  const described = withTitles(JSON.parse(JSON.stringify(config)), titlesOf(workflow))
  return `${JSON.stringify({ ...described, meta }, null, 2)}\n`
}

function titlesOf(workflow: Workflow): ReadonlyMap<string, string> {
  const titles = [...indexSteps(workflow)].flatMap(([id, { step }]) =>
    step.title === undefined ? [] : [[id, step.title.zh] as const],
  )
  return new Map(titles)
}

/** States carry the title of their step, which inspectors show. */
function withTitles(state: JsonObject, titles: ReadonlyMap<string, string>): JsonObject {
  const { states } = state
  if (!isObject(states)) return state
  const titled = Object.entries(states).map(([id, inner]) => {
    if (!isObject(inner)) return [id, inner] as const
    const title = titles.get(id)
    const below = withTitles(inner, titles)
    return [id, title === undefined ? below : { description: title, ...below }] as const
  })
  return { ...state, states: Object.fromEntries(titled) }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
