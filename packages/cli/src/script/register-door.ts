import { dirname, isAbsolute, relative, resolve } from 'node:path'
import {
  checkNextDirectory,
  checkNextPeople,
  type EditionFault,
  fail,
  type Json,
  type ModelFault,
  makeRegisters,
  ok,
  type Registers,
  type Result,
  readCalendar,
  readDirectory,
  readPeople,
} from '@yichuang/engine'
import type { InputFault } from '../workspace/file-fault.ts'
import { readText } from '../workspace/read-text.ts'
import { changeRegister, isWhole } from './change-register.ts'
import type { ScriptFault } from './script-fault.ts'
import type { RegisterName, RegisterSource, ScriptLine } from './script-line.ts'

type RegistersLine = Extract<ScriptLine, { kind: 'registers' }>

/** Brings newer editions of the registers into a walk. */
export interface RegisterDoor {
  /** `at`: the time of the walk; the days before it are settled and may not be rewritten. */
  open(
    before: Registers,
    line: RegistersLine,
    at: string | null,
  ): Promise<Result<Registers, ScriptFault>>
}

type Read<T> = (source: Uint8Array, file: string) => Result<T, readonly ModelFault[]>

/**
 * Registers are looked for in the workspace, then beside the script, and nowhere outside these two
 * folders. One given in the line itself is a whole register, or the differences from the one in force.
 */
export function registerDoor(workspace: string, script: string | null): RegisterDoor {
  const folders = script === null ? [workspace] : [workspace, dirname(resolve(script))]
  return {
    async open(before, { line, registers }, at) {
      const one = async <T extends object>(
        register: RegisterName,
        known: T,
        read: Read<T>,
      ): Promise<Result<T, ScriptFault>> => {
        const source = registers[register]
        if (source === undefined) return ok(known)
        const text = await textOf(folders, source, known)
        if (text === 'outside')
          return fail({ kind: 'register-outside', line, register, path: String(source) })
        const file = typeof source === 'string' ? source : `${register}.json`
        const value = text.ok ? read(text.value, file) : fail([text.error])
        return value.ok
          ? value
          : fail({ kind: 'register-unreadable', line, register, faults: value.error })
      }
      const directory = await one('directory', before.directory, readDirectory)
      if (!directory.ok) return directory
      const people = await one('people', before.people, readPeople)
      if (!people.ok) return people
      const calendar = await one('calendar', before.calendar, readCalendar)
      if (!calendar.ok) return calendar
      const next = makeRegisters(directory.value, people.value, calendar.value)
      return settled(before, next, line, at)
    },
  }
}

/** A register may only be extended, or closed by date. */
function settled(
  before: Registers,
  next: Registers,
  line: number,
  at: string | null,
): Result<Registers, ScriptFault> {
  if (at === null) return ok(next)
  const day = dayBefore(at)
  const faultsOf: readonly (readonly [RegisterName, () => readonly EditionFault[]])[] = [
    ['directory', () => checkNextDirectory(before.directory, next.directory, day)],
    ['people', () => checkNextPeople(before.people, next.people, day)],
  ]
  for (const [register, faultsIn] of faultsOf) {
    if (next[register] === before[register]) continue
    const faults = faultsIn()
    if (faults.length > 0) return fail({ kind: 'register-rewrites-past', line, register, faults })
  }
  return ok(next)
}

/** The civil day before a moment, at the offset in which it is written. */
function dayBefore(at: string): string {
  const day = Date.parse(`${at.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(day) ? '0001-01-01' : new Date(day - 86_400_000).toISOString().slice(0, 10)
}

async function textOf(
  folders: readonly string[],
  source: RegisterSource,
  known: object,
): Promise<Result<Uint8Array, InputFault> | 'outside'> {
  if (typeof source !== 'string') {
    // Registers are plain JSON by construction.
    const before = known as { readonly [key: string]: Json }
    const whole = isWhole(source) ? source : changeRegister(before, source)
    return ok(new TextEncoder().encode(JSON.stringify(whole)))
  }
  let found: Result<Uint8Array, InputFault> | 'outside' = 'outside'
  for (const folder of folders) {
    const inside = relative(folder, resolve(folder, source))
    if (inside.startsWith('..') || isAbsolute(inside) || isAbsolute(source)) continue
    found = await readText(folder, inside)
    if (found.ok) return found
  }
  return found
}
