import { exitsOf } from '../machine/exits.ts'
import type { Answer } from '../model/arrow.ts'
import type { Awaited, Leaf } from '../model/step.ts'
import { routeWho } from '../routing/resolve.ts'
import type { Case } from './case.ts'
import { type Runnable, routingContext, type World } from './world.ts'

type Answerable = Exclude<Leaf, { kind: 'task' }>

/** Who may give this answer of a step on which nobody in the office works. */
export function answerersOf(
  world: World,
  run: Runnable,
  kase: Case,
  leaf: Answerable,
  answer: string,
  at: string,
): readonly string[] {
  if (leaf.kind === 'service') return [`@service:${leaf.operation}`]
  if (leaf.kind === 'call') return ['@case:*']
  const { by }: Answer = exitsOf(leaf)[answer] ?? {}
  if (by === undefined) return [awaited(leaf.for)]
  const groups = routeWho(by, routingContext(world, run, kase.position, at))
  return groups.flatMap(({ people }) => people)
}

/** People and parties who may give some answer. */
export function allAnswerers(
  world: World,
  run: Runnable,
  kase: Case,
  leaf: Answerable,
  at: string,
): readonly string[] {
  const names = Object.keys(exitsOf(leaf))
  const all = names.flatMap((name) => answerersOf(world, run, kase, leaf, name, at))
  return [...new Set(all)].filter((name) => !name.startsWith('@message:'))
}

function awaited(waitsFor: Awaited): string {
  if ('party' in waitsFor) return `@${waitsFor.party}`
  if ('body' in waitsFor) return `@body:${waitsFor.body}`
  if ('message' in waitsFor) return `@message:${waitsFor.message}`
  return '@message:date'
}
