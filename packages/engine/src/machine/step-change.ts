/**
 * A change to a step that lies ahead, for this case only. Signers asked before or after are asked in the
 * step's own seats, so that a step is in effect inserted without a new place in the drawing.
 */
export interface StepChange {
  /** People who sign before those drawn, each a signature of its own. */
  readonly before?: readonly string[]
  /** People who sign after them. */
  readonly after?: readonly string[]
  /** People who are not asked, though routing finds them. Never the last one. */
  readonly without?: readonly string[]
  /** The step is passed by the exit that its `skip` names. */
  readonly skip?: true
}

/** A change with nothing but what the engine knows: what a host adds for itself is left out. */
export function knownChange({ before, after, without, skip }: StepChange): StepChange {
  return {
    ...(before?.length ? { before: [...before] } : {}),
    ...(after?.length ? { after: [...after] } : {}),
    ...(without?.length ? { without: [...without] } : {}),
    ...(skip === true ? { skip } : {}),
  }
}
