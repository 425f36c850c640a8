import { type Explanation, leadOf } from '@yichuang/engine'
import { Building2, Check, MessageSquareText, Scale, Split } from 'lucide-react'
import { DoorPlate } from '../canvas/plate.tsx'
import { basisWords } from '../reading/basis-words.ts'
import { dutyTitle, postTitle } from '../reading/who-plate.ts'
import { useView } from '../session-context.ts'
import { Rich } from '../wording/rich.tsx'
import { useWording } from '../wording/use-wording.ts'
import { dayOf, daysLeft } from './days.ts'
import { decisionBefore, decisionRows, doneWords } from './decision-rows.ts'
import { progressOf } from './progress.ts'
import { useDeskState, useTongue } from './use-walk.ts'
import { caseOf, ledgerOf, type Walk } from './walk.ts'
import { peopleWords, sectionPlate, stepWords, type Tongue } from './walk-words.ts'
import { Block } from './why-block.tsx'
import { ClockBlock } from './why-clocks.tsx'

/** Why the case came to the selected step: the rule, the section, the clocks, the clause. */
export function WhyPanel() {
  const { walk } = useDeskState()
  const tongue = useTongue(walk)
  const { selection } = useView()
  const { t } = useWording()
  const open = walk ? Object.keys(caseOf(walk).tasks) : []
  const step = selection?.step ?? open[0]
  const explained =
    walk && step !== undefined ? walk.engine.explain(caseOf(walk), step, walk.at) : null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the panel scrolls, so that it must be reached by key
    <aside className="right walk-why" id="inspector" tabIndex={0} aria-label={t('walk.why.label')}>
      <div className="why-kind">
        <MessageSquareText size={14} strokeWidth={1.75} aria-hidden />
        {t('walk.why.label')}
      </div>
      {walk && tongue && step !== undefined ? (
        <>
          <div className="why-head">
            <h2>{stepWords(step, tongue)}</h2>
            <p>
              <Rich text={sentence(step, walk, tongue)} />
            </p>
          </div>
          <RuleBlock step={step} walk={walk} tongue={tongue} />
          {explained && <WhoBlock explained={explained} tongue={tongue} />}
          <ClockBlock walk={walk} tongue={tongue} />
          {explained?.basis !== undefined && (
            <Block
              icon={<Scale size={15} strokeWidth={1.75} aria-hidden />}
              title={t('walk.why.basis')}
            >
              <p className="why-text">
                {basisWords(explained.basis, tongue.reading.sources, tongue.reading.wording)}
              </p>
            </Block>
          )}
        </>
      ) : (
        <p className="hint is-padded">{t('walk.why.none')}</p>
      )}
    </aside>
  )
}

function sentence(step: string, walk: Walk, tongue: Tongue): string {
  const { wording, workflow } = tongue.reading
  const standing = progressOf(workflow, ledgerOf(walk), []).standings.get(step)
  if (!standing || standing.state === 'cancelled') {
    return wording.t(standing ? 'walk.cancelled' : 'walk.why.notReached')
  }
  if (standing.state === 'skipped') return wording.t('walk.why.skippedStep')
  if (standing.state === 'done') {
    const exit = doneWords(step, standing.exit, tongue)
    return wording.t('walk.why.doneStep', { date: dayOf(standing.at), exit })
  }
  const task = walk.engine.openTasks(caseOf(walk), walk.at).find((it) => it.step === step)
  if (!task) return wording.t('walk.active')
  if (task.unmanned) return wording.t('walk.why.activeNobody')
  const sections = [...new Set(task.groups.flatMap(({ section }) => section ?? []))]
  const who =
    sections.length > 0
      ? sections.map((it) => sectionPlate(it, tongue.reading).right).join(wording.t('list.comma'))
      : peopleWords(task.people, tongue)
  const limit = caseOf(walk).tasks[step]?.limit
  if (!limit?.due) return wording.t('walk.why.activePlain', { who })
  const n = daysLeft(walk.engine, limit, walk.at)
  const facts = { who, day: limit.due.day, n: n ?? 0 }
  if (task.overdue) return wording.t('walk.why.activeLate', facts)
  const isWorking = limit.unit === 'working-day'
  return wording.t(isWorking ? 'walk.why.activeDue' : 'walk.why.activeDays', facts)
}

interface PartProps {
  readonly step: string
  readonly walk: Walk
  readonly tongue: Tongue
}

