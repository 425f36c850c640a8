import { GridList, GridListItem } from 'react-aria-components'
import { stepOf } from '../document/block.ts'
import type { Finding } from '../findings/finding.ts'
import { findingWords } from '../findings/finding-words.ts'
import { type FindingPlace, placesOf } from '../findings/places.ts'
import { byWeight, weightOf } from '../findings/weight.ts'
import { useReading, useWorkspace } from '../reading/use-reading.ts'
import type { Reading } from '../reading/who-plate.ts'
import { useSession, useView } from '../session-context.ts'
import { useSignal } from '../use-signal.ts'
import { useWording } from '../wording/use-wording.ts'
import { SeverityIcon } from './severity-icon.tsx'

/** Everything that the check found, the gravest first. A row leads to its step. */
export function Problems() {
  const session = useSession()
  const reading = useReading()
  const workspace = useWorkspace()
  const { selection } = useView()
  const { findings, isRunning } = useSignal(session.findings)
  const { t } = useWording()
  if (!reading || !workspace) return null
  const rows = byWeight(findings).map((finding, n) => ({ id: String(n), finding }))
  const go = (finding: Finding) => {
    const place = placeToShow(finding, session.view.get().workflow)
    if (place && place.workflow !== session.view.get().workflow)
      session.openWorkflow(place.workflow)
    if (finding.town !== undefined && finding.town in workspace.directory.towns) {
      session.show({ town: finding.town })
    }
    if (place) session.select({ step: place.step })
  }
  return (
    <GridList
      aria-label={t('problems.label')}
      className="problems"
      items={rows}
      dependencies={[reading, selection]}
      onAction={(key) => {
        const row = rows[Number(key)]
        if (row) go(row.finding)
      }}
      renderEmptyState={() => (
        <p className="hint is-padded">{t(isRunning ? 'problems.running' : 'problems.none')}</p>
      )}
    >
      {({ id, finding }) => {
        const place = placeToShow(finding, reading.workflow.id)
        const workflow = workspace.workflows[place?.workflow ?? finding.workflow ?? '']
        const there: Reading = { ...reading, workflow: workflow ?? reading.workflow }
        const where = placeWords(finding, place?.step, there)
        const isHere = place?.step === selection?.step && place?.workflow === reading.workflow.id
        const { fact, consequence } = findingWords(finding, there)
        return (
          <GridListItem
            id={id}
            textValue={fact}
            className={place && isHere ? 'problem is-here' : 'problem'}
          >
            <SeverityIcon weight={weightOf(finding)} />
            <span className="problem-words" title={`${fact}${consequence}`}>
              <b>{fact}</b>
              {consequence}
            </span>
            <span className="problem-place" title={where}>
              {where}
            </span>
          </GridListItem>
        )
      }}
    </GridList>
  )
}

/** The step that a row leads to: one of the shown workflow, where there is one. */
function placeToShow(finding: Finding, shown: string | null): FindingPlace | undefined {
  const places = placesOf(finding)
  return places.find(({ workflow }) => workflow === shown) ?? places[0]
}

/** Where a finding is: `town › step`. */
function placeWords({ town }: Finding, step: string | undefined, reading: Reading): string {
  const { wording, workflow } = reading
  const place = town === undefined ? wording.t('problems.allTowns') : reading.townNames(town)
  const where =
    step === undefined
      ? wording.name(workflow.title)
      : wording.name(stepOf(workflow, step)?.title, step)
  return `${place} › ${where}`
}
