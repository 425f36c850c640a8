import { type Directory, fail, ok, type Result } from '@yichuang/engine'
import type { EditRefusal } from '../refusal.ts'

/**
 * Lets a section of a town lead a duty from a day on. The directory is a register: it gets a new
 * edition, and nothing in it is rewritten.
 */
export function bindDuty(
  directory: Directory,
  binding: { readonly town: string; readonly duty: string; readonly section: string },
  from: string,
): Result<Directory, EditRefusal> {
  const town = directory.towns[binding.town]
  if (!town) return fail({ kind: 'no-such-file', path: 'directory.json' })
  const { duty, section } = binding
  const held = town.bindings.some(
    (it) => it.duty === duty && it.section === section && it.part === 'lead' && !it.to,
  )
  if (held) return fail({ kind: 'bound-already', duty, section })
  const bindings = [...town.bindings, { duty, section, part: 'lead' as const, from }]
  return ok({
    ...directory,
    edition: directory.edition + 1,
    towns: { ...directory.towns, [binding.town]: { ...town, bindings } },
  })
}
