import type { Arrow, Branch, Phase, Stage, Step, Workflow } from '@yichuang/engine'
import fc from 'fast-check'

/** Reads choices from a finite tape; when it is used up, every choice is the first one. */
class Choices {
  readonly #tape: readonly number[]
  #at = 0
  #named = 0

  constructor(tape: readonly number[]) {
    this.#tape = tape
  }

  below(limit: number): number {
    const value = this.#tape[this.#at] ?? 0
    this.#at += 1
    return value % limit
  }

  name(): string {
    this.#named += 1
    return `s${this.#named}`
  }

  get made(): number {
    return this.#named
  }
}

const STAGES: readonly Stage[] = [
  'apply',
  'acceptance',
  'review',
  'decision',
  'issue',
  'after-care',
]
const RESULTS = ['agree', 'object', 'lapsed'] as const

interface Block {
  readonly start: string
  readonly steps: Readonly<Record<string, Step>>
  readonly results: readonly string[]
}

/** A block whose steps lead on in order, with extra arrows forwards, backwards and out. */
function blockOf(choices: Choices, depth: number, length: number): Block {
  const ids = Array.from({ length }, () => choices.name())
  const results = new Set<string>()
  const arrow = (index: number): Arrow => {
    const to = ids[index]
    if (to !== undefined) return { to }
    const result = RESULTS[choices.below(3)] ?? 'agree'
    results.add(result)
    return { result }
  }
  const steps = ids.map((id, index) => {
    const ways = [arrow(index + 1)]
    for (let extra = choices.below(4); extra > 1; extra -= 1)
      ways.push(arrow(choices.below(length + 1)))
    return [id, stepOf(choices, depth, ways)] as const
  })
  return { start: ids[0] ?? '', steps: Object.fromEntries(steps), results: [...results] }
}

function stepOf(choices: Choices, depth: number, ways: readonly Arrow[]): Step {
  const named = Object.fromEntries(ways.map((way, index) => [`way${index}`, way]))
  const isFull = depth >= 2 || choices.made > 50
  switch (choices.below(isFull ? 5 : 8)) {
    case 0:
    case 1:
      return { kind: 'task', by: { duty: 'D01' }, actions: named }
    case 2:
      return { kind: 'wait', for: { date: true }, answers: named }
    case 3:
      return { kind: 'service', operation: 'seal', exits: named }
    case 4:
      return {
        kind: 'decision',
        rows: ways.slice(1).map((way) => ({ ...way, when: 'true' })),
        otherwise: ways[0] ?? {},
      }
    case 5:
      return phaseOf(choices, depth, ways)
    default:
      return parallelOf(choices, depth, ways)
  }
}

function parallelOf(choices: Choices, depth: number, ways: readonly Arrow[]): Step {
  const branches: Record<string, Branch> = {}
  for (let count = 1 + choices.below(4); count > 0; count -= 1) {
    const { start, steps } = blockOf(choices, depth + 1, 1 + choices.below(3))
    branches[`b${count}`] = { start, steps }
  }
  const early = ways.slice(1).map((way) => ({ ...way, count: 'object', atLeast: 1, early: true }))
  return { kind: 'parallel', branches, exits: [...early, { ...ways[0], otherwise: true }] }
}

function phaseOf(choices: Choices, depth: number, ways: readonly Arrow[]): Phase {
  const { start, steps, results } = blockOf(choices, depth + 1, 1 + choices.below(4))
  const hasAction = choices.below(2) === 1
  const exits = Object.fromEntries(
    [...results, ...(hasAction ? ['withdrawn'] : [])].map((result, index) => [
      result,
      ways[index % ways.length] ?? {},
    ]),
  )
  const sides = choices.below(3) === 1 ? { sides: { side: sideOf(choices, depth) } } : {}
  const actions = hasAction
    ? { actions: { withdraw: { by: { duty: 'D01' }, result: 'withdrawn' } } }
    : {}
  return { kind: 'phase', start, steps, exits, ...actions, ...sides }
}

function sideOf(choices: Choices, depth: number): NonNullable<Phase['sides']>[string] {
  const { start, steps } = blockOf(choices, Math.max(depth, 1) + 1, 1 + choices.below(2))
  return { opens: { when: 'true' }, start, steps }
}

/** A root of phases in stages, with single steps between them. */
function workflowOf(tape: readonly number[]): Workflow {
  const choices = new Choices(tape)
  const length = 1 + choices.below(5)
  const ids = Array.from({ length }, (_, index) => `root${index}`)
  const way = (index: number): Arrow => {
    const to = ids[index]
    return to === undefined ? { result: 'closed', outcome: 'granted' } : { to }
  }
  const steps = ids.map((id, index) => {
    const ways = [
      way(index + 1),
      ...(choices.below(3) === 1 ? [way(choices.below(length + 1))] : []),
    ]
    const stage = STAGES[((index * 6) / length) | 0] ?? 'review'
    const step = choices.below(4) === 0 ? stepOf(choices, 2, ways) : phaseOf(choices, 0, ways)
    return [id, { ...step, stage }] as const
  })
  return {
    format: 1,
    id: 'random',
    title: { zh: '随机流程' },
    fields: {},
    outcomes: { granted: { class: 'granted' } },
    start: 'root0',
    steps: Object.fromEntries(steps),
  }
}

/** Valid workflows of 1 to about 60 steps: nested phases, parallels, decisions, loops, sides. */
export const workflows: fc.Arbitrary<Workflow> = fc
  .array(fc.nat(999), { minLength: 5, maxLength: 260, size: 'max' })
  .map(workflowOf)
