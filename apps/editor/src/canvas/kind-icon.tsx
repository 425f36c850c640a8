import type { StepKind } from '@yichuang/engine'
import {
  Columns3,
  Hourglass,
  type LucideIcon,
  PlugZap,
  Rows3,
  Split,
  Stamp,
  Workflow,
} from 'lucide-react'

const ICONS: Readonly<Record<StepKind, LucideIcon>> = {
  task: Stamp,
  decision: Split,
  parallel: Columns3,
  phase: Rows3,
  wait: Hourglass,
  call: Workflow,
  service: PlugZap,
}

export function KindIcon({ kind, size = 16 }: { readonly kind: StepKind; readonly size?: number }) {
  const Icon = ICONS[kind]
  return <Icon size={size} strokeWidth={1.75} aria-hidden />
}
