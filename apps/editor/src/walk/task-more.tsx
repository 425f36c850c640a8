import { askedIn, type TaskView } from '@yichuang/engine'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { type Choice, Pick } from '../controls/pick.tsx'
import { TextInput } from '../controls/text-input.tsx'
import { stepOf } from '../document/block.ts'
import { useWording } from '../wording/use-wording.ts'
import { useDesk } from './use-walk.ts'
import { actorNamed, caseOf, type Walk } from './walk.ts'
import { personWords, stepWords, type Tongue } from './walk-words.ts'

const OPERATORS = ['claim', 'give-back', 'transfer', 'return', 'recuse'] as const
type Operator = (typeof OPERATORS)[number]

interface Props {
  readonly task: TaskView
  readonly walk: Walk
  readonly by: string
  readonly tongue: Tongue
}

/** What can be done with the work beside its drawn actions. */
export function TaskMore({ task, walk, by, tongue }: Props) {
  const desk = useDesk()
  const { t } = useWording()
  const [asking, setAsking] = useState<Exclude<Operator, 'claim' | 'give-back'> | null>(null)
  if (task.kind !== 'task' || by.startsWith('@')) return null
  const seats = caseOf(walk).position.open[task.step]?.seats ?? []
  const isClaimed = seats.some(({ line }) =>
    askedIn(line).some(({ pool, people }) => pool !== undefined && people.includes(by)),
  )
  const offered = OPERATORS.filter((it) => {
    if (it === 'claim') return !isClaimed
    if (it === 'give-back') return isClaimed
    return it !== 'return' || task.returns.length > 0
  })
  return (
    <>
      <MenuTrigger>
        <Button className="btn is-small is-quiet" aria-label={t('walk.more')}>
          <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
        </Button>
        <Popover className="popover" offset={2}>
          <Menu
            className="list"
            aria-label={t('walk.more')}
            onAction={(key) => {
              const operator = offered.find((it) => it === key)
              if (operator === undefined) return
              if (operator === 'claim' || operator === 'give-back') {
                desk.do({ task: task.step, action: operator, by: actorNamed(by) })
              } else setAsking(operator)
            }}
          >
            {offered.map((operator) => (
              <MenuItem key={operator} id={operator} className="list-row">
                {t(`walk.op.${operator}`)}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {asking !== null && (
        <Ask
          key={asking}
          operator={asking}
          task={task}
          walk={walk}
          by={by}
          tongue={tongue}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

interface AskProps extends Props {
  readonly operator: 'transfer' | 'return' | 'recuse'
  readonly onClose: () => void
}

/** What an operator still needs: to whom or where, how it goes on, and why. */
function Ask({ operator, task, walk, by, tongue, onClose }: AskProps) {
  const desk = useDesk()
  const { t } = useWording()
  const targets = targetsOf(operator, task, walk, by, tongue)
  const [to, setTo] = useState<string | null>(targets[0]?.id ?? null)
  const [then, setThen] = useState<'again' | 'straight-back'>('again')
  const [written, setReason] = useState<string | null>(null)
  const reason = written ?? t('walk.opinionSample')
  const ways = (['again', 'straight-back'] as const).map((id) => ({ id, label: t(`walk.${id}`) }))
  return (
    <div className="turn-ask">
      <b>{t(`walk.op.${operator}`)}</b>
      {targets.length > 0 && (
        <div className="fact">
          <span className="fact-name">
            {t(operator === 'return' ? 'walk.target' : 'walk.person')}
          </span>
          <Pick
            label={t(operator === 'return' ? 'walk.target' : 'walk.person')}
            value={to}
            choices={targets}
            onPick={setTo}
          />
        </div>
      )}
      {operator === 'return' && (
        <div className="fact">
          <span className="fact-name">{t('walk.then')}</span>
          <Pick
            label={t('walk.then')}
            value={then}
            choices={ways}
            onPick={(id) => setThen(id === 'again' ? 'again' : 'straight-back')}
          />
        </div>
      )}
      <div className="fact">
        <span className="fact-name">{t('walk.reason')}</span>
        <TextInput label={t('walk.reason')} value={reason} onCommit={setReason} />
      </div>
      <div className="turn-actions">
        <Button
          className="btn is-primary is-small"
          onPress={() => {
            onClose()
            desk.do({
              task: task.step,
              action: operator,
              by: actorNamed(by),
              reason,
              ...(to !== null && operator !== 'recuse' && { to }),
              ...(operator === 'return' && { then, opinion: reason }),
            })
          }}
        >
          {t('walk.confirm')}
        </Button>
        <Button className="btn is-small" onPress={onClose}>
          {t('walk.cancel')}
        </Button>
      </div>
    </div>
  )
}

function targetsOf(
  operator: AskProps['operator'],
  task: TaskView,
  walk: Walk,
  by: string,
  tongue: Tongue,
): readonly Choice[] {
  if (operator === 'return') {
    return task.returns.map((id) => ({ id, label: returnWords(id, tongue) }))
  }
  if (operator === 'recuse') return []
  const { people } = walk.engine.registers.people
  const sections = task.groups.flatMap(({ section }) => section ?? [])
  // Those whom the task asks anyway take nothing over.
  const asked = [by, ...task.people]
  const inTown = Object.entries(people).filter(
    ([id, it]) => it.town === walk.town && !asked.includes(id),
  )
  const isNear = ([, it]: (typeof inTown)[number]) =>
    it.holds.some(({ section }) => section !== undefined && sections.includes(section))
  const near = inTown.filter(isNear)
  const others = inTown.filter((it) => !isNear(it))
  return [...near, ...others].map(([id]) => ({ id, label: personWords(id, tongue) }))
}

/** Where a task is returned to: a step, or a branch of a joint review as a whole. */
function returnWords(id: string, tongue: Tongue): string {
  const [block = id, branch] = id.split('/')
  const step = stepOf(tongue.reading.workflow, block)
  const title = stepWords(block, tongue)
  if (branch === undefined || step?.kind !== 'parallel') return title
  const { t, name } = tongue.reading.wording
  return t('walk.branch', { step: title, branch: name(step.branches[branch]?.title, branch) })
}
