import { type Drawing, layOut } from '@yichuang/diagram'
import type { Stage, Step, Workflow } from '@yichuang/engine'
import { stepsOf } from '../document/block.ts'
import { type CardFace, cardFace } from '../reading/card-face.ts'
import { exitWords, outcomeWords, resultWords } from '../reading/exit-words.ts'
import type { Reading } from '../reading/who-plate.ts'
import { wordingIn } from '../wording/wording.ts'
import { type CardSize, cardSize } from './card-size.ts'

import { textWidth } from './measure.ts'

/** The face of every step that is drawn, in the town and language of the reading. */
export type Faces = ReadonlyMap<string, CardFace>

export function facesOf(reading: Reading): Faces {
  const stages = stagesOf(reading.workflow)
  return new Map(
    stepsOf(reading.workflow).map(([id, step]) => [
      id,
      cardFace(id, step, stages.get(id), reading),
    ]),
  )
}

/** The drawing of the workflow. It depends on no town: cards are sized for all of them. */
export function drawingOf(reading: Reading, towns: readonly string[]): Drawing {
  const { workflow, wording } = reading
  return layOut(workflow, {
    measure: (text) => textWidth(text, 13, 600),
    language: wording.language,
    labelOf: ({ step, exit }) => exitWords(workflow, step, exit, wording),
    endText: ({ id, result, outcome }) =>
      outcome === undefined
        ? resultWords(workflow, blockKey(id), result, wording)
        : outcomeWords(workflow, outcome, wording),
    cardSizes: sizesOf(reading, towns),
  })
}

function sizesOf(reading: Reading, towns: readonly string[]): Readonly<Record<string, CardSize>> {
  const readings = towns.flatMap((town) =>
    (['zh', 'en'] as const).map((language) => ({
      ...reading,
      town,
      wording: wordingIn(language),
    })),
  )
  const all = readings.map((it) => facesOf(it))
  const sizes = stepsOf(reading.workflow).flatMap(([id, step]) => {
    if (step.kind === 'phase' || step.kind === 'parallel') return []
    const faces = all.flatMap((faces) => faces.get(id) ?? [])
    return [[id, cardSize(faces, textWidth)] as const]
  })
  return Object.fromEntries(sizes)
}

/** The stage of every step; a step without one has that of the block around it. */
export function stagesOf(workflow: Workflow): ReadonlyMap<string, Stage | undefined> {
  const stages = new Map<string, Stage | undefined>()
  const visit = (steps: Readonly<Record<string, Step>>, around: Stage | undefined) => {
    for (const [id, step] of Object.entries(steps)) {
      const stage = step.stage ?? around
      stages.set(id, stage)
      if (step.kind === 'parallel') {
        for (const branch of Object.values(step.branches)) visit(branch.steps, stage)
      }
      if (step.kind !== 'phase') continue
      visit(step.steps, stage)
      for (const side of Object.values(step.sides ?? {})) visit(side.steps, stage)
    }
  }
  visit(workflow.steps, undefined)
  return stages
}

/** The block in which an end stands: drawings name it `block.branch/result`. */
function blockKey(end: string): string {
  return end.slice(0, end.lastIndexOf('/')).replace('.', '/')
}
