import { canonical } from '../model/canonical.ts'
import type { Registers } from '../model/registers.ts'
import type { Release } from '../model/release.ts'
import { actOnCase } from './act.ts'
import type { Case, Vault } from './case.ts'
import type { CaseEvent } from './case-event.ts'
import type {
  ActCommand,
  Applicant,
  OpenCommand,
  RecordedCommand,
  RecordedData,
  Salts,
} from './command.ts'
import { openCase } from './open.ts'
import { isApplicant, isSealed } from './open-seal.ts'
import type { Decided } from './outcome.ts'
import type { Refusal } from './refusal.ts'
import { tickCase } from './tick.ts'
import { APPLICANT_SALT } from './vault.ts'
import { makeWorld, type World } from './world.ts'

/** A recorded command decided again. */
export type Redecision =
  /** The same events came out. */
  | {
      readonly kind: 'same'
      readonly commandId: string
      readonly from: number
      readonly to: number
    }
  /** Something else came out: the first event that differs. */
  | {
      readonly kind: 'differs'
      readonly commandId: string
      readonly seq: number
      readonly recorded: CaseEvent | null
      readonly decided: CaseEvent | null
    }
  | {
      readonly kind: 'refused'
      readonly commandId: string
      readonly seq: number
      readonly refusal: Refusal
    }
  /** It rests on values that the vault no longer holds. */
  | {
      readonly kind: 'not-repeatable'
      readonly commandId: string
      readonly seq: number
      readonly fields: readonly string[]
    }
  | { readonly kind: 'edition-missing'; readonly commandId: string; readonly seq: number }
  | { readonly kind: 'broken'; readonly seq: number }

export interface Redecided {
  readonly ok: boolean
  readonly commands: readonly Redecision[]
  readonly case: Case | null
}

/**
 * Decides every recorded command again with the release and the register editions that the events
 * name, and compares the events byte for byte. Stops at the first that differs.
 */
export function redecide(
  release: Release,
  registers: readonly Registers[] | Registers,
  ledger: readonly CaseEvent[],
  vault: Vault = {},
): Redecided {
  const editions = isList(registers) ? registers : [registers]
  const worldFor = (event: CaseEvent): World | null => {
    const wanted = canonical(event.editions ?? null)
    const found = editions.find((given) => canonical(given.editions) === wanted)
    return found === undefined ? null : worldOf(release, found)
  }
  let kase: Case | null = null
  const commands: Redecision[] = []
  for (const group of groupsOf(ledger)) {
    const { verdict, next } = redecideGroup(worldFor, kase, group, vault)
    commands.push(verdict)
    if (verdict.kind !== 'same') return { ok: false, commands, case: kase }
    kase = next
  }
  return { ok: true, commands, case: kase }
}

function isList(registers: readonly Registers[] | Registers): registers is readonly Registers[] {
  return Array.isArray(registers)
}

/** Worlds compiled before: a release and an edition of the registers never change. */
const compiledBefore = new WeakMap<Release, WeakMap<Registers, World>>()

function worldOf(release: Release, registers: Registers): World {
  const known = compiledBefore.get(release) ?? new WeakMap<Registers, World>()
  compiledBefore.set(release, known)
  const world = known.get(registers) ?? makeWorld(release, registers)
  known.set(registers, world)
  return world
}

/** Events of one command stand together: one id, one moment, one edition of the registers. */
function groupsOf(ledger: readonly CaseEvent[]): readonly (readonly CaseEvent[])[] {
  const groups: CaseEvent[][] = []
  for (const event of ledger) {
    const last = groups.at(-1)
    if (last?.[0] !== undefined && isOneCommand(last[0], event)) last.push(event)
    else groups.push([event])
  }
  return groups
}

function isOneCommand(a: CaseEvent, b: CaseEvent): boolean {
  return (
    a.commandId === b.commandId &&
    a.recordedAt === b.recordedAt &&
    canonical(a.editions ?? null) === canonical(b.editions ?? null)
  )
}

function redecideGroup(
  worldFor: (event: CaseEvent) => World | null,
  kase: Case | null,
  group: readonly CaseEvent[],
  vault: Vault,
): { readonly verdict: Redecision; readonly next: Case | null } {
  const first = group[0]
  if (first === undefined) return { verdict: { kind: 'broken', seq: 0 }, next: kase }
  const { commandId, seq } = first
  const world = worldFor(first)
  if (world === null) return { verdict: { kind: 'edition-missing', commandId, seq }, next: kase }
  const recorded = group.find((event) => event.command !== undefined)
  const fields = missingSeals(recorded?.command, group, vault)
  if (fields.length > 0)
    return { verdict: { kind: 'not-repeatable', commandId, seq, fields }, next: kase }
  const decided = decideAgain(world, kase, group, recorded?.command, vault)
  if (decided === null) return { verdict: { kind: 'broken', seq }, next: kase }
  if (!decided.ok)
    return { verdict: { kind: 'refused', commandId, seq, refusal: decided.error }, next: kase }
  const difference = firstDifference(group, decided.value.events)
  if (difference !== null)
    return { verdict: { kind: 'differs', commandId, ...difference }, next: kase }
  return {
    verdict: { kind: 'same', commandId, from: seq, to: seq + group.length - 1 },
    next: decided.value.case,
  }
}

