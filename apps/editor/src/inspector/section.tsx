import type { Step } from '@yichuang/engine'
import type { ReactNode } from 'react'
import type { Reading } from '../reading/who-plate.ts'

/** What every section of the inspector is given. */
export interface SectionProps {
  readonly id: string
  readonly step: Step
  readonly reading: Reading
}

interface Props {
  readonly title: string
  readonly hint?: ReactNode
  readonly children: ReactNode
}

export function Section({ title, hint, children }: Props) {
  return (
    <section className="section" aria-label={title}>
      <h2 className="section-head">
        {title}
        {hint !== undefined && <span className="section-hint">{hint}</span>}
      </h2>
      {children}
    </section>
  )
}

/** A name and a control side by side. */
export function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="row">
      <span className="row-label">{label}</span>
      <div className="row-control">{children}</div>
    </div>
  )
}
