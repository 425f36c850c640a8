import type { Leaf } from '../model/step.ts'
import { drawnSigner, replaceSigner } from '../routing/line.ts'
import type { Seat, Signer } from '../routing/seat.ts'
import { begin, type CaseContext, note } from './context.ts'
import type { MoveEvent } from './event.ts'
import type { StepChange } from './step-change.ts'

/** Who added a signer by changing the step, in the name of the case. */
const BY_PATCH = '@patch'

/** A step that lies ahead is changed for this case. */
export function patchStep(before: CaseContext, { at, patch }: MoveEvent): CaseContext {
  if (patch === undefined) return before
  return note(begin(before, at), { fact: 'patched', step: patch.step, change: patch.change })
}

/** Whether the step is to be passed, and names the exit for it. */
export function isPassed(leaf: Leaf, change: StepChange | undefined): boolean {
  return change?.skip === true && leaf.skip !== undefined
}

/** The seats of a step as it opens, with what was changed of it; those before and after sit in the first. */
export function patchedSeats(
  seats: readonly Seat[],
  { before = [], after = [], without = [] }: StepChange = {},
): readonly Seat[] {
  const asked = withoutPeople(seats, without)
  const [first, ...rest] = asked
  const drawn = first === undefined ? undefined : drawnSigner(first)
  if (first === undefined || drawn === undefined || before.length + after.length === 0) return asked
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

/** Never the last one: what would leave nobody is not taken off. */
function withoutPeople(seats: readonly Seat[], without: readonly string[]): readonly Seat[] {
  if (without.length === 0) return seats
  const thinned = seats.map((seat) => {
    const drawn = drawnSigner(seat)
    if (drawn === undefined) return seat
    const people = drawn.people.filter((person) => !without.includes(person))
    return { ...seat, line: replaceSigner(seat.line, drawn, [{ ...drawn, people }]) }
  })
  const filled = thinned.filter(({ line }) => line.some(({ people }) => people.length > 0))
  return filled.length === 0 ? seats : filled
}
