import type { Action, Arrow } from '../model/arrow.ts'
import type { Expiry } from '../model/limit.ts'
import type {
  Branch,
  CountRow,
  Decision,
  OtherwiseRow,
  Parallel,
  Phase,
  Service,
  Side,
  Step,
  StepId,
  Task,
  Wait,
} from '../model/step.ts'
import type { Workflow } from '../model/workflow.ts'
import type { SigningRule } from '../routing/open-seats.ts'
import { type Choices, choicesFrom } from './random.ts'

export const RANDOM_DUTIES = ['D01', 'D02', 'D03', 'D04'] as const

/** A random workflow that keeps the rules of the language: nested blocks, loops, tallies, sides, clocks. */
export function randomWorkflow(seed: number): Workflow {
  const make = new Maker(choicesFrom(seed))
  const { start, steps } = make.block('root', ['closed'], 3)
  return {
    format: 1,
    id: 'random',
    title: { zh: '随机流程' },
    fields: {
      a: { type: 'boolean' },
      b: { type: 'boolean' },
      c: { type: 'boolean' },
      n: { type: 'number', min: 0, max: 100 },
    },
    outcomes: { granted: { class: 'granted' }, refused: { class: 'refused' } },
    policies: {
      returns: { targets: 'chosen', max: 2 },
      operators: {
        jump: { by: { post: 'mayor' } },
        suspend: { by: { post: 'mayor' } },
        'remove-signer': { by: { post: 'mayor' } },
      },
    },
    start,
    steps,
  }
}

interface Made {
  readonly start: StepId
  readonly steps: Readonly<Record<StepId, Step>>
}

class Maker {
  private readonly choices: Choices
  private count = 0

  constructor(choices: Choices) {
    this.choices = choices
  }

  /** A chain of steps with side exits and loops; its last step gives one of the results. */
  block(where: 'root' | 'inner' | 'side', results: readonly string[], depth: number): Made {
    const length = 1 + this.choices.below(where === 'root' ? 4 : 3)
    const ids = Array.from({ length }, () => this.id())
    const steps: Record<StepId, Step> = {}
    ids.forEach((id, index) => {
      const arrow = this.arrowFrom(where, ids, index, results)
      steps[id] = this.step(where, depth, arrow)
    })
    return { start: ids[0] ?? '', steps }
  }

  private id(): StepId {
    this.count += 1
    return `s${this.count}`
  }

  /** Arrows lead on, give a result, or (from a leaf only) back. */
  private arrowFrom(
    where: 'root' | 'inner' | 'side',
    ids: readonly StepId[],
    index: number,
    results: readonly string[],
  ) {
    const next = ids[index + 1]
    return (mayLoop: boolean): Arrow => {
      const earlier =
        mayLoop && this.choices.chance(15) ? this.choices.any(ids.slice(0, index + 1)) : undefined
      if (earlier !== undefined) return { to: earlier }
      if (next !== undefined && this.choices.chance(85)) return { to: next }
      const result = this.choices.any(results) ?? 'closed'
      return where === 'root'
        ? { result, outcome: this.choices.pick(['granted', 'refused']) }
        : { result }
    }
  }

  private step(
    where: 'root' | 'inner' | 'side',
    depth: number,
    arrow: (mayLoop: boolean) => Arrow,
  ): Step {
    const roll = this.choices.below(100)
    if (depth > 0 && where !== 'side' && roll < 20) return this.parallel(depth, arrow)
    if (depth > 0 && where !== 'side' && roll < 38) return this.phase(depth, arrow)
    if (roll < 48) return this.decision(arrow)
    if (roll < 58) return this.wait(arrow)
    if (roll < 63) return this.service(arrow)
    return this.task(arrow)
  }

  private task(arrow: (mayLoop: boolean) => Arrow): Task {
    const rule: SigningRule = this.choices.pick<SigningRule>([
      'single',
      'single',
      'any',
      'all',
      'in-order',
      'vote',
      'each',
      'persons',
    ])
    const isTally = rule !== 'single'
    const agree: Action = {
      ...arrow(true),
      ...(isTally ? { counts: 'for' as const } : {}),
      ...this.sets(),
    }
    const refuse: Action = { ...arrow(true), ...(isTally ? { counts: 'against' as const } : {}) }
    const actions: Record<string, Action> = { agree, refuse }
    if (this.choices.chance(20)) actions['draft'] = {}
    if (this.choices.chance(20)) actions['once'] = { ...arrow(true), max: 1, when: 'not(a = true)' }
    const base = {
      kind: 'task' as const,
      by: rule === 'each' ? [{ duty: this.duty() }, { duty: this.duty() }] : { duty: this.duty() },
      data: { read: [this.field()], edit: [this.field()] },
      ...this.limit('agree'),
      actions,
    }
    if (rule === 'persons') return { ...base, persons: 2 }
    if (rule === 'vote')
      return { ...base, signing: { rule, share: this.choices.pick(['1/2', '2/3', '1']) } }
    return { ...base, signing: { rule } }
  }

