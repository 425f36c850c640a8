import { useReactFlow, useStore } from '@xyflow/react'
import type { Drawing } from '@yichuang/diagram'
import type { Faces } from './canvas-model.ts'
import { stageClass } from './stage-class.ts'

const WIDTH = 134
const MOST_HEIGHT = 120

/** The whole drawing in small, with the part that is on the screen. A click goes there. */
export function MiniMap({ drawing, faces }: { readonly drawing: Drawing; readonly faces: Faces }) {
  const flow = useReactFlow()
  const [x, y, zoom] = useStore((it) => it.transform)
  const room = { width: useStore((it) => it.width), height: useStore((it) => it.height) }
  const scale = Math.min(WIDTH / drawing.width, MOST_HEIGHT / drawing.height)
  const isWholeInSight = drawing.width * zoom < room.width && drawing.height * zoom < room.height
  if (isWholeInSight || room.width < 600) return null
  const show = (event: React.MouseEvent<SVGSVGElement>) => {
    const area = event.currentTarget.getBoundingClientRect()
    const at = { x: (event.clientX - area.left) / scale, y: (event.clientY - area.top) / scale }
    void flow.setCenter(at.x, at.y, { zoom })
  }
  return (
    <div className="mini-map" aria-hidden="true">
      {/* biome-ignore lint/a11y: the map is for the pointer; the keyboard has the arrow keys and the zoom */}
      <svg width={drawing.width * scale} height={drawing.height * scale} onClick={show}>
        {drawing.bands.map((band) => (
          <rect
            key={band.id}
            className={`mini-band ${stageClass(band.stage)}`}
            x={0}
            y={band.y * scale}
            width="100%"
            height={band.height * scale}
          />
        ))}
        {drawing.cards.map((card) => (
          <rect
            key={card.id}
            className={faces.get(card.id)?.isGap ? 'mini-card is-gap' : 'mini-card'}
            x={card.x * scale}
            y={card.y * scale}
            width={card.width * scale}
            height={Math.max(3, card.height * scale)}
            rx={1}
          />
        ))}
        <rect
          className="mini-sight"
          x={(-x / zoom) * scale}
          y={(-y / zoom) * scale}
          width={(room.width / zoom) * scale}
          height={(room.height / zoom) * scale}
          rx={2}
        />
      </svg>
    </div>
  )
}
