import type { BlockEntry, BlockRef, StepEntry } from '../workflow-tree.ts'
import { blocksOf, enclosing } from '../workflow-tree.ts'
import type { Finding, Scope } from './finding.ts'
import type { PartFields } from './part-fields.ts'
import { partFields } from './part-fields.ts'

/**
 * Where work runs side by side, the path of a case must not depend on who answers first: no field is
 * edited by two branches, or by a branch and a side of a phase around it, and no branch decides by a
 * field that another one edits (language, §9).
 */
export function checkRaces(scope: Scope): readonly Finding[] {
  const fieldsOf = partFields(scope)
  return scope.steps.flatMap((entry) => {
    if (entry.step.kind === 'parallel') {
      const branches = blocksOf(entry).map(fieldsOf)
      const sides = sidesAround(entry).map(fieldsOf)
      return [...racesBetween(branches), ...racesWith(branches, sides)]
    }
    if (entry.step.kind !== 'phase') return []
    return racesBetween(sidesOf(entry).map(fieldsOf))
  })
}

function sidesOf(entry: StepEntry): readonly BlockEntry[] {
  return blocksOf(entry).filter(({ kind }) => kind === 'side')
}

/** The sides that may be open while a step is: those of every phase whose main line it stands in. */
function sidesAround(entry: StepEntry): readonly BlockEntry[] {
  const within = new Set<BlockRef>()
  for (let at: BlockEntry | undefined = entry.block; at; at = at.owner?.block) within.add(at.ref)
  return enclosing(entry.block)
    .flatMap(sidesOf)
    .filter(({ ref }) => !within.has(ref))
}

function racesBetween(parts: readonly PartFields[]): readonly Finding[] {
  return parts.flatMap((part, index) =>
    parts.slice(index + 1).flatMap((other) => racesOf(part, other)),
  )
}

function racesWith(
  parts: readonly PartFields[],
  others: readonly PartFields[],
): readonly Finding[] {
  return parts.flatMap((part) => others.flatMap((other) => racesOf(part, other)))
}

function racesOf(left: PartFields, right: PartFields): readonly Finding[] {
  return [...editedTwice(left, right), ...readBeside(left, right), ...readBeside(right, left)]
}

function editedTwice(left: PartFields, right: PartFields): readonly Finding[] {
  return [...right.edits].flatMap(([field, path]): readonly Finding[] => {
    if (!left.edits.has(field)) return []
    return [{ problem: { kind: 'field-edited-twice', field, parts: [left.ref, right.ref] }, path }]
  })
}

function readBeside(editor: PartFields, reader: PartFields): readonly Finding[] {
  return [...reader.decidesBy].flatMap(([field, { step, path }]): readonly Finding[] => {
    if (!editor.edits.has(field)) return []
    const parts = { editedIn: editor.ref, readIn: reader.ref, reader: step }
    return [{ problem: { kind: 'field-read-beside-edit', field, ...parts }, path }]
  })
}