function RuleBlock({ step, walk, tongue }: PartProps) {
  const { t } = useWording()
  const decision = decisionBefore(walk, step, tongue)
  const rows = decision === null ? [] : decisionRows(walk, decision, tongue)
  if (decision === null || rows.length === 0) return null
  return (
    <Block icon={<Split size={15} strokeWidth={1.75} aria-hidden />} title={t('walk.why.rule')}>
      <p className="why-text">{stepWords(decision, tongue)}</p>
      <ol className="why-rows">
        {rows.map(({ key, words, values, isHit }, n) => (
          <li key={key} className={isHit ? 'is-hit' : undefined}>
            <span className="why-number">
              {isHit ? <Check size={15} strokeWidth={2} aria-hidden /> : n + 1}
            </span>
            <span className="why-words">{words}</span>
            <span className="why-values">
              {isHit ? t('walk.why.taken') : values !== '' && t('walk.why.thisCase', { values })}
            </span>
          </li>
        ))}
      </ol>
    </Block>
  )
}

function WhoBlock({
  explained,
  tongue,
}: {
  readonly explained: Explanation
  readonly tongue: Tongue
}) {
  const { t } = useWording()
  const { reading, engine } = tongue
  const groups = explained.who.filter(({ duty, post }) => duty !== undefined || post !== undefined)
  if (groups.length === 0) return null
  const { towns } = engine.release.content
  const others = Object.keys(towns).filter((town) => town !== reading.town)
  return (
    <Block icon={<Building2 size={15} strokeWidth={1.75} aria-hidden />} title={t('walk.why.who')}>
      {groups.map((group) => (
        <dl key={`${group.duty} ${group.post}`} className="why-chain">
          <dt>{t('walk.why.asked')}</dt>
          <dd>
            {[
              group.duty && `${group.duty} ${dutyTitle(group.duty, reading)}`,
              group.post && postTitle(group.post, reading),
            ]
              .filter(Boolean)
              .join(t('list.dot'))}
          </dd>
          <dt>{reading.townTitle}</dt>
          <dd>
            {group.section !== undefined ? (
              <DoorPlate plate={sectionPlate(group.section, reading)} />
            ) : group.gap ? (
              <DoorPlate
                plate={{
                  left: reading.townTitle,
                  right: t('card.vacant'),
                  isGap: true,
                  full: t('card.vacant'),
                }}
              />
            ) : (
              peopleWords(group.people, tongue)
            )}
          </dd>
          {group.gap?.proposed !== undefined && (
            <>
              <dt />
              <dd>
                {t('walk.proposed', { section: sectionPlate(group.gap.proposed, reading).right })}
              </dd>
            </>
          )}
          {group.binding && (
            <>
              <dt>{t('walk.why.from')}</dt>
              <dd>{bindingWords(group.binding, t)}</dd>
            </>
          )}
          {group.duty !== undefined &&
            others.map((town) => (
              <ThereRow key={town} duty={group.duty ?? ''} town={town} tongue={tongue} />
            ))}
          {group.rejected.length > 0 && (
            <>
              <dt>{t('walk.why.passedOver')}</dt>
              <dd>
                {group.rejected
                  .map(
                    ({ section, reason }) =>
                      `${sectionPlate(section, reading).right}（${t(`walk.rejection.${reason}`)}）`,
                  )
                  .join(t('list.comma'))}
              </dd>
            </>
          )}
        </dl>
      ))}
    </Block>
  )
}

function bindingWords(
  { from, to }: { readonly from?: string; readonly to?: string },
  t: ReturnType<typeof useWording>['t'],
): string {
  if (from === undefined) return t('walk.why.always')
  return to === undefined ? t('walk.why.since', { from }) : t('walk.why.until', { from, to })
}

/** Which section would act in another town. */
function ThereRow({
  duty,
  town,
  tongue,
}: {
  readonly duty: string
  readonly town: string
  readonly tongue: Tongue
}) {
  const { t } = useWording()
  const { reading } = tongue
  const { lead } = leadOf(reading.directory, town, duty, reading.day)
  const name = reading.townNames(town)
  return (
    <>
      <dt>{t('walk.why.there', { town: name })}</dt>
      <dd>
        <DoorPlate
          plate={
            lead
              ? sectionPlate(lead.place.id, reading, town)
              : { left: name, right: t('card.vacant'), isGap: true, full: t('card.vacant') }
          }
        />
      </dd>
    </>
  )
}
