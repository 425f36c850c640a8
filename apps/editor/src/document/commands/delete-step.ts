import { fail, ok, type Result, type Step, type StepId, type Workflow } from '@yichuang/engine'
import { type Block, blockOf, idsInside, withBlock, withEveryStep, withStep } from '../block.ts'
import { exitsOf, type Lead, leading, leadOf, withExits } from '../exit.ts'
import type { EditRefusal } from '../refusal.ts'
import { mapValues, without, withoutKey } from '../without.ts'

/**
 * Takes a step out. When all its exits lead to one place, what led to it leads there; otherwise
 * those arrows lead nowhere until somebody connects them. A branch goes with its only step.
 */
export function deleteStep(workflow: Workflow, id: StepId): Result<Workflow, EditRefusal> {
  const block = blockOf(workflow, id)
  const step = block?.steps[id]
  if (!block || !step) return fail({ kind: 'no-such-step', step: id })
  const gone = new Set(idsInside(id, step))
  const without_ =
    Object.keys(block.steps).length === 1
      ? withoutBlock(workflow, block, id)
      : ok(withoutStepIn(workflow, block, id, step))
  return without_.ok ? ok(withoutMentions(without_.value, gone)) : without_
}

function withoutStepIn(workflow: Workflow, block: Block, id: StepId, step: Step): Workflow {
  const heir = onlyLead(step, id)
  return withBlock(workflow, block.key, (body) => {
    const steps = mapValues(withoutKey(body.steps, id), (it) => redirected(it, id, heir ?? {}))
    const start = body.start === id ? (heir?.to ?? Object.keys(steps)[0] ?? id) : body.start
    return { start, steps }
  })
}

function withoutBlock(workflow: Workflow, block: Block, id: StepId): Result<Workflow, EditRefusal> {
  const owner = block.owner
  if (owner === null || block.part === 'main') return fail({ kind: 'only-step', step: id })
  const name = block.key.slice(owner.length + 1)
  const host = blockOf(workflow, owner)?.steps[owner]
  if (
    block.part === 'branch' &&
    host?.kind === 'parallel' &&
    Object.keys(host.branches).length < 3
  ) {
    return fail({ kind: 'only-step', step: id })
  }
  return ok(
    withStep(workflow, owner, (it) => {
      if (it.kind === 'parallel') return { ...it, branches: withoutKey(it.branches, name) }
      if (it.kind !== 'phase' || !it.sides) return it
      const sides = withoutKey(it.sides, name)
      return Object.keys(sides).length === 0 ? without(it, 'sides') : { ...it, sides }
    }),
  )
}

/** The one place to which all exits of the step lead; undefined when there are several or none. */
function onlyLead(step: Step, id: StepId): Lead | undefined {
  const leads = new Map(
    exitsOf(step)
      .map(({ arrow }) => leadOf(arrow))
      .filter((lead) => lead.to !== id)
      .map((lead) => [JSON.stringify(lead), lead]),
  )
  return leads.size === 1 ? [...leads.values()][0] : undefined
}

function redirected(step: Step, gone: StepId, lead: Lead): Step {
  if (!exitsOf(step).some(({ arrow }) => arrow.to === gone)) return step
  return withExits(step, (arrow) => (arrow.to === gone ? leading(arrow, lead) : arrow))
}

/** No step may name one that is gone: four-eyes rules and positions that do are taken out too. */
function withoutMentions(workflow: Workflow, gone: ReadonlySet<StepId>): Workflow {
  const cleaned = withEveryStep(workflow, (step) => withoutMention(step, gone))
  if (!cleaned.layout) return cleaned
  const kept = Object.entries(cleaned.layout).filter(([key]) => !gone.has(key.split('/')[0] ?? ''))
  if (kept.length === Object.keys(cleaned.layout).length) return cleaned
  return kept.length === 0
    ? without(cleaned, 'layout')
    : { ...cleaned, layout: Object.fromEntries(kept) }
}

function withoutMention(step: Step, gone: ReadonlySet<StepId>): Step {
  if (step.kind !== 'task') return step
  let next = step
  if (next.samePersonAs !== undefined && gone.has(next.samePersonAs)) {
    next = without(next, 'samePersonAs')
  }
  if (next.separateFrom?.some((id) => gone.has(id))) {
    const left = next.separateFrom.filter((id) => !gone.has(id))
    next = left.length > 0 ? { ...next, separateFrom: left } : without(next, 'separateFrom')
  }
  return next
}
