import {
  ConnectionLineType,
  type NodeChange,
  ReactFlow,
  useReactFlow,
  useStore,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { ok } from '@yichuang/engine'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { moveCard } from '../document/commands/layout.ts'
import { useSession, useView } from '../session-context.ts'
import { useSignal } from '../use-signal.ts'
import { walkMarks } from '../walk/walk-marks.ts'
import { useWording } from '../wording/use-wording.ts'
import { ArrowHeads, RouteArrow } from './arrow-edge.tsx'
import { bothLanguages, useBlank } from './blank.ts'
import { BlockBox } from './box-node.tsx'
import { onCanvasKey } from './canvas-keys.ts'
import { StepCard } from './card-node.tsx'
import { EndPill, StartPill } from './end-node.tsx'
import { type FlowNode, flowEdges, flowNodes } from './flow-model.ts'
import { useKeptSame } from './keep-same.ts'
import { MiniMap } from './mini-map.tsx'
import { BandGrounds, StageRail } from './stage-bands.tsx'
import { useDrawing } from './use-drawing.ts'

const NODE_TYPES = { card: StepCard, box: BlockBox, end: EndPill, start: StartPill }
const EDGE_TYPES = { arrow: RouteArrow }
const RAIL = 44
const EDGE_ROOM = 12
/** On a canvas narrower than `WIDE` the first look is smaller; cards then drop the centre. */
const WIDE = 760
const LEGIBLE = 0.78

/** The workflow as a drawing that can be edited. It stands inside a `CanvasFrame`. */
export function Canvas() {
  const session = useSession()
  const view = useView()
  const { t } = useWording()
  const blank = useBlank()
  const shown = useDrawing()
  const readOut = useMemo(
    () => ({
      'node.a11yDescription.default': t('canvas.keys'),
      'edge.a11yDescription.default': t('canvas.keys'),
    }),
    [t],
  )
  const frame = useRef<HTMLDivElement>(null)
  const [dragging, setDragging] = useState<{ id: string; x: number; y: number } | null>(null)
  const { selection } = view
  const marks = useSignal(walkMarks)
  const isDesign = view.mode === 'design'

  const input = useMemo(
    () =>
      shown && {
        ...shown.input,
        selected: selection,
        dragging,
        startLabel: t('canvas.start'),
        roles: {
          step: t('canvas.role.step'),
          box: t('canvas.role.box'),
          end: t('canvas.role.end'),
          arrow: t('canvas.role.arrow'),
        },
        marks,
      },
    [shown, selection, dragging, marks, t],
  )
  const nodes = useKeptSame(useMemo(() => (input ? flowNodes(input) : []), [input]))
  const edges = useKeptSame(useMemo(() => (input ? flowEdges(input) : []), [input]))
  useFirstFit(frame, view.workflow, shown?.drawing.width)
  useKeepInSight(selection?.step, shown?.drawing)

  const onNodesChange = useCallback((changes: NodeChange<FlowNode>[]) => {
    for (const change of changes) {
      if (change.type === 'position' && change.position && change.dragging) {
        setDragging({ id: change.id, ...change.position })
      }
    }
  }, [])

  if (!shown) return <div className="canvas" />
  return (
    <div
      ref={frame}
      className="canvas"
      role="application"
      aria-label={t('canvas.label')}
      aria-describedby="canvas-keys"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing is one stop of the tab key
      tabIndex={0}
      data-walking={isDesign ? undefined : true}
      data-connecting={view.connectingFrom !== null || undefined}
      onKeyDown={(event) => onCanvasKey(event, { session, drawing: shown.drawing, blank })}
    >
      <LodFrame>
        <BandGrounds bands={shown.drawing.bands} />
        <ArrowHeads />
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          onNodesChange={onNodesChange}
          onNodeDragStop={(_, node) => {
            setDragging(null)
            session.edit('move-card', (workflow) => ok(moveCard(workflow, node.id, node.position)))
          }}
          onNodeClick={(_, node) => {
            if (view.connectingFrom !== null)
              session.connectTo(node.id, bothLanguages('newStep.action'))
            else if (node.type === 'card' || node.type === 'box') session.select(stepOfNode(node))
          }}
          onEdgeClick={(_, edge) => {
            if (edge.data) session.select({ step: edge.data.step, exit: edge.data.exit })
          }}
          onConnectStart={(_, { nodeId }) => {
            if (nodeId !== null)
              session.show({ connectingFrom: nodeId, selection: { step: nodeId } })
          }}
          onConnectEnd={(event) => {
            const target = stepAt(event)
            if (target === undefined) session.show({ connectingFrom: null })
            else session.connectTo(target, bothLanguages('newStep.action'))
          }}
          connectionRadius={0}
          connectionLineType={ConnectionLineType.SmoothStep}
          onPaneClick={() => session.show({ selection: null, connectingFrom: null })}
          minZoom={0.1}
          maxZoom={2}
          panOnScroll
          nodesDraggable={isDesign}
          nodesConnectable={isDesign}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          zoomOnDoubleClick={false}
          snapToGrid
          snapGrid={[8, 8]}
          proOptions={{ hideAttribution: true }}
          ariaLabelConfig={readOut}
        />
        <StageRail bands={shown.bandDays} />
        <MiniMap drawing={shown.drawing} faces={shown.input.faces} />
      </LodFrame>
      <p className="canvas-hint" role="status">
        {view.connectingFrom !== null && <span>{t('canvas.connecting')}</span>}
      </p>
      <p id="canvas-keys" className="visually-hidden">
        {t('canvas.keys')}
      </p>
    </div>
  )
}

/** The step under the pointer: an arrow may be dropped anywhere on a card. */
function stepAt(event: MouseEvent | TouchEvent): string | undefined {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event
  const under = point && document.elementFromPoint(point.clientX, point.clientY)
  const card = under?.closest('[data-step]')
  return card instanceof HTMLElement ? card.dataset['step'] : undefined
}

/** The step that a click on a node means: a branch or a side stands for the block that holds it. */
function stepOfNode(node: FlowNode) {
  return { step: node.id.split('.')[0] ?? node.id }
}

/** Says how much of a card is drawn at this zoom, and how much larger type must be to stay legible. */
function LodFrame({ children }: { readonly children: React.ReactNode }) {
  const zoom = useStore((flow) => flow.transform[2])
  const level = zoom >= 0.85 ? 'all' : zoom >= 0.6 ? 'some' : zoom >= 0.35 ? 'title' : 'shape'
  return (
    <div
      className="lod"
      data-lod={level}
      style={
        {
          '--px': `${1 / zoom}px`,
          '--t12': `${Math.max(12, 12 / zoom)}px`,
          '--t14': `${Math.max(14, 12 / zoom)}px`,
        } as React.CSSProperties
      }
    >
      {children}
    </div>
  )
}

/** Shows a workflow from its top, in the width of the canvas, when it is opened. */
function useFirstFit(
  frame: React.RefObject<HTMLDivElement | null>,
  workflow: string | null,
  width: number | undefined,
) {
  const flow = useReactFlow()
  const fitted = useRef<string | null>(null)
  useEffect(() => {
    const room = frame.current?.clientWidth
    if (workflow === null || width === undefined || !room || fitted.current === workflow) return
    fitted.current = workflow
    const least = room < WIDE ? LEGIBLE : 1
    const zoom = Math.min(1, Math.max(least, (room - RAIL - 2 * EDGE_ROOM) / width))
    void flow.setViewport({ x: RAIL + EDGE_ROOM, y: 0, zoom })
  }, [flow, frame, workflow, width])
}

/**
 * Moves the drawing when the card selected last, or read in another language, lies outside it: only
 * then, and only as far as needed.
 */
function useKeepInSight(
  step: string | undefined,
  drawing: import('@yichuang/diagram').Drawing | undefined,
) {
  const flow = useReactFlow()
  const room = useStore((it) => `${it.width} ${it.height}`)
  const { language } = useWording()
  const seen = useRef('')
  useEffect(() => {
    const now = `${language} ${step}`
    if (now === seen.current) return
    seen.current = now
    const card = [...(drawing?.cards ?? []), ...(drawing?.boxes ?? [])].find(
      ({ id }) => id === step,
    )
    if (!card) return
    const [width = 0, height = 0] = room.split(' ').map(Number)
    const { x, y, zoom } = flow.getViewport()
    const left = card.x * zoom + x
    const top = card.y * zoom + y
    const right = left + card.width * zoom
    const bottom = top + Math.min(card.height, 120) * zoom
    const isOutside = right < RAIL || left > width || bottom < 0 || top > height
    if (isOutside) {
      void flow.setCenter(card.x + card.width / 2, card.y + Math.min(card.height, 120) / 2, {
        zoom,
      })
      return
    }
    const dx =
      left < RAIL + EDGE_ROOM ? RAIL + EDGE_ROOM - left : Math.min(0, width - EDGE_ROOM - right)
    const dy = top < EDGE_ROOM ? EDGE_ROOM - top : Math.min(0, height - 40 - bottom)
    if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom })
  }, [step, language, drawing, room, flow])
}
