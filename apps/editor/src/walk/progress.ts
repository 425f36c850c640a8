import type { CaseEvent, CaseFact, Workflow } from '@yichuang/engine'
import { blocksOf, idsInside } from '../document/block.ts'

/** How far a case has come at a step. Steps without an entry have not been reached. */
export type Standing =
  | { readonly state: 'active'; readonly since: string }
  | { readonly state: 'done'; readonly exit: string; readonly at: string; readonly how?: string }
  | { readonly state: 'skipped' }
  | { readonly state: 'cancelled'; readonly at: string }

export interface Progress {
  readonly standings: ReadonlyMap<string, Standing>
  /** Exits that the case went by, as the drawing names them: `step/exit`. */
  readonly travelled: ReadonlySet<string>
  /** Of these, those of the latest entries, in order: the way of the token. */
  readonly latest: readonly string[]
}

/** How far the ledger has brought the case. `latest` are the entries of the last deed. */
export function progressOf(
  workflow: Workflow,
  ledger: readonly CaseEvent[],
  latest: readonly CaseEvent[],
): Progress {
  const standings = new Map<string, Standing>()
  const travelled = new Set<string>(['start'])
  for (const event of ledger) {
    for (const fact of event.facts) {
      learn(standings, workflow, fact, event.recordedAt)
      for (const exit of exitsTaken(fact)) travelled.add(exit)
    }
  }
  const way = latest.flatMap((event) => event.facts.flatMap(exitsTaken))
  return { standings, travelled, latest: way.length > 0 ? way : [] }
}

function learn(
  standings: Map<string, Standing>,
  workflow: Workflow,
  fact: CaseFact,
  at: string,
): void {
  switch (fact.fact) {
    case 'opened':
      standings.set(fact.step, { state: 'active', since: at })
      return
    case 'done':
    case 'settled':
      standings.set(fact.step, {
        state: 'done',
        exit: drawnExit(fact.exit),
        at,
        ...(fact.how === undefined ? {} : { how: fact.how }),
      })
      return
    case 'decided':
      standings.set(fact.step, { state: 'done', exit: drawnExit(fact.exit), at })
      return
    case 'entered':
      standings.set(fact.block, { state: 'active', since: at })
      return
    case 'left':
      if (fact.exit === undefined) standings.set(fact.block, { state: 'cancelled', at })
      else standings.set(fact.block, { state: 'done', exit: drawnExit(fact.exit), at })
      return
    case 'cancelled':
      standings.set(fact.step, { state: 'cancelled', at })
      return
    case 'concerned':
      for (const step of stepsUnconcerned(workflow, fact.block, fact.branches)) {
        standings.set(step, { state: 'skipped' })
      }
      return
    case 'returned':
      for (const step of fact.cut) standings.delete(step)
      return
    default:
      return
  }
}

/** Exits that a fact leads by. A result of a phase by an action of its own leaves the box by that action. */
function exitsTaken(fact: CaseFact): readonly string[] {
  switch (fact.fact) {
    case 'done':
    case 'decided':
      return [`${fact.step}/${drawnExit(fact.exit)}`]
    case 'left':
      return fact.exit === undefined ? [] : [`${fact.block}/${drawnExit(fact.exit)}`]
    case 'result':
      return fact.action === undefined ? [] : [`${fact.block}/${fact.action}`]
    case 'side-rested':
      return [`${fact.side.replace('/', '.')}/${fact.result}`]
    default:
      return []
  }
}

/** Ledgers number rows from 1 (`row-1`), drawings from 0. */
export function drawnExit(exit: string): string {
  const row = /^row-(\d+)$/.exec(exit)?.[1]
  return row === undefined ? exit : String(Number(row) - 1)
}

function stepsUnconcerned(
  workflow: Workflow,
  parallel: string,
  concerned: readonly string[],
): readonly string[] {
  const names = concerned.map((it) => it.split('/').at(-1) ?? it)
  return blocksOf(workflow)
    .filter(({ owner, part }) => owner === parallel && part === 'branch')
    .filter(({ key }) => !names.includes(key.split('/').at(-1) ?? key))
    .flatMap(({ steps }) => Object.entries(steps).flatMap(([id, step]) => idsInside(id, step)))
}
