import type { Step } from '@yichuang/engine'
import { Plus, Trash2 } from 'lucide-react'
import { Button } from 'react-aria-components'
import { bothLanguages } from '../canvas/blank.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { type Choice, Pick } from '../controls/pick.tsx'
import { TextInput } from '../controls/text-input.tsx'
import { blockOf } from '../document/block.ts'
import {
  addAction,
  removeAction,
  renameAction,
  setLead,
  setOpinion,
} from '../document/commands/edit-action.ts'
import { type Exit, exitsOf, type Lead } from '../document/exit.ts'
import { exitWords, resultWords } from '../reading/exit-words.ts'
import type { Reading } from '../reading/who-plate.ts'
import { useSession, useView } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'
import { Section, type SectionProps } from './section.tsx'

const OPINIONS = ['none', 'optional', 'required'] as const

/** What can be done at the step; each action is one line on the drawing. */
export function ActionsSection({ id, step, reading }: SectionProps) {
  const session = useSession()
  const { t } = useWording()
  const isOpen = step.kind === 'task' || step.kind === 'wait'
  return (
    <Section title={t(isOpen ? 'actions.title' : 'actions.exits')} hint={t('actions.hint')}>
      <ul className="actions">
        {exitsOf(step).map((exit) => (
          <ExitRow key={exit.key} id={id} step={step} exit={exit} reading={reading} />
        ))}
      </ul>
      {isOpen && (
        <Button
          className="btn is-quiet"
          onPress={() =>
            session.edit('add-action', (it) => addAction(it, id, bothLanguages('newStep.action')))
          }
        >
          <Plus size={14} strokeWidth={1.75} aria-hidden />
          {t('actions.add')}
        </Button>
      )}
    </Section>
  )
}

interface ExitProps {
  readonly id: string
  readonly step: Step
  readonly exit: Exit
  readonly reading: Reading
}

function ExitRow({ id, step, exit, reading }: ExitProps) {
  const session = useSession()
  const { selection } = useView()
  const { t, language } = useWording()
  const isAction = step.kind === 'task' || step.kind === 'wait'
  const at = { step: id, exit: exit.key }
  const words = exitWords(reading.workflow, id, exit.key, reading.wording)
  const action = isAction ? actionOf(step, exit.key) : undefined
  return (
    <li className={selection?.exit === exit.key ? 'action is-selected' : 'action'}>
      <div className="action-line">
        {isAction ? (
          <TextInput
            label={t('actions.name')}
            value={words}
            onCommit={(text) =>
              session.edit('rename-action', (it) => renameAction(it, at, language, text))
            }
          />
        ) : (
          <span className="action-words" title={words}>
            {words}
          </span>
        )}
        {isAction && (
          <IconButton
            label={t('actions.remove', { action: words })}
            onPress={() => session.edit('remove-action', (it) => removeAction(it, id, exit.key))}
          >
            <Trash2 size={14} strokeWidth={1.75} aria-hidden />
          </IconButton>
        )}
      </div>
      <div className="action-line">
        <span className="action-arrow" aria-hidden="true">
          →
        </span>
        <LeadPick id={id} exit={exit} reading={reading} words={words} />
        {action && (
          <Pick
            label={t('actions.opinionOf', { action: words })}
            value={action.opinion ?? 'none'}
            choices={OPINIONS.map((opinion) => ({ id: opinion, label: t(`opinion.${opinion}`) }))}
            onPick={(key) => {
              const opinion = OPINIONS.find((it) => it === key)
              if (opinion)
                session.edit('set-opinion', (it) => setOpinion(it, id, exit.key, opinion))
            }}
          />
        )}
      </div>
    </li>
  )
}

function actionOf(step: Step, key: string) {
  if (step.kind === 'task') return step.actions[key]
  return step.kind === 'wait' ? step.answers[key] : undefined
}

/** Where an exit leads: a step of the block, a result of the block, or nowhere yet. */
function LeadPick({
  id,
  exit,
  reading,
  words,
}: Omit<ExitProps, 'step'> & { readonly words: string }) {
  const session = useSession()
  const { t } = useWording()
  const leads = leadsFor(id, exit, reading, t('actions.nowhere'))
  const { to, result } = exit.arrow
  const value =
    to !== undefined ? `to ${to}` : result !== undefined ? `result ${result}` : 'nowhere'
  return (
    <Pick
      label={t('actions.leadOf', { action: words })}
      value={value}
      choices={leads.map(({ choice }) => choice)}
      onPick={(key) => {
        const lead = leads.find(({ choice }) => choice.id === key)?.lead
        if (lead) session.edit('set-lead', (it) => setLead(it, { step: id, exit: exit.key }, lead))
      }}
    />
  )
}

function leadsFor(
  id: string,
  exit: Exit,
  { workflow, wording }: Reading,
  nowhere: string,
): readonly { readonly choice: Choice; readonly lead: Lead }[] {
  const block = blockOf(workflow, id)
  const steps = Object.entries(block?.steps ?? {})
    .filter(([key]) => key !== id)
    .map(([key, step]) => ({
      choice: { id: `to ${key}`, label: wording.name(step.title, key) },
      lead: { to: key },
    }))
  const arrows = Object.values(block?.steps ?? {}).flatMap((step) =>
    exitsOf(step).map((it) => it.arrow),
  )
  const results = new Set(arrows.flatMap(({ result }) => (result === undefined ? [] : [result])))
  const outcome = exit.arrow.outcome
  const ends = [...results].map((result) => ({
    choice: {
      id: `result ${result}`,
      label: wording.t('actions.result', {
        result: resultWords(workflow, block?.key ?? 'root', result, wording),
      }),
    },
    lead: { result, ...(outcome !== undefined && { outcome }) },
  }))
  return [...steps, ...ends, { choice: { id: 'nowhere', label: nowhere }, lead: {} }]
}
