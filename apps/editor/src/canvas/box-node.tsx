import { Handle, type NodeProps, Position } from '@xyflow/react'
import { GitBranch } from 'lucide-react'
import { memo } from 'react'
import type { BoxNode } from './flow-model.ts'
import { KindIcon } from './kind-icon.tsx'
import { stageClass } from './stage-class.ts'

/** A block as a container: a parallel between double bars, a phase, a branch or a side. */
export const BlockBox = memo(function BlockBox({ id, data }: NodeProps<BoxNode>) {
  const { box, caption, isSelected, target, mark } = data
  const classes = [
    'box',
    `is-${box.kind}`,
    stageClass(box.stage),
    isSelected && 'is-selected',
    target !== 'none' && `is-${target}-target`,
    mark && `is-walk-${mark.state}`,
  ]
  const isBlock = box.kind === 'parallel' || box.kind === 'phase'
  return (
    <div className={classes.filter(Boolean).join(' ')} data-step={isBlock ? id : undefined}>
      <Handle id="in" type="target" position={Position.Top} />
      {box.header > 0 && box.kind !== 'stage' && (
        <div className="box-head" style={{ height: box.header }}>
          {isBlock && (
            <span className="box-glyph">
              <KindIcon kind={box.kind === 'parallel' ? 'parallel' : 'phase'} />
            </span>
          )}
          <span className="box-title cut" title={caption.title}>
            {caption.title}
          </span>
          {caption.chip !== null && <span className="chip">{caption.chip}</span>}
          {caption.condition !== null && (
            <span className="box-condition cut" title={caption.condition}>
              <GitBranch size={13} strokeWidth={1.75} aria-hidden />
              <span className="cut">{caption.condition}</span>
            </span>
          )}
          {caption.right !== null && <span className="box-right">{caption.right}</span>}
        </div>
      )}
      <Handle id="out" type="source" position={Position.Bottom} />
    </div>
  )
})
