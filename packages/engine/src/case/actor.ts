import type { Actor } from './command.ts'

/** The name under which an actor sits in seats and ledgers: a staff id, or a word with an at-sign. */
export function actorId(actor: Actor): string {
  if ('person' in actor) return actor.person
  if ('party' in actor) return `@${actor.party}`
  if ('body' in actor) return `@body:${actor.body}`
  if ('service' in actor) return `@service:${actor.service}`
  if ('case' in actor) return `@case:${actor.case}`
  return `@message:${actor.message}`
}
