import { CircleX, SquareDashed, TriangleAlert } from 'lucide-react'
import { findingWords } from '../findings/finding-words.ts'
import { placesOf } from '../findings/places.ts'
import { weightOf } from '../findings/weight.ts'
import { whosOf } from '../reading/card-face.ts'
import { actingFor, dutyTitle } from '../reading/who-plate.ts'
import { useSession } from '../session-context.ts'
import { useSignal } from '../use-signal.ts'
import { useWording } from '../wording/use-wording.ts'
import { BindPick } from './bind-pick.tsx'
import type { SectionProps } from './section.tsx'

/** What is wrong at the step in the chosen town, and the remedy where there is one. */
export function FindingsBox(props: SectionProps) {
  const { id, reading } = props
  const checked = useSignal(useSession().findings)
  const own = checked.findings.filter(
    (it) =>
      placesOf(it).some((at) => at.workflow === reading.workflow.id && at.step === id) &&
      it.severity !== 'info' &&
      weightOf(it) !== 'gap' &&
      (it.town === undefined || it.town === reading.town),
  )
  return (
    <>
      <VacancyBox {...props} />
      {own.map((finding) => {
        const { fact, consequence } = findingWords(finding, reading)
        const isError = finding.severity === 'error'
        const Icon = isError ? CircleX : TriangleAlert
        return (
          <div key={JSON.stringify(finding)} className={`finding-box is-${finding.severity}`}>
            <div className="finding-box-head">
              <Icon size={16} strokeWidth={1.75} aria-hidden />
              <span>{fact}</span>
            </div>
            {consequence !== '' && <p className="finding-box-body">{consequence}</p>}
          </div>
        )
      })}
    </>
  )
}

function VacancyBox({ step, reading }: SectionProps) {
  const { t } = useWording()
  if (step.kind !== 'task') return null
  const gaps = whosOf(step).flatMap((who) =>
    'duty' in who && actingFor(who, reading).plate?.isGap ? [who.duty] : [],
  )
  return [...new Set(gaps)].map((duty) => (
    <div key={duty} className="finding-box is-gap">
      <div className="finding-box-head">
        <SquareDashed size={16} strokeWidth={1.75} aria-hidden />
        <span>{t('vacancy.title', { town: reading.townTitle })}</span>
      </div>
      <div className="finding-box-body">
        <p>{t('vacancy.body', { duty: dutyTitle(duty, reading) })}</p>
        <BindPick duty={duty} reading={reading} />
      </div>
    </div>
  ))
}
