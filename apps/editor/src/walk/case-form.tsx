import type { Workflow } from '@yichuang/engine'
import { ChevronRight, Dices, Play, Star } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { useWording } from '../wording/use-wording.ts'
import { caseFields, decidingFields } from './case-fields.ts'
import { DayInput } from './day-input.tsx'
import { FieldRow } from './field-input.tsx'
import { useDesk, useDeskState } from './use-walk.ts'

/** The facts of the case: those of the application, and those that later steps establish. */
export function CaseForm({ workflow }: { readonly workflow: Workflow }) {
  const desk = useDesk()
  const { walk, startDay } = useDeskState()
  const { t } = useWording()
  const { first, later } = caseFields(workflow)
  const isPlain = (id: string) => workflow.fields[id]?.type !== 'text'
  const shown = first.filter(isPlain)
  const rest = first.filter((id) => !isPlain(id))
  const deciding = decidingFields(workflow, later)
  const laterInOrder = [...deciding, ...later.filter((id) => !deciding.includes(id))]
  return (
    <div className="case-form">
      <div className="case-buttons">
        <Button className="btn is-small" onPress={desk.usual}>
          <Star size={14} strokeWidth={1.75} aria-hidden />
          {t('walk.usual')}
        </Button>
        <span className="grow" />
        <Button className="btn is-small is-quiet" onPress={desk.random}>
          <Dices size={14} strokeWidth={1.75} aria-hidden />
          {t('walk.random')}
        </Button>
      </div>
      <div className="facts">
        <div className="fact">
          <span className="fact-name">{t('walk.startDay')}</span>
          <DayInput label={t('walk.startDay')} value={startDay} onCommit={desk.setStartDay} />
        </div>
        <Facts ids={shown} workflow={workflow} />
      </div>
      {rest.length > 0 && (
        <Fold title={t('walk.rest', { n: rest.length })}>
          <Facts ids={rest} workflow={workflow} />
        </Fold>
      )}
      {later.length > 0 && (
        <Fold title={t('walk.later', { n: later.length })}>
          <p className="hint">{t('walk.laterHint')}</p>
          <Facts ids={laterInOrder} workflow={workflow} />
        </Fold>
      )}
      <div className="case-buttons">
        <Button className="btn is-primary" onPress={desk.start}>
          <Play size={14} strokeWidth={1.75} aria-hidden />
          {t(walk ? 'walk.restart' : 'walk.start')}
        </Button>
      </div>
    </div>
  )
}

function Facts({
  ids,
  workflow,
}: {
  readonly ids: readonly string[]
  readonly workflow: Workflow
}) {
  const desk = useDesk()
  const { facts } = useDeskState()
  return ids.flatMap((id) => {
    const field = workflow.fields[id]
    if (!field) return []
    return [
      <FieldRow
        key={id}
        id={id}
        field={field}
        value={facts[id]}
        onChange={(value) => desk.setFact(id, value)}
      />,
    ]
  })
}

/** A group of facts that is folded at first. */
export function Fold({
  title,
  isOpen = false,
  children,
}: {
  readonly title: string
  readonly isOpen?: boolean
  readonly children: React.ReactNode
}) {
  return (
    <Disclosure className="fold" defaultExpanded={isOpen}>
      <Heading level={3} className="fold-head">
        <Button slot="trigger" className="fold-button">
          <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className="fold-panel">{children}</DisclosurePanel>
    </Disclosure>
  )
}
