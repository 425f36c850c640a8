import type { Evidence } from '@yichuang/engine'
import { useWording } from '../wording/use-wording.ts'

/** Says that a stated fact is no law: from general knowledge, assumed, proposed or computed. */
export function EvidenceMark({ evidence }: { readonly evidence: Evidence | undefined }) {
  const { t } = useWording()
  if (evidence === undefined || evidence === 'seed' || evidence === 'found') return null
  return (
    <span className="chip" title={t(`evidence.${evidence}`)}>
      {t(`evidenceMark.${evidence}`)}
    </span>
  )
}
