import type { CaseData, TaskView, Value } from '@yichuang/engine'
import { User } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { DoorPlate } from '../canvas/plate.tsx'
import { Pick } from '../controls/pick.tsx'
import { TextInput } from '../controls/text-input.tsx'
import { stepOf } from '../document/block.ts'
import { exitsOf } from '../document/exit.ts'
import { BindPick } from '../inspector/bind-pick.tsx'
import { exitWords } from '../reading/exit-words.ts'
import { postTitle } from '../reading/who-plate.ts'
import { useSession, useView } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'
import { askedAt } from './case-fields.ts'
import { Fold } from './case-form.tsx'
import { dayOf, daysLeft } from './days.ts'
import { FieldRow } from './field-input.tsx'
import { type Possible, possibleActions } from './possible.ts'
import { refusalWords } from './refusal-words.ts'
import { TaskMore } from './task-more.tsx'
import { useDesk, useDeskState } from './use-walk.ts'
import { caseOf, type Walk } from './walk.ts'
import { doorsOfTask, peopleWords, personWords, stepWords, type Tongue } from './walk-words.ts'

interface Props {
  readonly task: TaskView
  readonly walk: Walk
  readonly tongue: Tongue
}

/** Work that waits for somebody: behind which door, until when, and what can be done, as whom. */
export function TaskCard({ task, walk, tongue }: Props) {
  const session = useSession()
  const desk = useDesk()
  const { selection } = useView()
  const { facts, refused } = useDeskState()
  const { t } = useWording()
  const { reading } = tongue
  const held = caseOf(walk).position.data
  const asked = useMemo(() => askedAt(reading.workflow, task.step), [reading.workflow, task.step])
  const [entered, setEntered] = useState<CaseData>({})
  const [written, setOpinion] = useState<string | null>(null)
  const opinion = written ?? t('walk.opinionSample')
  const [chosen, setChosen] = useState<string | null>(null)
  const by = chosen !== null && task.people.includes(chosen) ? chosen : (task.people[0] ?? null)

  const shownAs = (id: string): Value | undefined => shownFact(id, { entered, held, facts })
  const data = useMemo(() => {
    const values = asked.flatMap(({ id }) => {
      const value = shownFact(id, { entered, held, facts }) ?? null
      return value === (held[id] ?? null) ? [] : [[id, value] as const]
    })
    return Object.fromEntries(values)
  }, [asked, entered, held, facts])
  const possible = useMemo(
    () => (by === null ? [] : possibleActions(walk, task, { by, data, opinion })),
    [walk, task, by, data, opinion],
  )
  const can = possible.filter(({ refusal }) => refusal === null)
  const cannot = possible.filter(({ refusal }) => refusal !== null)
  const isSelected = selection?.step === task.step
  return (
    <section
      className={isSelected ? 'turn-card is-selected' : 'turn-card'}
      data-task={task.step}
      aria-label={stepWords(task.step, tongue)}
      onFocus={() => !isSelected && session.select({ step: task.step })}
      onKeyDown={(event) => {
        const isTyping = event.target instanceof HTMLElement && event.target.matches('input')
        const wanted = can[Number(event.key) - 1]
        if (isTyping || !wanted || event.ctrlKey || event.altKey || event.metaKey) return
        event.preventDefault()
        desk.do(wanted.deed)
      }}
    >
      <Doors task={task} tongue={tongue} />
      <div className="turn-head">
        <button
          type="button"
          className="turn-title"
          onClick={() => session.select({ step: task.step })}
        >
          {stepWords(task.step, tongue)}
        </button>
        <Due task={task} walk={walk} />
      </div>
      {by === null ? (
        <Nobody task={task} tongue={tongue} />
      ) : (
        <>
          <Actor people={task.people} by={by} tongue={tongue} onPick={setChosen} />
          {asked.length > 0 && (
            <div className="facts">
              {asked.map(({ id, field, isNeeded }) => (
                <FieldRow
                  key={id}
                  id={id}
                  field={field}
                  isNeeded={isNeeded}
                  value={shownAs(id)}
                  onChange={(value) => setEntered({ ...entered, [id]: value })}
                />
              ))}
            </div>
          )}
          {asksOpinion(task, tongue) && (
            <div className="fact">
              <span className="fact-name">{t('walk.opinion')}</span>
              <TextInput label={t('walk.opinion')} value={opinion} onCommit={setOpinion} />
            </div>
          )}
          <div className="turn-actions">
            {can.map(({ action, deed }, n) => (
              <Button
                key={action}
                className={n === 0 ? 'btn is-primary is-small' : 'btn is-small'}
                onPress={() => desk.do(deed)}
              >
                {exitWords(reading.workflow, task.step, action, reading.wording)}
                {n < 9 && <kbd data-keys={String(n + 1)} />}
              </Button>
            ))}
            <TaskMore task={task} walk={walk} by={by} tongue={tongue} />
          </div>
          {cannot.length > 0 && (
            <Blocked task={task} blocked={cannot} tongue={tongue} isAll={can.length === 0} />
          )}
        </>
      )}
      {refused?.at.split('#')[0] === task.step && (
        <p className="walk-refused" role="alert">
          {refusalWords(refused.refusal, tongue)}
        </p>
      )}
    </section>
  )
}

