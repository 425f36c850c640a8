import type { StepId } from '@yichuang/engine'
import type { ArrowKind } from './drawing.ts'
import type { Exit } from './exits.ts'
import { groupBy } from './group.ts'
import type { Wording } from './options.ts'
import type { Edge } from './scene.ts'
import { WIDEST_LABEL } from './spacing.ts'

/** What an exit leads to inside the drawing. */
export interface Target {
  readonly id: string
  /** Words on the pill, when the target is one. */
  readonly pill?: string
}

interface Fan {
  readonly step: StepId
  readonly exits: readonly Exit[]
  readonly targetOf: (exit: Exit) => Target
  readonly wording: Wording
}

/**
 * The arrows of one step: exits with the same target are one arrow. An arrow has words only where the
 * step has a choice between several, and where the pill it leads to does not say the same.
 */
export function edgesOf({ step, exits, targetOf, wording }: Fan): readonly Edge[] {
  const targets = new Map(exits.map((exit) => [exit, targetOf(exit)]))
  const groups = groupBy(exits, (exit) => targets.get(exit)?.id ?? '')
  return [...groups].map(([to, group]) => {
    const pill = group.map((exit) => targets.get(exit)?.pill)[0]
    const words = group.map((exit) =>
      wording.labelOf({ step, exit: exit.id, ...(exit.title && { title: exit.title }) }),
    )
    const spoken = [...new Set(words)].filter((word) => word !== '' && word !== pill)
    const label = joined(spoken, wording)
    return {
      id: `${step}/${group[0]?.id ?? ''}`,
      from: step,
      to,
      exits: group.map((exit) => exit.id),
      label: groups.size > 1 || group.every((exit) => exit.cancels) ? label : '',
      kind: kindOf(group, pill !== undefined),
    }
  })
}

const SEPARATOR = ' / '

/** As many words as fit on an arrow; an ellipsis stands for the others. */
function joined(words: readonly string[], { measure }: Wording): string {
  const fitting = words.filter(
    (_, index) => index === 0 || measure(words.slice(0, index + 1).join(SEPARATOR)) <= WIDEST_LABEL,
  )
  return (fitting.length < words.length ? [...fitting, '…'] : fitting).join(SEPARATOR)
}

function kindOf(group: readonly Exit[], isResult: boolean): ArrowKind {
  if (group.every((exit) => exit.cancels)) return 'cancel'
  return isResult ? 'result' : 'forward'
}
