import { CircleX, Info, type LucideIcon, SquareDashed, TriangleAlert } from 'lucide-react'
import type { Weight } from '../findings/finding.ts'

const ICONS: Readonly<Record<Weight, LucideIcon>> = {
  gap: SquareDashed,
  error: CircleX,
  warning: TriangleAlert,
  info: Info,
}

export function SeverityIcon({
  weight,
  size = 18,
}: {
  readonly weight: Weight
  readonly size?: number
}) {
  const Icon = ICONS[weight]
  return <Icon className={`severity is-${weight}`} size={size} strokeWidth={1.75} aria-hidden />
}
