import { X } from 'lucide-react'
import { stagesOf } from '../canvas/canvas-model.ts'
import { KindIcon } from '../canvas/kind-icon.tsx'
import { stageClass } from '../canvas/stage-class.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { TextInput } from '../controls/text-input.tsx'
import { stepOf } from '../document/block.ts'
import { rename } from '../document/commands/edit-step.ts'
import { stepSentence } from '../reading/step-sentence.ts'
import { useReading } from '../reading/use-reading.ts'
import type { Reading } from '../reading/who-plate.ts'
import { useSession, useView } from '../session-context.ts'
import { Rich } from '../wording/rich.tsx'
import { useWording } from '../wording/use-wording.ts'
import { ActionsSection } from './actions-section.tsx'
import { BasisSection } from './basis-section.tsx'
import { FindingsBox } from './findings-box.tsx'
import { PapersSection } from './papers-section.tsx'
import { WhenSection } from './when-section.tsx'
import { WhoSection } from './who-section.tsx'
import { WorkflowPage } from './workflow-page.tsx'

/** What the selected step is and how it is set; without a selection, the workflow. */
export function Inspector() {
  const reading = useReading()
  const { selection } = useView()
  const { t } = useWording()
  const step = reading && selection ? stepOf(reading.workflow, selection.step) : undefined
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the panel scrolls, so that it must be reached by key
    <aside className="right" id="inspector" tabIndex={0} aria-label={t('inspector.label')}>
      {reading && step && selection ? (
        <StepPage key={selection.step} id={selection.step} reading={reading} />
      ) : (
        reading && <WorkflowPage reading={reading} />
      )}
    </aside>
  )
}

function StepPage({ id, reading }: { readonly id: string; readonly reading: Reading }) {
  const session = useSession()
  const { t, name, language } = useWording()
  const step = stepOf(reading.workflow, id)
  if (!step) return null
  const stage = stagesOf(reading.workflow).get(id)
  const props = { id, step, reading }
  return (
    <>
      <div className="inspector-head">
        <div className="inspector-kind">
          <KindIcon kind={step.kind} size={14} />
          {t(`kind.${step.kind}`)}
          <span className="grow" />
          {stage && (
            <span className={`chip is-stage ${stageClass(stage)}`}>{t(`stage.${stage}`)}</span>
          )}
          <IconButton label={t('inspector.close')} onPress={() => session.select(null)}>
            <X size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </div>
        <TextInput
          label={t('inspector.title')}
          value={name(step.title, id)}
          onCommit={(text) =>
            session.edit('rename', (workflow) => rename(workflow, id, language, text))
          }
        />
        <p className="inspector-sentence">
          <Rich text={stepSentence(id, reading)} />
        </p>
      </div>
      <FindingsBox {...props} />
      <WhoSection {...props} />
      <WhenSection {...props} />
      <ActionsSection {...props} />
      <PapersSection {...props} />
      <BasisSection {...props} />
    </>
  )
}
