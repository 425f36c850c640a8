import { useEffect } from 'react'
import { Canvas } from '../canvas/canvas.tsx'
import { CanvasFrame } from '../canvas/canvas-frame.tsx'
import { useWorkspace } from '../reading/use-reading.ts'
import { useSession, useView } from '../session-context.ts'
import { NoticeBar } from '../shell/notice-bar.tsx'
import { useWording } from '../wording/use-wording.ts'
import { CasePanel } from './case-panel.tsx'
import { useMarks } from './use-marks.ts'
import { useDesk, useDeskState, useTongue } from './use-walk.ts'
import './walk.css'
import { caseOf, ledgerOf, type Walk } from './walk.ts'
import { WalkBottom } from './walk-bottom.tsx'
import { entryOf, stepWords, type Tongue } from './walk-words.ts'
import { WhyPanel } from './why-panel.tsx'

/** The editor while a case is walked through the workflow: facts and turns, drawing, reasons, time. */
export function WalkMode() {
  const desk = useDesk()
  const workspace = useWorkspace()
  const { item, town, day, isInspectorOpen } = useView()
  const { walk } = useDeskState()
  const tongue = useTongue(walk)
  useEffect(() => {
    if (workspace) desk.follow({ workspace, item, town, day })
  }, [desk, workspace, item, town, day])
  useMarks()
  useTurnSelected(walk)
  return (
    <>
      <CasePanel />
      <main className="mid">
        <CanvasFrame>
          <Canvas />
        </CanvasFrame>
        <NoticeBar />
        <p className="visually-hidden" aria-live="polite">
          {walk && tongue && <Said walk={walk} tongue={tongue} />}
        </p>
      </main>
      {isInspectorOpen && <WhyPanel />}
      <WalkBottom />
    </>
  )
}

/** After every move the selection goes on to a step that is open, so that drawing and reasons follow. */
function useTurnSelected(walk: Walk | null): void {
  const session = useSession()
  useEffect(() => {
    if (!walk) return
    const open = Object.keys(caseOf(walk).position.open)
    const step = session.view.get().selection?.step
    const first = open[0]
    if (first === undefined) session.select(null)
    else if (step === undefined || !open.includes(step)) session.select({ step: first })
  }, [session, walk])
}

/** What happened last and whose turn it is, for those who hear the page. */
function Said({ walk, tongue }: { readonly walk: Walk; readonly tongue: Tongue }) {
  const { t } = useWording()
  const last = ledgerOf(walk).at(-1)
  if (!last) return null
  const entry = entryOf(last, tongue).what
  if (caseOf(walk).closedAt !== null) return t('walk.liveClosed', { entry })
  const steps = Object.keys(caseOf(walk).position.open).map((it) => stepWords(it, tongue))
  return t('walk.live', { entry, steps: steps.join(t('list.comma')) })
}
