import type { Workflow } from '@yichuang/engine'
import { Flag, RotateCcw } from 'lucide-react'
import { Button } from 'react-aria-components'
import { type EndTone, toneOf } from '../canvas/end-tone.ts'
import { Pick } from '../controls/pick.tsx'
import { outcomeWords } from '../reading/exit-words.ts'
import { useReading, useWorkspace } from '../reading/use-reading.ts'
import { useSession } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'
import { CaseForm, Fold } from './case-form.tsx'
import { refusalWords } from './refusal-words.ts'
import { TaskCard } from './task-card.tsx'
import { useDesk, useDeskState, useTongue } from './use-walk.ts'
import { caseOf, type Walk } from './walk.ts'
import type { Tongue } from './walk-words.ts'
import { WholeCase } from './whole-case.tsx'

/** How the end of a case looks: as its outcome does where it is drawn. */
function toneOfEnd({ outcomes }: Workflow, outcome: string | null): EndTone {
  const drawn = outcome === null ? undefined : outcomes[outcome]
  return drawn === undefined ? 'neutral' : toneOf(drawn.class)
}

/** The case: its facts, whose turn it is, and what can be done. */
export function CasePanel() {
  const reading = useReading()
  const session = useSession()
  const { walk, notWalkable, item } = useDeskState()
  const workspace = useWorkspace()
  const tongue = useTongue(walk)
  const { t, name } = useWording()
  const items = Object.entries(workspace?.catalogue.items ?? {})
    .filter(([, it]) => it.workflow in (workspace?.workflows ?? {}))
    .map(([id, it]) => ({ id, label: name(it.title, id) }))
  return (
    <aside className="left walk-left" aria-label={t('walk.case')}>
      <div className="walk-title">
        <Pick
          label={t('walk.item')}
          value={item}
          choices={items}
          onPick={(id) => session.openItem(id)}
        />
        <span className="hint">{t('walk.trial')}</span>
      </div>
      <div className="walk-scroll">
        {notWalkable && (
          <p className="walk-refused" role="alert">
            {t(
              `walk.${notWalkable.kind}`,
              notWalkable.kind === 'broken' ? { faults: notWalkable.faults } : {},
            )}
          </p>
        )}
        {!reading || item === null ? (
          <p className="hint is-padded">{t('walk.noItem')}</p>
        ) : walk && tongue ? (
          <>
            <Fold title={t('walk.facts')}>
              <CaseForm workflow={reading.workflow} />
            </Fold>
            <Turns walk={walk} tongue={tongue} />
          </>
        ) : (
          <CaseForm workflow={reading.workflow} />
        )}
      </div>
    </aside>
  )
}

function Turns({ walk, tongue }: { readonly walk: Walk; readonly tongue: Tongue }) {
  const desk = useDesk()
  const { refused, stopped } = useDeskState()
  const { t } = useWording()
  const kase = caseOf(walk)
  const tasks = walk.engine.openTasks(kase, walk.at)
  const { reading } = tongue
  return (
    <>
      {stopped && (
        <p className="walk-refused" role="status">
          {t('walk.carriedOver', { town: reading.townTitle })} {refusalWords(stopped, tongue)}
        </p>
      )}
      {refused?.at === 'case' && (
        <p className="walk-refused" role="alert">
          {refusalWords(refused.refusal, tongue)}
        </p>
      )}
      {kase.closedAt === null ? (
        <>
          <h2 className="walk-turn">
            {t('walk.turn')}
            <span>{tasks.length}</span>
          </h2>
          {tasks.map((task) => (
            <TaskCard key={`${task.task} ${walk.town}`} task={task} walk={walk} tongue={tongue} />
          ))}
          <WholeCase walk={walk} tongue={tongue} />
        </>
      ) : (
        <div className={`walk-closed is-${toneOfEnd(reading.workflow, kase.position.outcome)}`}>
          <Flag size={16} strokeWidth={1.75} aria-hidden />
          <b>
            {kase.position.outcome === null
              ? t('walk.closedPlain')
              : t('walk.closed', {
                  outcome: outcomeWords(reading.workflow, kase.position.outcome, reading.wording),
                })}
          </b>
        </div>
      )}
      <div className="case-buttons">
        <Button className="btn is-small is-quiet" onPress={desk.discard}>
          <RotateCcw size={14} strokeWidth={1.75} aria-hidden />
          {t('walk.another')}
        </Button>
      </div>
    </>
  )
}
