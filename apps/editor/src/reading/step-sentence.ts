import type { Parallel, Phase, Step, Task, Workflow } from '@yichuang/engine'
import { blockOf, stepOf } from '../document/block.ts'
import { exitsOf } from '../document/exit.ts'
import { awaitedWords, parallelRule, whosOf } from './card-face.ts'
import { conditionWords } from './exit-words.ts'
import { limitInSentence } from './limit-words.ts'
import { actingFor, dutyTitle, postTitle, type Reading } from './who-plate.ts'

/** One true sentence about a step, built from its settings. Marks as in `Rich`. */
export function stepSentence(id: string, reading: Reading): string {
  const step = stepOf(reading.workflow, id)
  if (!step) return ''
  const { wording } = reading
  const parts = { when: conditionOf(id, step, reading), ...partsOf(step, reading) }
  const limit =
    'limit' in step && step.limit ? limitInSentence(step.limit, reading.workflow, wording) : null
  return wording.t(limit === null ? `sentence.${step.kind}` : `sentence.${step.kind}Within`, {
    ...parts,
    limit: limit ?? '',
  })
}

function partsOf(step: Step, reading: Reading): Readonly<Record<string, string | number>> {
  const { wording } = reading
  switch (step.kind) {
    case 'task':
      return { who: whoWords(step, reading), vacant: vacantWords(step, reading) }
    case 'wait':
      return { who: awaitedWords(step.for, reading) }
    case 'service':
      return { operation: step.operation }
    case 'call':
      return { workflow: step.workflow, until: wording.t(`card.until.${step.until ?? 'finished'}`) }
    case 'decision':
      return { n: exitsOf(step).length }
    case 'phase':
      return phaseParts(step)
    case 'parallel':
      return parallelParts(step, reading)
  }
}

function phaseParts(step: Phase) {
  return { n: Object.keys(step.steps).length, sides: Object.keys(step.sides ?? {}).length }
}

function parallelParts(step: Parallel, reading: Reading) {
  return { n: Object.keys(step.branches).length, rule: parallelRule(step, reading) }
}

function whoWords(step: Task, reading: Reading): string {
  const { wording, townTitle } = reading
  const words = whosOf(step).map((who) => {
    if ('duty' in who) return wording.t('sentence.duty', { duty: dutyTitle(who.duty, reading) })
    if ('post' in who)
      return wording.t('sentence.post', { town: townTitle, post: postTitle(who.post, reading) })
    const { plate, words: plain } = actingFor(who, reading)
    return wording.t('sentence.other', { who: plate?.right ?? plain ?? '' })
  })
  return [...new Set(words)].join(wording.t('list.andThen'))
}

function vacantWords(step: Task, reading: Reading): string {
  const gaps = whosOf(step).filter((who) => actingFor(who, reading).plate?.isGap)
  if (gaps.length === 0) return ''
  const isPost = gaps.every((who) => !('duty' in who))
  return reading.wording.t(isPost ? 'sentence.vacantPost' : 'sentence.vacant', {
    town: reading.townTitle,
  })
}

/** Under which condition a case comes here: that of its branch, or its own. */
function conditionOf(id: string, step: Step, reading: Reading): string {
  const { workflow, wording } = reading
  const own = 'when' in step ? step.when : undefined
  const condition = own ?? branchCondition(id, workflow)
  if (condition === undefined) return ''
  return wording.t('sentence.when', { condition: conditionWords(condition, workflow, wording) })
}

/** The FEEL condition of the branch that holds the step. */
export function branchCondition(id: string, workflow: Workflow): string | undefined {
  const block = blockOf(workflow, id)
  if (block?.part !== 'branch' || block.owner === null) return undefined
  const parallel = stepOf(workflow, block.owner)
  if (parallel?.kind !== 'parallel') return undefined
  return parallel.branches[block.key.slice(block.owner.length + 1)]?.when
}
