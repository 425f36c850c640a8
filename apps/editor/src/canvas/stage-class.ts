import type { Stage } from '@yichuang/engine'

const CLASSES: Readonly<Record<Stage, string>> = {
  apply: 'stage-apply',
  acceptance: 'stage-accept',
  review: 'stage-review',
  decision: 'stage-decide',
  issue: 'stage-issue',
  'after-care': 'stage-after',
}

/** The class that gives an element the colours of a stage. */
export function stageClass(stage: Stage | undefined): string {
  return stage ? CLASSES[stage] : 'stage-none'
}
