import { fail, ok } from '../model/result.ts'
import type { Vault } from './case.ts'
import type { OpenCommand, RecordedCommand } from './command.ts'
import { effectsOf } from './effect.ts'
import { fitData } from './fit-data.ts'
import { momentOf } from './moment.ts'
import { startMove } from './move.ts'
import type { Decided } from './outcome.ts'
import { recordMoved } from './record.ts'
import { recordActor } from './recorded-command.ts'
import { APPLICANT_SALT, commitmentTo, recordData } from './vault.ts'
import type { World } from './world.ts'

/** Opens a case of an item in a town. */
export function openCase(world: World, command: OpenCommand): Decided {
  const { content } = world.release
  const items = Object.hasOwn(content.towns, command.town) ? content.towns[command.town] : undefined
  if (items === undefined)
    return fail({ kind: 'unknown-town', town: command.town, known: Object.keys(content.towns) })
  const workflow = Object.hasOwn(items, command.item) ? items[command.item] : undefined
  if (workflow === undefined)
    return fail({ kind: 'unknown-item', item: command.item, known: Object.keys(items) })
  const run = world.runnable(workflow, command.town)
  const moment = momentOf(world, null, command.at)
  if (!moment.ok) return moment
  const data = fitData(run.workflow.fields, command.data)
  if (!data.ok) return data
  const applicant = sealApplicant(command)
  if (applicant === null) return fail({ kind: 'salt-needed', fields: [APPLICANT_SALT] })
  const at = moment.value
  const recorded: RecordedCommand = {
    do: 'open',
    case: command.caseId,
    item: command.item,
    town: command.town,
    workflow,
    release: world.release.hash,
    ...(applicant.commitment === undefined ? {} : { applicant: { sealed: applicant.commitment } }),
    ...(command.data === undefined
      ? {}
      : { data: recordData(run.workflow.fields, command.data, command.salts ?? {}) }),
    ...(command.by === undefined ? {} : { by: recordActor(command.by) }),
  }
  const moved = startMove(run, {
    at,
    ...(command.data === undefined ? {} : { data: command.data }),
  })
  const heading = {
    kind: 'opened' as const,
    commandId: command.commandId,
    recordedAt: at,
    command: recorded,
    ...(command.data === undefined ? {} : { data: command.data }),
    salts: command.salts ?? {},
  }
  const opened = recordMoved(world, run, {
    before: null,
    earlier: [],
    moved,
    heading,
    vault: applicant.vault,
  })
  if (!opened.ok) return opened
  return ok({
    ...opened.value,
    effects: effectsOf(run, null, opened.value.case, opened.value.events),
  })
}

/** The applicant goes into the vault whole; null when the salt for that is missing. */
function sealApplicant({
  applicant,
  salts,
}: OpenCommand): { readonly commitment?: string; readonly vault: Vault } | null {
  if (applicant === undefined) return { vault: {} }
  const salt = salts?.[APPLICANT_SALT]
  if (salt === undefined || salt === '') return null
  const commitment = commitmentTo(salt, APPLICANT_SALT, applicant)
  return { commitment, vault: { [commitment]: { salt, value: applicant } } }
}
