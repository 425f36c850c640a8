import { Handle, type NodeProps, Position } from '@xyflow/react'
import {
  CircleCheck,
  CircleMinus,
  CircleX,
  LogOut,
  type LucideIcon,
  Undo2,
  User,
} from 'lucide-react'
import { memo } from 'react'
import type { EndTone } from './end-tone.ts'
import type { EndNode, StartNode } from './flow-model.ts'

const ICONS: Readonly<Record<EndTone, LucideIcon>> = {
  good: CircleCheck,
  bad: CircleX,
  off: CircleMinus,
  out: LogOut,
  neutral: Undo2,
}

/** Where a block is left: the outcome at the root, a result elsewhere. */
export const EndPill = memo(function EndPill({ data }: NodeProps<EndNode>) {
  const Icon = ICONS[data.tone]
  return (
    <div
      className={`end is-${data.tone} ${data.isPassedBy ? 'is-passed-by' : ''}`}
      title={data.text}
    >
      <Handle id="in" type="target" position={Position.Top} isConnectable={false} />
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span className="cut">{data.text}</span>
    </div>
  )
})

/** Where a case begins. */
export const StartPill = memo(function StartPill({ data }: NodeProps<StartNode>) {
  return (
    <div className="start">
      <User size={14} strokeWidth={1.75} aria-hidden />
      <span className="cut">{data.label}</span>
      <Handle id="out" type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  )
})