function decideAgain(
  world: World,
  kase: Case | null,
  group: readonly CaseEvent[],
  command: RecordedCommand | undefined,
  vault: Vault,
): Decided | null {
  const [first] = group
  if (first === undefined) return null
  const salts = saltsOf(group, vault)
  if (command?.do === 'open')
    return kase === null ? openCase(world, openCommand(first, command, vault)) : null
  if (kase === null) return null
  if (command === undefined) return tickCase(world, kase, first.recordedAt, salts)
  return command.do === 'act'
    ? actOnCase(world, kase, actCommand(first, command, salts, vault))
    : null
}

/** Salts of what the events seal: values typed in, and values that an arrow or a lapse set. */
function saltsOf(group: readonly CaseEvent[], vault: Vault): Salts {
  const entries = sealedFacts(group).flatMap(({ field, commitment }) => {
    const entry = vault[commitment]
    return entry === undefined ? [] : [[field, entry.salt] as const]
  })
  return Object.fromEntries(entries)
}

function sealedFacts(group: readonly CaseEvent[]) {
  return group.flatMap(({ facts }) => facts.flatMap((fact) => (fact.fact === 'sealed' ? fact : [])))
}

function openCommand(
  event: CaseEvent,
  command: Extract<RecordedCommand, { do: 'open' }>,
  vault: Vault,
): OpenCommand {
  const applicant = command.applicant === undefined ? undefined : vault[command.applicant.sealed]
  const { data, salts } = unsealData(command.data, vault)
  return {
    caseId: command.case,
    commandId: event.commandId,
    item: command.item,
    town: command.town,
    ...(applicant !== undefined && isApplicant(applicant.value)
      ? { applicant: applicant.value as Applicant }
      : {}),
    ...(data === undefined ? {} : { data }),
    at: event.recordedAt,
    ...(command.by === undefined ? {} : { by: command.by }),
    salts: { ...salts, ...(applicant === undefined ? {} : { [APPLICANT_SALT]: applicant.salt }) },
  }
}

function actCommand(
  event: CaseEvent,
  command: Extract<RecordedCommand, { do: 'act' }>,
  sealed: Salts,
  vault: Vault,
): ActCommand {
  const { do: _, data: recorded, ...rest } = command
  const { data, salts } = unsealData(recorded, vault)
  return {
    commandId: event.commandId,
    at: event.recordedAt,
    ...rest,
    ...(data === undefined ? {} : { data }),
    salts: { ...sealed, ...salts },
  }
}

function unsealData(
  recorded: RecordedData | undefined,
  vault: Vault,
): { readonly data?: NonNullable<ActCommand['data']>; readonly salts: Salts } {
  if (recorded === undefined) return { salts: {} }
  const data: Record<string, NonNullable<ActCommand['data']>[string]> = {}
  const salts: Record<string, string> = {}
  for (const [field, value] of Object.entries(recorded)) {
    if (!isSealed(value)) {
      data[field] = value
      continue
    }
    const entry = vault[value.sealed]
    if (entry === undefined || isApplicant(entry.value)) continue
    data[field] = entry.value
    salts[field] = entry.salt
  }
  return { data, salts }
}

/** What the vault no longer holds of a command and its events, by field. */
function missingSeals(
  command: RecordedCommand | undefined,
  group: readonly CaseEvent[],
  vault: Vault,
): readonly string[] {
  const data = command === undefined || command.do === 'tick' ? {} : (command.data ?? {})
  const applicant = command?.do === 'open' ? command.applicant : undefined
  const seals: (readonly [string, string])[] = [
    ...Object.entries(data).flatMap(([field, value]) =>
      isSealed(value) ? [[field, value.sealed] as const] : [],
    ),
    ...sealedFacts(group).map(({ field, commitment }) => [field, commitment] as const),
    ...(applicant === undefined ? [] : [[APPLICANT_SALT, applicant.sealed] as const]),
  ]
  const gone = seals.flatMap(([field, seal]) => (Object.hasOwn(vault, seal) ? [] : [field]))
  return [...new Set(gone)]
}

function firstDifference(recorded: readonly CaseEvent[], decided: readonly CaseEvent[]) {
  for (let index = 0; index < Math.max(recorded.length, decided.length); index += 1) {
    const before = recorded[index] ?? null
    const now = decided[index] ?? null
    if (canonical(before) === canonical(now)) continue
    return { seq: before?.seq ?? now?.seq ?? 0, recorded: before, decided: now }
  }
  return null
}
