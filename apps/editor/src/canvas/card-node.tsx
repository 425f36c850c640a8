import { Handle, type NodeProps, Position } from '@xyflow/react'
import { Pause, Plus, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { CardFace } from '../reading/card-face.ts'
import { useSession } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'
import { useBlank } from './blank.ts'
import { isWrapped } from './card-size.ts'
import type { CardFinding, CardNode } from './flow-model.ts'
import { KindIcon } from './kind-icon.tsx'
import { DoorPlate } from './plate.tsx'
import { stageClass } from './stage-class.ts'
import { WalkBadge } from './walk-badge.tsx'

/** A step as a card: outline by kind, spine by stage, plate by who, figure by how long. */
export const StepCard = memo(function StepCard(props: NodeProps<CardNode>) {
  const { id, data, dragging, width = 208, height = 68 } = props
  const { face, isSelected, finding, target, mark } = data
  const classes = [
    'card',
    `is-${face.kind}`,
    stageClass(face.stage),
    isSelected && 'is-selected',
    face.isGap && 'is-gap',
    isWrapped(height) && 'is-wrapped',
    finding?.severity === 'error' && 'is-error',
    dragging && 'is-dragging',
    target !== 'none' && `is-${target}-target`,
    mark && `in-walk is-walk-${mark.state}`,
  ]
  return (
    <div className={classes.filter(Boolean).join(' ')} data-step={id}>
      <Handle id="in" type="target" position={Position.Top} />
      {face.kind === 'decision' && <Hexagon width={width} height={height} />}
      <div className="card-head">
        <span className="card-glyph">
          <KindIcon kind={face.kind} />
        </span>
        <span className="card-title" title={face.title}>
          {face.title}
        </span>
        {face.limit && (
          <span className="card-limit">
            {face.limit.figure !== null && <b>{face.limit.figure}</b>} {face.limit.words}
          </span>
        )}
      </div>
      <CardLine face={face} finding={finding} />
      <Handle id="out" type="source" position={Position.Bottom} />
      {face.isUnfinished && !mark && <NextPill />}
      {isSelected && !mark && <AppendButton id={id} />}
      {mark && <WalkBadge mark={mark} />}
    </div>
  )
})

function CardLine({
  face,
  finding,
}: {
  readonly face: CardFace
  readonly finding: CardFinding | null
}) {
  return (
    <div className="card-line">
      {face.plates.map((plate) => (
        <DoorPlate key={plate.full} plate={plate} />
      ))}
      {finding && !face.isGap ? (
        <span className={`chip is-${finding.severity}`} title={finding.text}>
          <TriangleAlert size={13} strokeWidth={1.75} aria-hidden />
          <span className="cut">{finding.text}</span>
        </span>
      ) : (
        <>
          {face.note !== null && (
            <span className="card-note cut" title={face.note}>
              {face.note}
            </span>
          )}
          {face.post !== null && (
            <span className="card-post" title={face.post}>
              {face.post}
            </span>
          )}
          {face.chips.map((chip) => (
            <span key={chip} className="chip">
              {chip}
            </span>
          ))}
          {face.stops.map((stop) => (
            <span key={stop} className="chip is-stop">
              <Pause size={12} strokeWidth={2} aria-hidden />
              {stop}
            </span>
          ))}
        </>
      )}
    </div>
  )
}

/** Says that the way on is still open. */
function NextPill() {
  const { t } = useWording()
  return <span className="card-next">{t('actions.nowhere')}</span>
}

function AppendButton({ id }: { readonly id: string }) {
  const session = useSession()
  const { t } = useWording()
  const blank = useBlank()
  return (
    <button
      type="button"
      tabIndex={-1}
      className="card-add nodrag nopan"
      aria-label={t('canvas.appendAfter')}
      title={t('canvas.appendAfterKey')}
      onClick={(event) => {
        event.stopPropagation()
        session.addStep({ after: id }, blank('task'))
      }}
    >
      <Plus size={14} strokeWidth={2} aria-hidden />
    </button>
  )
}

function Hexagon({ width: w, height: h }: { readonly width: number; readonly height: number }) {
  const middle = h / 2
  return (
    <svg className="hexagon" width={w} height={h} aria-hidden="true">
      <path
        className="hexagon-edge"
        d={`M16 .5H${w - 16}L${w - 0.5} ${middle}L${w - 16} ${h - 0.5}H16L.5 ${middle}Z`}
      />
      <path className="hexagon-spine" d={`M16 0H21L5.6 ${middle}L21 ${h}H16L0 ${middle}Z`} />
    </svg>
  )
}
