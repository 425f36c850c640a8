import type { Leaf } from '../model/step.ts'
import { drawnSigner, replaceSigner } from '../routing/line.ts'
import type { RoutedGroup } from '../routing/resolve.ts'
import type { Seat, Signer } from '../routing/seat.ts'
import { begin, type CaseContext, note } from './context.ts'
import type { MoveEvent } from './event.ts'
import type { StepChange } from './step-change.ts'

/** Who added a signer by changing the step, in the name of the case. */
export const BY_PATCH = '@patch'

/** A step that lies ahead is changed for this case. */
export function patchStep(before: CaseContext, { at, patch }: MoveEvent): CaseContext {
  if (patch === undefined) return before
  return note(begin(before, at), { fact: 'patched', step: patch.step, change: patch.change })
}

/** Whether the step is to be passed, and names the exit for it. */
export function isPassed(leaf: Leaf, change: StepChange | undefined): boolean {
  return change?.skip === true && leaf.skip !== undefined
}

/** Those found for a step, less whom a change does not ask. Never the last one. */
export function withoutPeople(
  groups: readonly RoutedGroup[],
  { without = [] }: StepChange = {},
): readonly RoutedGroup[] {
  if (without.length === 0) return groups
  const thinned = groups.map((group) => ({
    ...group,
    people: group.people.filter((person) => !without.includes(person)),
  }))
  return thinned.every(({ people }) => people.length === 0) ? groups : thinned
}

/** The seats of a step as it opens, with those asked before and after, who sit in the first. */
export function patchedSeats(
  seats: readonly Seat[],
  { before = [], after = [] }: StepChange = {},
): readonly Seat[] {
  const [first, ...rest] = seats
  const drawn = first === undefined ? undefined : drawnSigner(first)
  if (first === undefined || drawn === undefined || before.length + after.length === 0) return seats
  const signer: Signer = {
    ...drawn,
    ...(before.length === 0 ? {} : { before: before.map(signerOf) }),
    ...(after.length === 0 ? {} : { after: after.map(signerOf) }),
  }
  return [{ ...first, line: replaceSigner(first.line, drawn, [signer]) }, ...rest]
}

function signerOf(person: string): Signer {
  return { people: [person], added: { by: BY_PATCH, as: 'signer' } }
}
