import type { Leaf, StepId } from '../model/step.ts'
import { type Block, blocksAround } from './block.ts'
import type { MoveEvent } from './event.ts'
import { exitsOf, leads } from './exits.ts'
import {
  actOnLeaf,
  expireLeaf,
  leaveLeaf,
  leaveLeafBack,
  openLeaf,
  saveLeaf,
  seatLeaf,
  setsOf,
  skipLeaf,
} from './moves.ts'
import { obstacleTo } from './obstacle.ts'
import {
  type Compilation,
  leftState,
  type Row,
  type StateConfig,
  startId,
  targetOf,
} from './state-config.ts'
import { isHonoured } from './way-back.ts'

/** A leaf: it opens a record, takes actions, and is left by the exit that settled it. */
export function leafStates(
  c: Compilation,
  id: StepId,
  leaf: Leaf,
  block: Block,
): Readonly<Record<string, StateConfig>> {
  const { program, registry, route } = c
  const exits = exitsOf(leaf)
  const on: Record<string, readonly Row[]> = {}
  for (const action of Object.keys(exits)) {
    const name = `${id}.${action}`
    on[name] = [
      {
        guard: registry.guard(
          `may:${name}`,
          ({ position, now }, event) =>
            obstacleTo(program, position, id, action, at(event, now)) === null,
        ),
        actions: registry.move(`act:${name}`, (context, event) =>
          actOnLeaf(program, id, leaf, action, context, event),
        ),
      },
    ]
  }
  if (leaf.limit?.expiry !== undefined) {
    on[`${id}.@expired`] = [
      {
        actions: registry.move(`expire:${id}`, (context, event) =>
          expireLeaf(id, leaf, context, event),
        ),
      },
    ]
  }
  const { skip } = leaf
  if (skip !== undefined && leads(exits[skip])) {
    on[`${id}.@skipped`] = [
      {
        actions: registry.move(`skip:${id}`, (context, event) =>
          skipLeaf(id, skip, context, event),
        ),
      },
    ]
  }
  if (leaf.kind === 'task') {
    on[`${id}.@saved`] = [
      { actions: registry.move(`save:${id}`, (context, event) => saveLeaf(id, context, event)) },
    ]
  }
  on[`${id}.@seats`] = [
    {
      actions: registry.move(`seat:${id}`, (context, event) => seatLeaf(id, leaf, context, event)),
    },
  ]
  const leave = registry.move(`leave:${id}`, (context) =>
    leaveLeaf(program, id, leaf, block, context),
  )
  const took = Object.entries(exits).flatMap(([exit, arrow]) =>
    !leads(arrow)
      ? []
      : [
          {
            guard: registry.guard(
              `took:${id}.${exit}`,
              ({ position }) => position.open[id]?.exit === exit,
            ),
            actions: leave,
            target: targetOf(block, arrow),
          },
        ],
  )
  const settled = registry.guard(
    `settled:${id}`,
    ({ position }) => position.open[id]?.exit !== undefined,
  )
  return {
    [id]: {
      entry: registry.move(`open:${id}`, (context) => openLeaf(program, route, id, leaf, context)),
      on,
      always: [{ guard: settled, target: leftState(id) }],
    },
    [leftState(id)]: { always: [...wayBackRows(c, id, leaf), ...took] },
  }
}

/** An event that states no time happens at the time of the machine. */
function at(event: MoveEvent, now: string): MoveEvent {
  return event.at === undefined ? { ...event, at: now } : event
}

function wayBackRows(c: Compilation, id: StepId, leaf: Leaf): readonly Row[] {
  const { program, registry } = c
  if (leaf.kind !== 'task') return []
  return blocksAround(program.tree, id)
    .filter((block) => block.kind !== 'parallel')
    .map((block) => ({
      guard: registry.guard(`back:${id}>${block.id}`, (context) => {
        const open = context.position.open[id]
        const exit = open?.exit
        if (exit === undefined) return false
        return isHonoured(program, context, block, {
          by: id,
          exit,
          sets: setsOf(leaf, exit, open?.how),
        })
      }),
      actions: registry.move(`go-back:${id}>${block.id}`, (context) =>
        leaveLeafBack(program, id, leaf, block, context),
      ),
      target: `#${startId(block)}`,
    }))
}
