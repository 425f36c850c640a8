import type { Seat, Signer } from './seat.ts'

/** The signers of a line who are asked now: those before a signer come first. */
export function askedIn(line: readonly Signer[]): readonly Signer[] {
  if (!line.some(({ before }) => before?.length)) return line
  return line.flatMap((signer) => (signer.before?.length ? askedIn(signer.before) : [signer]))
}

/** Every signer of a line, in the order in which they come to speak. */
export function signersIn(line: readonly Signer[]): readonly Signer[] {
  return line.flatMap((signer) => [
    ...signersIn(signer.before ?? []),
    signer,
    ...signersIn(signer.after ?? []),
  ])
}

/** The signer who is asked now and to whom this person belongs. */
export function signerFor(seat: Seat, person: string): Signer | undefined {
  return askedIn(seat.line).find(({ people }) => people.includes(person))
}

/** Whether somebody is or was asked on one of these seats, whoever's turn it is. */
export function sitsOn(seats: readonly Seat[], person: string): boolean {
  return seats.some(
    (seat) =>
      seat.by === person || signersIn(seat.line).some(({ people }) => people.includes(person)),
  )
}

/** The signer that the drawing asks; undefined once it has agreed and only added signers are left. */
export function drawnSigner(seat: Seat): Signer | undefined {
  return seat.line.find(({ added }) => added === undefined)
}

/** The line with other signers in the place of one; none takes it off. */
export function replaceSigner(
  line: readonly Signer[],
  old: Signer,
  by: readonly Signer[],
): readonly Signer[] {
  return line.flatMap((signer) =>
    signer === old ? by : [inside(signer, (inner) => replaceSigner(inner, old, by))],
  )
}

/** An open seat with each of its signers changed; the same seat when nothing changes. */
export function changeEach(seat: Seat, change: (signer: Signer) => Signer): Seat {
  const changed = changeLine(seat.line, change)
  return isSame(changed, seat.line) ? seat : { ...seat, line: changed }
}

function changeLine(
  line: readonly Signer[],
  change: (signer: Signer) => Signer,
): readonly Signer[] {
  return line.map((signer) => change(inside(signer, (inner) => changeLine(inner, change))))
}

/** A signer with those before and after it changed; the same signer when nothing changes. */
function inside(signer: Signer, change: (line: readonly Signer[]) => readonly Signer[]): Signer {
  const { before = [], after = [], ...rest } = signer
  const sooner = change(before)
  const later = change(after)
  if (isSame(sooner, before) && isSame(later, after)) return signer
  return {
    ...rest,
    ...(sooner.length === 0 ? {} : { before: sooner }),
    ...(later.length === 0 ? {} : { after: later }),
  }
}

function isSame(a: readonly Signer[], b: readonly Signer[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index])
}
