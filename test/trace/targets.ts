import type { Runnable } from '@yichuang/engine'
import { exitsOf } from '../../packages/engine/src/machine/exits.ts'
import { answersOf } from './answers.ts'
import { stepTypes } from './events.ts'
import { actionName, answerName, exitName, returnName } from './happenings.ts'

/** What has to happen on a long walk, and what cannot. Names are those of coverage. */
export interface Targets {
  readonly actions: readonly string[]
  readonly exits: readonly string[]
  readonly answers: readonly string[]
  readonly impossible: readonly { readonly name: string; readonly why: string }[]
}

/** Guards whose yes is an exit. */
const EXIT_KINDS = ['took', 'decided', 'result', 'row']

export function targetsOf(run: Runnable): Targets {
  const { possible, impossible } = answersOf(run)
  const shut = new Set(
    impossible.flatMap(({ kind, what, answer }) =>
      kind === 'may-open' && answer ? [what.replace('/', '.')] : [],
    ),
  )
  const types = stepTypes(run).filter((type) => !shut.has(type))
  return {
    actions: [...types.map((type) => actionName({ type })), ...returnNames()],
    exits: [
      ...possible.flatMap(({ kind, what, answer }) =>
        EXIT_KINDS.includes(kind) && answer ? [`exit ${what}`] : [],
      ),
      ...sideExits(run),
    ],
    answers: possible.map(({ guard, answer }) => answerName(guard, answer)),
    impossible: impossible.map(({ guard, answer, why }) => ({
      name: answerName(guard, answer),
      why,
    })),
  }
}

function returnNames(): readonly string[] {
  return ['again', 'straight-back'].flatMap((then) =>
    ['cancel', 'keep', 'affected'].map((siblings) => returnName(then, siblings)),
  )
}

/** A side rests with the results of its steps' arrows. */
function sideExits({ program }: Runnable): readonly string[] {
  const names = [...program.tree.places.values()].flatMap(({ step, block }) =>
    block.kind !== 'side'
      ? []
      : Object.values(exitsOf(step)).flatMap(({ result }) =>
          result === undefined ? [] : [exitName(block.id, result)],
        ),
  )
  return [...new Set(names)]
}
