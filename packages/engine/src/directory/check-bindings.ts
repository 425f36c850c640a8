import type { Binding, Directory, Town } from '../model/directory.ts'
import type { JsonPath } from '../model/fault.ts'
import type { DirectoryFault } from './directory-fault.ts'
import type { DirectoryIndex } from './directory-index.ts'
import { commonDays, isInverted } from './in-force.ts'

interface Placed {
  readonly binding: Binding
  readonly path: JsonPath
}

/** Faults of one town: its sections, and who is bound to which duty when. */
export function checkTown(
  directory: Directory,
  index: DirectoryIndex,
  id: string,
  town: Town,
): readonly DirectoryFault[] {
  const placed = town.bindings.map((binding, at) => ({
    binding,
    path: ['towns', id, 'bindings', at],
  }))
  return [
    ...checkSections(id, town),
    ...placed.flatMap((entry) => checkBinding(directory, index, id, entry)),
    ...placed.flatMap((entry, at) =>
      placed.slice(at + 1).flatMap((later) => checkPair(id, entry, later)),
    ),
  ]
}

function checkSections(town: string, { centres }: Town): readonly DirectoryFault[] {
  const faults: DirectoryFault[] = []
  const seen = new Map<string, JsonPath>()
  for (const [centre, { sections }] of Object.entries(centres)) {
    for (const [section, span] of Object.entries(sections)) {
      const path = ['towns', town, 'centres', centre, 'sections', section]
      const other = seen.get(section)
      if (other === undefined) seen.set(section, path)
      else
        faults.push({ kind: 'section-twice', file: 'directory.json', path, town, section, other })
      faults.push(...checkDates('directory.json', path, span))
    }
  }
  return faults
}

function checkBinding(
  directory: Directory,
  index: DirectoryIndex,
  town: string,
  { binding, path }: Placed,
): readonly DirectoryFault[] {
  const { duty, section, part } = binding
  const faults: DirectoryFault[] = [...checkDates('directory.json', path, binding)]
  const at = { file: 'directory.json', path, town, duty } as const
  if (!Object.hasOwn(directory.duties, duty)) faults.push({ kind: 'binding-unknown-duty', ...at })
  const place = index.sectionOf(town, section)
  if (place === undefined) faults.push({ kind: 'binding-unknown-section', ...at, section })
  else if (place.section.active === false && part !== 'proposed')
    faults.push({ kind: 'inactive-section-bound', ...at, section })
  return faults
}

function checkPair(town: string, first: Placed, second: Placed): readonly DirectoryFault[] {
  const a = first.binding
  const b = second.binding
  if (a.duty !== b.duty || a.part !== b.part) return []
  const days = commonDays(a, b)
  if (days === null) return []
  const at = {
    file: 'directory.json',
    path: second.path,
    town,
    duty: a.duty,
    other: first.path,
  } as const
  if (a.section === b.section) return [{ kind: 'binding-repeated', ...at, section: a.section }]
  if (a.part !== 'lead') return []
  return [{ kind: 'duty-bound-twice', ...at, sections: [a.section, b.section], days }]
}

/** The fault of a span that ends before it begins. */
export function checkDates(
  file: DirectoryFault['file'],
  path: JsonPath,
  { from, to }: { readonly from?: string; readonly to?: string },
): readonly DirectoryFault[] {
  if (from === undefined || to === undefined || !isInverted({ from, to })) return []
  return [{ kind: 'dates-inverted', file, path, from, to }]
}