  private limit(take: string): { readonly limit?: NonNullable<Task['limit']> } {
    if (this.choices.chance(60)) return {}
    const expiry: Expiry = { take, as: this.choices.pick(['deemed', 'silent-consent']) }
    return {
      limit: {
        value: 1 + this.choices.below(10),
        unit: this.choices.pick(['working-day', 'day', 'hour']),
        basis: 'test',
        ...(this.choices.chance(50) ? { expiry } : {}),
      },
    }
  }

  private wait(arrow: (mayLoop: boolean) => Arrow): Wait {
    return {
      kind: 'wait',
      for: { party: 'applicant' },
      answers: { answer: arrow(true), note: {} },
      ...this.limit('answer'),
      ...(this.choices.chance(50)
        ? { stops: { promised: { ground: 'test', basis: 'test' } } }
        : {}),
    }
  }

  private service(arrow: (mayLoop: boolean) => Arrow): Service {
    return { kind: 'service', operation: 'do', exits: { done: arrow(true), failed: arrow(true) } }
  }

  /** Forward only, so that no cycle is without a leaf. */
  private decision(arrow: (mayLoop: boolean) => Arrow): Decision {
    return {
      kind: 'decision',
      rows: [{ when: this.condition(), ...arrow(false) }],
      otherwise: arrow(false),
    }
  }

  private parallel(depth: number, arrow: (mayLoop: boolean) => Arrow): Parallel {
    const names = ['x', 'y', 'z'].slice(0, 2 + this.choices.below(2))
    const branches = names.map((name): readonly [string, Branch] => {
      const made = this.block('inner', ['yes', 'no'], depth - 1)
      return [name, { ...made, ...(this.choices.chance(30) ? { when: this.condition() } : {}) }]
    })
    const exits: (CountRow | OtherwiseRow)[] = []
    if (this.choices.chance(40))
      exits.push({ count: 'no', atLeast: 1, early: true, ...arrow(false) })
    if (this.choices.chance(60))
      exits.push({ count: 'yes', atLeast: this.choices.pick(['all', 1, '2/3']), ...arrow(false) })
    exits.push({ otherwise: true, ...arrow(false) })
    return { kind: 'parallel', branches: Object.fromEntries(branches), exits }
  }

  private phase(depth: number, arrow: (mayLoop: boolean) => Arrow): Phase {
    const made = this.block('inner', ['ok', 'bad'], depth - 1)
    const sides = this.choices.chance(50) ? { sides: { beside: this.side() } } : {}
    return {
      kind: 'phase',
      ...made,
      exits: { ok: arrow(false), bad: arrow(false), withdrawn: arrow(false) },
      ...(this.choices.chance(50)
        ? { actions: { withdraw: { by: { party: 'applicant' as const }, result: 'withdrawn' } } }
        : {}),
      ...(this.choices.chance(60)
        ? {
            clocks: {
              promised: {
                value: 5 + this.choices.below(10),
                unit: 'working-day' as const,
                basis: 'test',
              },
            },
          }
        : {}),
      ...sides,
    }
  }

  private side(): Side {
    const made = this.block('side', ['done', 'bad'], 0)
    const opens = this.choices.chance(50)
      ? { when: this.condition() }
      : { by: { party: 'applicant' as const }, max: 2 }
    return { opens, ...made }
  }

  private sets(): { readonly sets?: Readonly<Record<string, string>> } {
    return this.choices.chance(20)
      ? { sets: { [this.field()]: this.choices.pick(['true', 'false']) } }
      : {}
  }

  private duty(): string {
    return this.choices.pick(RANDOM_DUTIES)
  }

  private field(): string {
    return this.choices.pick(['a', 'b', 'c'])
  }

  private condition(): string {
    return this.choices.pick([
      'a = true',
      'b = true',
      'c = true',
      'n > 50',
      'a = true and not(b = true)',
    ])
  }
}
