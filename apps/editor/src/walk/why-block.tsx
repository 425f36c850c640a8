import type { ReactNode } from 'react'

interface BlockProps {
  readonly icon: ReactNode
  readonly title: string
  readonly children: ReactNode
}

export function Block({ icon, title, children }: BlockProps) {
  return (
    <section className="why-block" aria-label={title}>
      <h3>
        {icon}
        {title}
      </h3>
      {children}
    </section>
  )
}
