import { Check, Minus, Play, X } from 'lucide-react'
import type { StepMark } from '../walk/walk-marks.ts'

const ICONS = { active: Play, done: Check, skipped: Minus, cancelled: X, later: null } as const

/** How far the case has come at a step, at the lower edge of its card. */
export function WalkBadge({ mark }: { readonly mark: StepMark }) {
  const Icon = ICONS[mark.state]
  if (mark.badge === null || Icon === null) return null
  return (
    <span className={`walk-badge is-${mark.state}`}>
      <Icon size={12} strokeWidth={2} aria-hidden />
      {mark.badge}
    </span>
  )
}
