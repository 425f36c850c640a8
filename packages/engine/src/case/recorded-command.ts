import { knownChange } from '../machine/step-change.ts'
import type { ActCommand, Actor, RecordedCommand } from './command.ts'
import { recordData } from './vault.ts'
import type { Runnable } from './world.ts'

/**
 * The command as the ledger keeps it: the keys that the engine knows, in a fixed order, without
 * salts. What a host adds for itself, a name perhaps, never reaches the ledger.
 */
export function recordCommand(run: Runnable, command: ActCommand): RecordedCommand {
  const { data, salts = {} } = command
  return {
    do: 'act',
    task: command.task,
    action: command.action,
    by: recordActor(command.by),
    ...given(command),
    ...(command.change === undefined ? {} : { change: knownChange(command.change) }),
    ...(data === undefined ? {} : { data: recordData(run.workflow.fields, data, salts) }),
  }
}

const KEPT = [
  'opinion',
  'to',
  'people',
  'where',
  'then',
  'siblings',
  'branches',
  'clock',
  'reason',
  'ground',
  'basis',
  'effectiveAt',
] as const satisfies readonly (keyof ActCommand)[]

function given(command: ActCommand): Partial<Pick<ActCommand, (typeof KEPT)[number]>> {
  return Object.fromEntries(
    KEPT.flatMap((key) => (command[key] === undefined ? [] : [[key, command[key]]])),
  )
}

export function recordActor(by: Actor): Actor {
  if ('person' in by) {
    const { person, post } = by
    return { person, ...(post === undefined ? {} : { post }) }
  }
  if ('party' in by) return { party: by.party }
  if ('body' in by) return { body: by.body }
  if ('service' in by) return { service: by.service }
  return 'case' in by ? { case: by.case } : { message: by.message }
}