/** What a field of the card holds: what was entered here, also nothing; else what is known of it. */
function shownFact(
  id: string,
  { entered, held, facts }: Readonly<Record<'entered' | 'held' | 'facts', CaseData>>,
): Value | undefined {
  return id in entered ? entered[id] : (held[id] ?? facts[id])
}

function Doors({ task, tongue }: { readonly task: TaskView; readonly tongue: Tongue }) {
  const { reading } = tongue
  const doors = doorsOfTask(task, reading)
  const posts = [...new Set(task.groups.flatMap(({ post }) => post ?? []))]
  const words = doors.length === 0 ? peopleWords(task.people, tongue) : ''
  const isOfSection = task.groups.every(({ section }) => section !== undefined)
  return (
    <div className="turn-doors">
      {doors.map((plate) => (
        <DoorPlate key={plate.full} plate={plate} />
      ))}
      {words !== '' && <span className="turn-words">{words}</span>}
      {isOfSection && posts.length === 1 && posts[0] !== undefined && (
        <span className="hint">{postTitle(posts[0], reading)}</span>
      )}
    </div>
  )
}

function Due({ task, walk }: { readonly task: TaskView; readonly walk: Walk }) {
  const { t } = useWording()
  const limit = caseOf(walk).tasks[task.step]?.limit
  if (!limit) return null
  const left = daysLeft(walk.engine, limit, walk.at)
  const day = limit.due?.day.slice(5) ?? ''
  const full = !limit.due
    ? t('walk.dueStopped')
    : t(limit.due.provisional ? 'walk.dueProvisional' : 'walk.due', { day: limit.due.day })
  const words = task.overdue
    ? t('walk.overdue')
    : limit.due?.provisional
      ? t('walk.dueProvisional', { day })
      : left === null
        ? t(limit.due ? 'walk.due' : 'walk.stopped', { day })
        : t('walk.left', { n: left })
  return (
    <span className={`light is-${task.light ?? 'green'}`} title={full}>
      <i aria-hidden="true" />
      {words}
    </span>
  )
}

interface ActorProps {
  readonly people: readonly string[]
  readonly by: string
  readonly tongue: Tongue
  readonly onPick: (person: string) => void
}

function Actor({ people, by, tongue, onPick }: ActorProps) {
  const { t } = useWording()
  if (people.length === 1 && by.startsWith('@')) return null
  const { people: staff } = tongue.engine.registers.people
  const posts = new Set(people.map((id) => staff[id]?.holds[0]?.post))
  // The post stands beside the plate; it tells people apart only where there are several.
  const label = (id: string) => (posts.size === 1 && staff[id] ? id : personWords(id, tongue))
  return (
    <div className="turn-actor">
      <User size={14} strokeWidth={1.75} aria-hidden />
      <Pick
        label={t('walk.as')}
        value={by}
        choices={people.map((id) => ({ id, label: label(id) }))}
        onPick={onPick}
      />
    </div>
  )
}

function Nobody({ task, tongue }: { readonly task: TaskView; readonly tongue: Tongue }) {
  const { t } = useWording()
  const duties = [...new Set(task.groups.flatMap(({ gap }) => gap?.duty ?? []))]
  const proposed = doorsOfTask(task, tongue.reading).find((it) => it.proposed !== undefined)
  if (task.kind === 'wait' && task.groups.length === 0 && task.unmanned === undefined) return null
  return (
    <div className="turn-nobody">
      {t('walk.noSeat', { town: tongue.reading.townTitle })}
      {proposed?.proposed !== undefined && t('walk.proposed', { section: proposed.proposed })}
      {task.barred.length > 0 && t('walk.barred', { people: peopleWords(task.barred, tongue) })}
      {duties.map((duty) => (
        <BindPick key={duty} duty={duty} reading={tongue.reading} from={dayOf(task.openedAt)} />
      ))}
    </div>
  )
}

interface BlockedProps {
  readonly task: TaskView
  readonly blocked: readonly Possible[]
  readonly tongue: Tongue
  readonly isAll: boolean
}

/** The actions that something stands against, each with the reason; the same reason once. */
function Blocked({ task, blocked, tongue, isAll }: BlockedProps) {
  const { t } = useWording()
  const { workflow, wording } = tongue.reading
  const byReason = new Map<string, string[]>()
  for (const { action, refusal } of blocked) {
    if (!refusal) continue
    const words = exitWords(workflow, task.step, action, wording)
    const reason = refusalWords(refusal, tongue)
    byReason.set(reason, [...(byReason.get(reason) ?? []), words])
  }
  const title = isAll ? t('walk.blockedAll') : t('walk.blocked', { n: blocked.length })
  return (
    <Fold title={title} isOpen={isAll}>
      <ul className="turn-blocked">
        {[...byReason].map(([reason, actions]) => (
          <li key={reason}>
            <b>{actions.join(t('list.comma'))}</b> {reason}
          </li>
        ))}
      </ul>
    </Fold>
  )
}

/** Whether some action of the step takes an opinion. */
function asksOpinion(task: TaskView, { reading }: Tongue): boolean {
  const step = stepOf(reading.workflow, task.step)
  return step !== undefined && exitsOf(step).some(({ arrow }) => 'opinion' in arrow)
}
