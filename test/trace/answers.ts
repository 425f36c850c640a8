import type { Runnable } from '@yichuang/engine'
import type { Tree } from '../../packages/engine/src/machine/block.ts'
import { exitsOf, OTHERWISE } from '../../packages/engine/src/machine/exits.ts'
import { type ReturnWays, returnWaysOf } from './return-ways.ts'

/** One answer of a guard. The guard's name is `kind:what`, or `kind:what>where`. */
export interface Answer {
  readonly guard: string
  readonly kind: string
  readonly what: string
  readonly answer: boolean
}

/** A workflow as far as it tells what its guards can answer. */
interface Known {
  readonly run: Runnable
  readonly tree: Tree
  readonly ways: ReturnWays
}

interface Reason {
  readonly why: string
  readonly covers: (answer: Answer, known: Known) => boolean
}

/** Answers that no event can bring about, and why. One that occurs in spite of this is a failure. */
const IMPOSSIBLE: readonly Reason[] = [
  {
    why: 'no rule of the table gives this exit, or the workflow never takes it',
    covers: ({ kind, what, answer }, known) =>
      (kind === 'decided' || kind === 'row') && answer && !isPossibleExit(known, what),
  },
  {
    why: 'nobody asks for an exit once no other is left',
    covers: ({ kind, what, answer }, known) => {
      const possible = exitGuards(known, kind, what)
      const last = possible.findLastIndex((exit) => isPossibleExit(known, exit))
      const index = possible.indexOf(what)
      if (index < 0) return false
      return index > last || (index === last && !answer)
    },
  },
  {
    why: 'nothing stands against an answer without condition, bound or data',
    covers: ({ kind, what, answer }, { tree }) => {
      const [id = '', exit = ''] = what.split('.')
      const step = tree.places.get(id)?.step
      if (kind !== 'may' || answer || step === undefined || step.kind === 'task') return false
      const arrow = exitsOf(step)[exit]
      const need = step.kind === 'wait' ? (step.data?.need ?? []) : []
      return arrow !== undefined && !('when' in arrow) && !('max' in arrow) && need.length === 0
    },
  },
  {
    why: 'a clock of a phase asks no condition, nor does an action without one',
    covers: ({ kind, what, answer }, { tree }) => {
      const [owner = '', name = '', via] = what.split(/[.:]/)
      const action = tree.blocks.get(owner)?.phase?.actions?.[name]
      if (kind !== 'may' || answer || action === undefined) return false
      return via === 'clock' || action.when === undefined
    },
  },
  {
    why: 'a side either opens by itself or is opened by somebody, without bound where none is stated',
    covers: ({ kind, what, answer }, { tree }) => {
      const opens = tree.blocks.get(what)?.side?.opens
      if (opens === undefined) return false
      if (kind === 'opens') return answer && 'by' in opens
      if (kind !== 'may-open') return false
      return answer ? 'when' in opens : 'by' in opens && opens.max === undefined
    },
  },
  {
    why: 'no return leads there: nothing before it, or a border between',
    covers: ({ kind, what, answer }, { tree, ways }) => {
      if (kind === 'returns-in') return answer && !ways.blocks.has(what)
      if (kind === 'back') return answer && !ways.carriers.has(what)
      if (kind === 'starts') return !answer && !ways.restarted.has(what) && !ways.besides.has(what)
      if (kind === 'resumes-at' && answer) return !ways.resumed.has(what)
      if (kind !== 'rests' || !answer) return false
      const branch = tree.blocks.get(what)
      return branch?.branch?.when === undefined && !ways.reentered.has(branch?.parent?.id ?? '')
    },
  },
  {
    why: 'what is taken up again lies in this step, if it is asked at all',
    covers: ({ kind, what, answer }, { tree, ways }) => {
      const block = tree.places.get(what)?.block
      if (kind !== 'resumes-at' || answer || block === undefined || block.kind === 'side')
        return false
      const children = Object.keys(block.steps)
      const later = children.slice(children.indexOf(what) + 1)
      return !ways.besides.has(block.id) && !later.some((child) => ways.resumed.has(child))
    },
  },
]

/** Guards that ask in turn by which exit a step is left. */
function exitGuards({ run }: Known, kind: string, what: string): readonly string[] {
  if (!['took', 'decided', 'result', 'row'].includes(kind)) return []
  const owner = what.slice(0, what.lastIndexOf('.') + 1)
  return Object.keys(run.registry.guards)
    .filter((name) => name.startsWith(`${kind}:${owner}`))
    .map((name) => name.slice(kind.length + 1))
}

/** Exits that these workflows never take, by what they say elsewhere. */
const NEVER_TAKEN: Readonly<Record<string, string>> = {
  'homestead joint.otherwise':
    'agree, object and bar are all the opinions there are, and rows before count them',
  'mapspot competence.otherwise':
    'a spot is suspected with a fact pattern only, and each has its rule',
}

/** A table gives the exits of its rules, and `otherwise` unless some rule is true of everything. */
function isPossibleExit({ run, tree }: Known, exit: string): boolean {
  if (Object.hasOwn(NEVER_TAKEN, `${run.workflow.id} ${exit}`)) return false
  const [id = '', name = ''] = exit.split('.')
  const step = tree.places.get(id)?.step
  const table = step?.kind === 'decision' ? step.table : undefined
  if (table === undefined) return true
  const { rules, outputs } = run.program.tables.get(table)?.table ?? { rules: [], outputs: [] }
  const column = outputs.findIndex((output) => output.id === 'exit')
  if (name === OTHERWISE) return !rules.some(({ when }) => when.every((cell) => cell === '-'))
  return rules.some(({ then }) => then[column] === JSON.stringify(name))
}

/** Every answer of every guard: those that a walk can bring about, and the others with the reason. */
export function answersOf(run: Runnable): {
  readonly possible: readonly Answer[]
  readonly impossible: readonly (Answer & { readonly why: string })[]
} {
  const { tree } = run.program
  const known = { run, tree, ways: returnWaysOf(tree) }
  const all = Object.keys(run.registry.guards).flatMap((guard) =>
    [true, false].map((answer) => ({ guard, ...partsOf(guard), answer })),
  )
  const judged = all.map((answer) => ({
    ...answer,
    why: IMPOSSIBLE.find(({ covers }) => covers(answer, known))?.why,
  }))
  return {
    possible: judged.filter(({ why }) => why === undefined),
    impossible: judged.flatMap((answer) =>
      answer.why === undefined ? [] : [{ ...answer, why: answer.why }],
    ),
  }
}

function partsOf(guard: string): Pick<Answer, 'kind' | 'what'> {
  const colon = guard.indexOf(':')
  return { kind: guard.slice(0, colon), what: guard.slice(colon + 1) }
}
