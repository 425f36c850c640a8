import {
  type Parallel,
  type Stage,
  type Step,
  type Task,
  type Who,
  type Workflow,
  whoList,
} from '@yichuang/engine'
import { exitsOf } from '../document/exit.ts'
import { type ShortLimit, shortLimit } from './limit-words.ts'
import { signingChip } from './signing-words.ts'
import { type Acting, actingFor, type Plate, type Reading } from './who-plate.ts'

/** What a card says in one town and one language. */
export interface CardFace {
  readonly kind: Step['kind']
  readonly stage: Stage | undefined
  readonly title: string
  readonly limit: ShortLimit | null
  readonly plates: readonly Plate[]
  readonly post: string | null
  /** Plain words in place of plates. */
  readonly note: string | null
  readonly chips: readonly string[]
  /** Clocks that stand still while the step is open. */
  readonly stops: readonly string[]
  readonly isGap: boolean
  /** Whether a case could stand here without a way on. */
  readonly isUnfinished: boolean
}

export function cardFace(
  id: string,
  step: Step,
  stage: Stage | undefined,
  reading: Reading,
): CardFace {
  const acting = step.kind === 'task' ? whosOf(step).map((who) => actingFor(who, reading)) : []
  const plates = doorsOf(acting)
  const posts = [...new Set(acting.flatMap(({ post }) => (post === null ? [] : [post])))]
  return {
    kind: step.kind,
    stage,
    title: stepTitle(id, step, reading),
    limit: limitOf(step, reading),
    plates,
    post:
      posts.length > 0 && plates.length === 1 ? posts.join(reading.wording.t('list.comma')) : null,
    note: noteOf(step, acting, reading),
    chips: chipsOf(step, reading),
    stops: stopsOf(step, reading),
    isGap: plates.some(({ isGap }) => isGap),
    isUnfinished: isUnfinished(step),
  }
}

/**
 * Of a task or a wait, some actions may stay (a draft, a statement handed in), but one must lead on;
 * of the other kinds, every exit must.
 */
function isUnfinished(step: Step): boolean {
  const leads = exitsOf(step).map(
    ({ arrow }) => arrow.to !== undefined || arrow.result !== undefined,
  )
  const mayStay = step.kind === 'task' || step.kind === 'wait'
  return mayStay ? !leads.some(Boolean) : !leads.every(Boolean)
}

/** The doors behind which somebody acts, each once. */
export function doorsOf(acting: readonly Acting[]): readonly Plate[] {
  const doors = acting.flatMap(({ plate }) => (plate ? [[plate.full, plate] as const] : []))
  return [...new Map(doors).values()]
}

function stepTitle(id: string, step: Step | undefined, { wording }: Reading): string {
  return wording.name(step?.title, id)
}

export function whosOf(task: Task): readonly Who[] {
  return whoList(task.by)
}

function limitOf(step: Step, { workflow, wording }: Reading): ShortLimit | null {
  if ('limit' in step && step.limit) return shortLimit(step.limit, workflow, wording)
  if (step.kind === 'service') return { figure: null, words: wording.t('card.bySystem') }
  if (step.kind === 'decision' && step.table !== undefined) {
    return { figure: null, words: wording.t('card.byTable') }
  }
  if (step.kind !== 'decision') return null
  return { figure: null, words: wording.t('card.rules', { n: exitsOf(step).length }) }
}

function noteOf(step: Step, acting: readonly Acting[], reading: Reading): string | null {
  const { wording } = reading
  switch (step.kind) {
    case 'task': {
      const words = acting.flatMap((it) => (it.words === null ? [] : [it.words]))
      return words.length > 0 ? words.join(wording.t('list.comma')) : null
    }
    case 'wait':
      return wording.t('card.waitFor', { who: awaitedWords(step.for, reading) })
    case 'decision':
      return fieldsAsked(step, reading)
    case 'call':
      return wording.t(`card.until.${step.until ?? 'finished'}`)
    case 'service':
      return wording.t('card.serviceFails')
    case 'phase':
    case 'parallel':
      return null
  }
}

/** Whom or what a wait waits for. */
export function awaitedWords(
  what: Extract<Step, { kind: 'wait' }>['for'],
  { wording, directory }: Reading,
): string {
  if ('party' in what) return wording.t(`party.${what.party}`)
  if ('body' in what) return wording.name(directory.bodies.get(what.body)?.title, what.body)
  return wording.t('date' in what ? 'card.waitDate' : 'card.waitMessage')
}

/** The fields that the rows of a decision ask, in the order in which they first stand there. */
function fieldsAsked(step: Extract<Step, { kind: 'decision' }>, reading: Reading): string {
  if (step.table !== undefined) {
    return reading.wording.name(reading.tables[step.table]?.title, step.table)
  }
  const asked = fieldsIn((step.rows ?? []).map(({ when }) => when).join(' '), reading.workflow)
  const names = asked.map((id) => reading.wording.name(reading.workflow.fields[id]?.label, id))
  return names.join(reading.wording.t('list.dot'))
}

/** Ids of the workflow's fields that stand in a FEEL text, in order, each once. */
export function fieldsIn(feel: string, workflow: Workflow): readonly string[] {
  const words = feel.replace(/"[^"]*"/g, ' ').match(/[A-Za-z]\w*/g) ?? []
  return [...new Set(words)].filter((word) => Object.hasOwn(workflow.fields, word))
}

function chipsOf(step: Step, reading: Reading): readonly string[] {
  if (step.kind === 'parallel') return [parallelRule(step, reading)]
  if (step.kind !== 'task') return []
  const chip = signingChip(step, reading.wording)
  return chip === null ? [] : [chip]
}

/** The exit rule of a parallel in a few words. */
export function parallelRule(step: Parallel, { wording }: Reading): string {
  const counted = step.exits.flatMap((row) => ('count' in row ? [row] : []))
  const first = counted[0]
  if (!first) return wording.t('parallel.all')
  if (first.early && first.atLeast === 1) return wording.t('parallel.veto')
  if (first.atLeast === 'all' || counted.length > 1) return wording.t('parallel.all')
  return wording.t('parallel.some', {
    n: String(first.atLeast),
    m: Object.keys(step.branches).length,
  })
}

function stopsOf(step: Step, { wording }: Reading): readonly string[] {
  const stops = 'stops' in step ? Object.keys(step.stops ?? {}) : []
  return stops.map((clock) =>
    clock === 'statutory' || clock === 'promised'
      ? wording.t(`stops.${clock}`)
      : wording.t('stops.other', { clock }),
  )
}
