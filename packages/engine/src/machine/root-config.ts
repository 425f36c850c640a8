import type { Step, StepId } from '../model/step.ts'
import type { Block } from './block.ts'
import { comeBack } from './block-moves.ts'
import { decisionConfig } from './decision-config.ts'
import { leafStates } from './leaf-config.ts'
import { resumesAt } from './parallel.ts'
import { parallelStates } from './parallel-config.ts'
import { patchStep } from './patch-step.ts'
import { phaseStates } from './phase-config.ts'
import { planReturn } from './return.ts'
import {
  blockOf,
  CLOSED,
  type Compilation,
  DONE,
  type Row,
  START,
  type StateConfig,
  startId,
} from './state-config.ts'

/** The root block as the root of a machine. */
export function rootConfig(parts: Omit<Compilation, 'inner'>): StateConfig {
  const c: Compilation = { ...parts, inner: (block, first) => blockConfig(c, block, first) }
  const { states, ...block } = blockConfig(c, c.program.tree.root, [])
  return {
    ...block,
    id: 'case',
    on: { ...block.on, '@patch': [patchRow(c)] },
    states: { ...states, [CLOSED]: { type: 'final' } },
  }
}

function patchRow(c: Compilation): Row {
  return { actions: c.registry.move('patch', (context, event) => patchStep(context, event)) }
}

/** A block with one step active. `first` are rows tried before the ordinary start. */
function blockConfig(c: Compilation, block: Block, first: readonly Row[]): StateConfig {
  const children = Object.entries(block.steps).map(([id, step]) => stepStates(c, id, step, block))
  return {
    initial: START,
    on: { '@return': [returnRow(c, block)] },
    states: {
      [START]: {
        id: startId(block),
        always: [
          ...first,
          ordinaryStart(c, block),
          ...resumeRows(c, block),
          { target: block.start },
        ],
      },
      ...Object.assign({}, ...children),
      ...(block.kind === 'side' || block.kind === 'root' ? {} : { [DONE]: {} }),
    },
  }
}

function returnRow(c: Compilation, block: Block): Row {
  return {
    guard: c.registry.guard(`returns-in:${block.id}`, ({ position, now }, { request, at }) => {
      if (request === undefined) return false
      const plan = planReturn(c.program, position, request, at ?? now)
      return plan.ok && plan.value.block === block
    }),
    actions: c.registry.move(`return-in:${block.id}`, (context, event) =>
      comeBack(c.program, block, context, event),
    ),
    target: `#${startId(block)}`,
  }
}

/** Nothing is to be resumed: the common case, asked first. */
function ordinaryStart(c: Compilation, block: Block): Row {
  return {
    guard: c.registry.guard(`starts:${block.id}`, ({ position }) => position.resume === null),
    target: block.start,
  }
}

function resumeRows(c: Compilation, block: Block): readonly Row[] {
  return Object.keys(block.steps).map((id) => ({
    guard: c.registry.guard(`resumes-at:${id}`, ({ position }) =>
      resumesAt(c.program.tree, position, block, id),
    ),
    target: id,
  }))
}

function stepStates(
  c: Compilation,
  id: StepId,
  step: Step,
  block: Block,
): Readonly<Record<string, StateConfig>> {
  switch (step.kind) {
    case 'task':
    case 'wait':
    case 'service':
    case 'call':
      return leafStates(c, id, step, block)
    case 'decision':
      return { [id]: decisionConfig(c, id, step, block) }
    case 'phase':
      return phaseStates(c, blockOf(c, id))
    case 'parallel':
      return parallelStates(c, blockOf(c, id))
  }
}
