import type { Branch, Side, Step } from '@yichuang/engine'
import { stepOf } from '../document/block.ts'
import { parallelRule, whosOf } from './card-face.ts'
import { conditionWords } from './exit-words.ts'
import type { Reading } from './who-plate.ts'

/** What stands at the head of a box. */
export interface BoxCaption {
  readonly title: string
  /** The rule by which a parallel is left. */
  readonly chip: string | null
  /** A remark at the right end. */
  readonly right: string | null
  /** When a branch is concerned, or a side opens. */
  readonly condition: string | null
}

/** The caption of a box, by the id that drawings use: `step`, `parallel.branch`, `phase.side`. */
export function boxCaption(id: string, reading: Reading): BoxCaption {
  const [owner = '', part] = id.split('.')
  const step = stepOf(reading.workflow, owner)
  if (part === undefined) return blockCaption(owner, step, reading)
  if (step?.kind === 'parallel') return branchCaption(part, step.branches[part], reading)
  if (step?.kind === 'phase') return sideCaption(part, step.sides?.[part], reading)
  return { title: part, chip: null, right: null, condition: null }
}

function blockCaption(id: string, step: Step | undefined, reading: Reading): BoxCaption {
  const title = reading.wording.name(step?.title, id)
  if (step?.kind !== 'parallel') return { title, chip: null, right: null, condition: null }
  return {
    title,
    chip: parallelRule(step, reading),
    right: reading.wording.t('parallel.opinions', { n: Object.keys(step.branches).length }),
    condition: null,
  }
}

function branchCaption(id: string, branch: Branch | undefined, reading: Reading): BoxCaption {
  const { wording, workflow } = reading
  const condition =
    branch?.when === undefined
      ? null
      : wording.t('box.when', { condition: conditionWords(branch.when, workflow, wording) })
  const duty = branch && dutyOf(branch.steps[branch.start])
  const title = branch?.title ? wording.name(branch.title) : (duty ?? id)
  return {
    title: !branch?.title && duty !== undefined ? wording.t('box.duty', { duty }) : title,
    chip: null,
    right: null,
    condition,
  }
}

function dutyOf(step: Step | undefined): string | undefined {
  if (step?.kind !== 'task') return undefined
  const first = whosOf(step)[0]
  return first && 'duty' in first ? first.duty : undefined
}

function sideCaption(id: string, side: Side | undefined, reading: Reading): BoxCaption {
  const { wording, workflow } = reading
  const opens = side?.opens
  const condition =
    opens && 'when' in opens
      ? wording.t('box.when', { condition: conditionWords(opens.when, workflow, wording) })
      : null
  return {
    title: wording.name(side?.title, id),
    chip: wording.t('box.side'),
    right: null,
    condition,
  }
}
