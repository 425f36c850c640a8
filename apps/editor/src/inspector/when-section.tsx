import type { Limit, LimitUnit } from '@yichuang/engine'
import { Pick } from '../controls/pick.tsx'
import { NumberInput } from '../controls/text-input.tsx'
import { setLimit } from '../document/commands/edit-step.ts'
import { basisWords } from '../reading/basis-words.ts'
import { conditionWords, exitWords } from '../reading/exit-words.ts'
import { unitKey } from '../reading/limit-words.ts'
import { branchCondition } from '../reading/step-sentence.ts'
import { useSession } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'
import { BasisInput } from './basis-input.tsx'
import { EvidenceMark } from './evidence-mark.tsx'
import { Row, Section, type SectionProps } from './section.tsx'

const UNITS: readonly LimitUnit[] = ['working-day', 'day', 'hour', 'month']

/** When a case comes here, how long it may take, and which clocks stand still. */
export function WhenSection({ id, step, reading }: SectionProps) {
  const session = useSession()
  const { t } = useWording()
  const { workflow, wording } = reading
  if (step.kind === 'phase') return <ClockSection id={id} step={step} reading={reading} />
  if (step.kind === 'decision' || step.kind === 'parallel') return null
  const condition = step.when ?? branchCondition(id, workflow)
  const { limit } = step
  const set = (next: Limit | undefined) => session.edit('set-limit', (it) => setLimit(it, id, next))
  const stops = Object.keys(step.stops ?? {})
  return (
    <Section title={t('when.title')}>
      {condition !== undefined && (
        <Row label={t('when.condition')}>
          <span className="row-text">{conditionWords(condition, workflow, wording)}</span>
        </Row>
      )}
      <Row label={t('when.limit')}>
        {limit !== undefined && typeof limit.value === 'string' ? (
          <span className="row-text">
            {t('unit.byField', {
              field: wording.name(workflow.fields[limit.value]?.label, limit.value),
            })}
          </span>
        ) : (
          <div className="row-pair">
            <NumberInput
              label={t('when.limit')}
              value={typeof limit?.value === 'number' ? limit.value : null}
              onCommit={(value) =>
                set(
                  value === null ? undefined : { unit: 'working-day', basis: '', ...limit, value },
                )
              }
            />
            <Pick
              label={t('when.unit')}
              value={limit?.unit ?? 'working-day'}
              isDisabled={!limit}
              choices={UNITS.map((unit) => ({ id: unit, label: t(`unit.name.${unitKey(unit)}`) }))}
              onPick={(key) => {
                const unit = UNITS.find((it) => it === key)
                if (limit && unit) set({ ...limit, unit })
              }}
            />
          </div>
        )}
      </Row>
      {limit && (
        <Row label={t('when.basis')}>
          <BasisInput
            label={t('when.basis')}
            basis={limit.basis}
            reading={reading}
            onCommit={(basis) => set({ ...limit, basis })}
          />
          <EvidenceMark evidence={limit.evidence} />
        </Row>
      )}
      {limit && (
        <Row label={t('when.expiry')}>
          <span className="row-text">
            {limit.expiry
              ? t('when.expiryTakes', { exit: exitWords(workflow, id, limit.expiry.take, wording) })
              : t('when.expiryNone')}
          </span>
        </Row>
      )}
      <Row label={t('when.clocks')}>
        <span className="row-text">
          {stops.length === 0
            ? t('when.noStops')
            : stops
                .map((clock) =>
                  clock === 'statutory' || clock === 'promised'
                    ? t(`stops.${clock}`)
                    : t('stops.other', { clock }),
                )
                .join(t('list.comma'))}
        </span>
      </Row>
    </Section>
  )
}

function ClockSection({ step, reading }: SectionProps) {
  const { t } = useWording()
  const clocks = step.kind === 'phase' ? Object.entries(step.clocks ?? {}) : []
  if (clocks.length === 0) return null
  return (
    <Section title={t('when.title')}>
      {clocks.map(([id, clock]) => (
        <Row
          key={id}
          label={
            id === 'statutory' || id === 'promised' || id === 'delivery' ? t(`clock.${id}`) : id
          }
        >
          <span className="row-text">
            {typeof clock.value === 'number'
              ? t(`unit.sentence.${unitKey(clock.unit)}`, { n: clock.value })
              : t('unit.byField', {
                  field: reading.wording.name(
                    reading.workflow.fields[clock.value]?.label,
                    clock.value,
                  ),
                })}
            <span className="row-aside">
              {basisWords(clock.basis, reading.sources, reading.wording)}
            </span>
          </span>
        </Row>
      ))}
    </Section>
  )
}
