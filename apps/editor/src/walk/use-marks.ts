import { useEffect, useMemo } from 'react'
import { outcomeWords } from '../reading/exit-words.ts'
import { dayOf, daysLeft } from './days.ts'
import { doneWords } from './decision-rows.ts'
import { progressOf, type Standing } from './progress.ts'
import { useDeskState, useTongue } from './use-walk.ts'
import { caseOf, ledgerOf, momentOf, type Walk } from './walk.ts'
import { type StepMark, type WalkMarks, walkMarks } from './walk-marks.ts'
import type { Tongue } from './walk-words.ts'

/** Keeps the marks on the drawing in step with the walk; without a walk there are none. */
export function useMarks(): void {
  const { walk } = useDeskState()
  const tongue = useTongue(walk)
  const marks = useMemo(() => (walk && tongue ? marksOf(walk, tongue) : null), [walk, tongue])
  useEffect(() => {
    walkMarks.set(marks)
    return () => walkMarks.set(null)
  }, [marks])
}

function marksOf(walk: Walk, tongue: Tongue): WalkMarks {
  const { workflow } = tongue.reading
  const progress = progressOf(workflow, ledgerOf(walk), momentOf(walk).events)
  const steps = [...progress.standings].map(
    ([step, standing]) => [step, markOf(step, standing, walk, tongue)] as const,
  )
  return {
    steps: new Map(steps),
    travelled: progress.travelled,
    latest: progress.latest,
    move: `${walk.town} ${walk.cursor} ${walk.moments.length}`,
  }
}

const LONGEST = 8

function markOf(step: string, standing: Standing, walk: Walk, tongue: Tongue): StepMark {
  const { wording } = tongue.reading
  switch (standing.state) {
    case 'active': {
      const limit = caseOf(walk).tasks[step]?.limit
      const left = limit ? daysLeft(walk.engine, limit, walk.at) : null
      const isLate = limit?.overdue === true
      const badge = isLate
        ? wording.t('walk.overdue')
        : left === null
          ? wording.t('walk.active')
          : wording.t('walk.activeLeft', { n: left })
      return { state: 'active', badge }
    }
    case 'done': {
      const date = dayOf(standing.at).slice(5)
      const exit = doneWords(step, standing.exit, tongue)
      return { state: 'done', badge: exit.length > LONGEST ? date : `${date} ${exit}` }
    }
    case 'skipped':
      return { state: 'skipped', badge: wording.t('walk.skipped') }
    case 'cancelled':
      return { state: 'cancelled', badge: wording.t('walk.cancelled') }
  }
}

/** What became of the case, for the name under which its walk is kept. */
export function outcomeOf(walk: Walk, { reading }: Tongue): string {
  const { outcome } = caseOf(walk).position
  const { wording, workflow } = reading
  return outcome === null
    ? wording.t('walk.transport.running')
    : outcomeWords(workflow, outcome, wording)
}
