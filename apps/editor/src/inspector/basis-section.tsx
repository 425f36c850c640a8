import { setBasis } from '../document/commands/edit-step.ts'
import { useSession } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'
import { BasisInput } from './basis-input.tsx'
import { EvidenceMark } from './evidence-mark.tsx'
import { Section, type SectionProps } from './section.tsx'

/** The clause that asks for the step. */
export function BasisSection({ id, step, reading }: SectionProps) {
  const session = useSession()
  const { t } = useWording()
  return (
    <Section title={t('basis.title')}>
      <div className="basis">
        <BasisInput
          label={t('basis.title')}
          basis={step.basis ?? ''}
          reading={reading}
          onCommit={(text) => session.edit('set-basis', (it) => setBasis(it, id, text))}
        />
        {step.basis === undefined && <p className="hint">{t('basis.empty')}</p>}
        <EvidenceMark evidence={step.evidence} />
      </div>
    </Section>
  )
}
