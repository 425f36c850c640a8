import { EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from '@xyflow/react'
import { memo } from 'react'
import type { ArrowEdge } from './flow-model.ts'
import { routePath } from './route-path.ts'
import { stageClass } from './stage-class.ts'

/** An arrow along its route, with its label on the line. */
export const RouteArrow = memo(function RouteArrow(props: EdgeProps<ArrowEdge>) {
  const { data } = props
  if (!data) return null
  const path = data.isLoose
    ? getSmoothStepPath({ ...props, borderRadius: 8 })[0]
    : routePath(data.points, data.crossings)
  const classes = [
    'arrow',
    `is-${data.kind}`,
    data.isSelected && 'is-selected',
    data.isNearSelection && 'is-near',
    data.trail && (data.trail.isTravelled ? 'is-travelled' : 'is-idle'),
  ]
  const labelClasses = [
    'arrow-label',
    stageClass(data.stage),
    data.isInBox && 'is-in-box',
    (data.isNearSelection || data.isSelected) && 'is-near',
  ]
  const head = headOf(data)
  return (
    <>
      <path className={classes.filter(Boolean).join(' ')} d={path} markerEnd={`url(#${head})`} />
      <path
        className="react-flow__edge-interaction"
        d={path}
        fill="none"
        strokeOpacity={0}
        strokeWidth={16}
      />
      {data.trail !== null && data.trail.turn !== null && (
        <EdgeLabelRenderer>
          <i
            key={data.trail.move}
            className="walk-token"
            style={{
              offsetPath: `path("${routePath(data.points)}")`,
              animationDelay: `calc(var(--yc-slow) * ${data.trail.turn})`,
            }}
          />
        </EdgeLabelRenderer>
      )}
      {data.kind === 'cancel' && !data.isLoose && <CancelCross points={data.points} />}
      {data.label !== '' && data.labelAt && !data.isLoose && (
        <EdgeLabelRenderer>
          <div
            className={labelClasses.filter(Boolean).join(' ')}
            style={{
              transform: `translate(-50%, -50%) translate(${data.labelAt.x}px, ${data.labelAt.y}px)`,
            }}
          >
            {data.label}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
})

function headOf({ isSelected, trail }: NonNullable<EdgeProps<ArrowEdge>['data']>): string {
  if (trail) return trail.isTravelled ? 'arrow-head-travelled' : 'arrow-head-idle'
  return isSelected ? 'arrow-head-selected' : 'arrow-head'
}

/** The small cross at the start of an arrow that cuts off what is still open. */
function CancelCross({ points }: { readonly points: readonly { x: number; y: number }[] }) {
  const [from, to] = points
  if (!from || !to) return null
  const x = from.x + Math.sign(to.x - from.x) * 7
  const y = from.y + Math.sign(to.y - from.y) * 7
  return <path className="arrow-cross" d={`M${x - 3},${y - 3}l6,6M${x + 3},${y - 3}l-6,6`} />
}

/** The heads that arrows end in. Drawn once. */
export function ArrowHeads() {
  return (
    <svg className="arrow-heads" width="0" height="0" aria-hidden="true">
      <defs>
        <Head id="arrow-head" />
        <Head id="arrow-head-selected" />
        <Head id="arrow-head-travelled" size={12} />
        <Head id="arrow-head-idle" />
      </defs>
    </svg>
  )
}

function Head({ id, size = 9 }: { readonly id: string; readonly size?: number }) {
  return (
    <marker
      id={id}
      viewBox="0 0 10 10"
      refX="8.5"
      refY="5"
      markerWidth={size}
      markerHeight={size}
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path className={id} d="M1 1L9 5L1 9Z" />
    </marker>
  )
}
