import { FileText } from 'lucide-react'
import { facesOf } from '../canvas/canvas-model.ts'
import { stepsOf } from '../document/block.ts'
import { basisWords } from '../reading/basis-words.ts'
import { limitInSentence } from '../reading/limit-words.ts'
import { useWorkspace } from '../reading/use-reading.ts'
import type { Reading } from '../reading/who-plate.ts'
import { useView } from '../session-context.ts'
import { Rich } from '../wording/rich.tsx'
import { useWording } from '../wording/use-wording.ts'
import { Row, Section } from './section.tsx'

/** The workflow as a whole, while no step is selected. */
export function WorkflowPage({ reading }: { readonly reading: Reading }) {
  const { t, name } = useWording()
  const workspace = useWorkspace()
  const { item: itemId } = useView()
  const { workflow } = reading
  const item = itemId === null ? undefined : workspace?.catalogue.items[itemId]
  const gaps = [...facesOf(reading).values()].filter((face) => face.isGap).length
  const tasks = stepsOf(workflow).filter(([, step]) => step.kind === 'task').length
  const limits = [
    ['statutory', item?.statutoryLimit],
    ['promised', item?.promisedLimit],
  ] as const
  return (
    <>
      <div className="inspector-head">
        <div className="inspector-kind">
          <FileText size={14} strokeWidth={1.75} aria-hidden />
          {item ? t(`list.${item.list}`) : t('inspector.workflow')}
        </div>
        <h2 className="inspector-title">{name(item?.title ?? workflow.title)}</h2>
        <p className="inspector-sentence">
          <Rich
            text={t(gaps > 0 ? 'sentence.workflowGaps' : 'sentence.workflow', {
              town: reading.townTitle,
              n: tasks,
              gaps,
            })}
          />
        </p>
      </div>
      {item && (
        <Section title={t('when.title')}>
          {limits.map(([clock, limit]) => (
            <Row key={clock} label={t(`clock.${clock}`)}>
              <span className="row-text">
                {limit ? limitInSentence(limit, workflow, reading.wording) : t('when.noLimit')}
                {limit && (
                  <span className="row-aside">
                    {basisWords(limit.basis, reading.sources, reading.wording)}
                  </span>
                )}
              </span>
            </Row>
          ))}
        </Section>
      )}
      <Section title={t('inspector.fields')}>
        <ul className="field-list">
          {Object.entries(workflow.fields).map(([id, field]) => (
            <li key={id}>
              <span className="cut">{name(field.label, id)}</span>
              <span className="row-aside">{t(`fieldType.${field.type}`)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <p className="hint is-padded">{t('inspector.choose')}</p>
    </>
  )
}
