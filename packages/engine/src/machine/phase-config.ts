import { type Block, sideId } from './block.ts'
import {
  actOnPhase,
  enterPhase,
  isPhaseOver,
  leavePhase,
  mayOpenSide,
  openSide,
  opensItself,
} from './block-moves.ts'
import { note } from './context.ts'
import {
  blockOf,
  type Compilation,
  GATE,
  IDLE,
  leftState,
  MAIN,
  type Row,
  START,
  type StateConfig,
  targetOf,
} from './state-config.ts'

/** A phase: its main line, and beside it one region a side. */
export function phaseStates(c: Compilation, block: Block): Readonly<Record<string, StateConfig>> {
  const { program, registry } = c
  const phase = block.phase
  if (phase === undefined || block.parent === null) return {}
  const parent = block.parent
  const rows = Object.entries(phase.exits).map(([result, arrow]) => ({
    guard: registry.guard(
      `result:${block.id}.${result}`,
      ({ position }) => position.blocks[block.id]?.result === result,
    ),
    actions: registry.move(`leave:${block.id}.${result}`, (context) =>
      leavePhase(program, block, result, context),
    ),
    target: targetOf(parent, arrow),
  }))
  const over = registry.guard(`over:${block.id}`, ({ position }) =>
    isPhaseOver(program, position, block),
  )
  const own = {
    entry: registry.move(`enter:${block.id}`, (context) => enterPhase(block, context)),
    always: [{ guard: over, target: leftState(block.id) }],
    tags: phase.stage === 'after-care' ? ['finished'] : [],
  }
  return {
    [block.id]: { ...phaseInside(c, block), ...own },
    [leftState(block.id)]: { always: rows },
  }
}

/** The main line, alone or with one region a side beside it. */
function phaseInside(c: Compilation, block: Block): StateConfig {
  const main = c.inner(block, [])
  const actions = phaseActions(c, block)
  const names = Object.keys(block.phase?.sides ?? {})
  if (names.length === 0) return { ...main, on: { ...main.on, ...actions } }
  const sides = names.map((name) => [name, sideConfig(c, block, name)] as const)
  return { type: 'parallel', on: actions, states: { [MAIN]: main, ...Object.fromEntries(sides) } }
}

function phaseActions(c: Compilation, block: Block): Record<string, readonly Row[]> {
  const { program, registry } = c
  const on: Record<string, readonly Row[]> = {}
  for (const [name, action] of Object.entries(block.phase?.actions ?? {})) {
    const row = (via: 'action' | 'clock'): Row => ({
      guard: registry.guard(`may:${block.id}.${name}:${via}`, ({ position, now }, event) => {
        const data = { ...position.data, ...event.data }
        return (
          via === 'clock' ||
          action.when === undefined ||
          program.truth(action.when, data, event.at ?? now)
        )
      }),
      actions: registry.move(`act:${block.id}.${name}:${via}`, (context, event) =>
        actOnPhase(block, name, via, context, event),
      ),
    })
    on[`${block.id}.${name}`] = [row('action')]
    on[`${block.id}.${name}.@expired`] = [row('clock')]
  }
  return on
}

/** A side: `@gate` once at entry, `@idle` at rest, its steps while it is open. */
function sideConfig(c: Compilation, phase: Block, name: string): StateConfig {
  const { program, registry } = c
  const block = blockOf(c, sideId(phase.id, name))
  const side = block.side
  if (side === undefined) return {}
  const inner = c.inner(block, [])
  const open = registry.move(`open-side:${block.id}`, (context) =>
    note(context, { fact: 'side-opened', side: block.id }),
  )
  return {
    ...inner,
    initial: GATE,
    states: {
      ...inner.states,
      [GATE]: {
        always: [
          ...Object.keys(block.steps).map((id) => ({ guard: `resumes-at:${id}`, target: id })),
          {
            guard: registry.guard(`opens:${block.id}`, ({ position, now }) =>
              opensItself(program, position, block, side, now),
            ),
            actions: open,
            target: START,
          },
          { target: IDLE },
        ],
      },
      [IDLE]: {
        on: {
          [`${phase.id}.${name}`]: [
            {
              guard: registry.guard(`may-open:${block.id}`, ({ position }) =>
                mayOpenSide(position, block, side),
              ),
              actions: registry.move(`ask-side:${block.id}`, (context, event) =>
                openSide(block, context, event),
              ),
              target: START,
            },
          ],
        },
      },
    },
  }
}
