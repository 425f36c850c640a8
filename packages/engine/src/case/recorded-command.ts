import type { ActCommand, Actor, RecordedCommand } from './command.ts'
import { recordData } from './vault.ts'
import type { Runnable } from './world.ts'

/**
 * The command as the ledger keeps it: the keys that the engine knows, in a fixed order, without
 * salts. What a host adds for itself, a name perhaps, never reaches the ledger.
 */
export function recordCommand(run: Runnable, command: ActCommand): RecordedCommand {
  const { task, action, opinion, to, then, siblings, branches, clock, reason } = command
  const { data, salts = {} } = command
  return {
    do: 'act',
    task,
    action,
    by: recordActor(command.by),
    ...(opinion === undefined ? {} : { opinion }),
    ...(to === undefined ? {} : { to }),
    ...(then === undefined ? {} : { then }),
    ...(siblings === undefined ? {} : { siblings }),
    ...(branches === undefined ? {} : { branches }),
    ...(clock === undefined ? {} : { clock }),
    ...(reason === undefined ? {} : { reason }),
    ...(data === undefined ? {} : { data: recordData(run.workflow.fields, data, salts) }),
  }
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
