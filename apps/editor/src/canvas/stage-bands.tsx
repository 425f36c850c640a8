import { useStore } from '@xyflow/react'
import type { Band } from '@yichuang/diagram'
import { useWording } from '../wording/use-wording.ts'
import { stageClass } from './stage-class.ts'

export interface BandDays {
  readonly band: Band
  /** The time that the law or the promise gives the stage: “10 日”. */
  readonly days: string | null
}

const useZoom = () => useStore((flow) => flow.transform[2])
const useShift = () => useStore((flow) => flow.transform[1])

/** The grounds of the stages, behind everything. */
export function BandGrounds({ bands }: { readonly bands: readonly Band[] }) {
  const zoom = useZoom()
  const shift = useShift()
  return (
    <div className="band-grounds" aria-hidden="true">
      {bands.map((band, n) => (
        <div
          key={band.id}
          className={`band ${stageClass(band.stage)}`}
          style={spanOf(band, zoom, shift, n === 0)}
        />
      ))}
    </div>
  )
}

/** The rail at the left edge on which the names of the stages stand. */
export function StageRail({ bands }: { readonly bands: readonly BandDays[] }) {
  const zoom = useZoom()
  const shift = useShift()
  const { t, name } = useWording()
  return (
    <div className="stage-rail">
      {bands.map(({ band, days }, n) => {
        const words = band.stage ? t(`stage.${band.stage}`) : name(band.title)
        const span = standing(spanOf(band, zoom, shift, n === 0))
        const isShort = span.height < NAME_HEIGHT
        return (
          <div
            key={band.id}
            className={`rail ${stageClass(band.stage)} ${isShort ? 'is-short' : ''}`}
            style={isShort ? { ...span, paddingTop: 0 } : span}
            title={words}
          >
            {span.height >= LEAST_HEIGHT && <b className="rail-title">{words}</b>}
            {days !== null && <span className="rail-days">{days}</span>}
          </div>
        )
      })}
    </div>
  )
}

/** Room for a name of two words with its days, and for the name alone in small type. */
const LEAST_HEIGHT = 38

/** Where a band stands on the screen. The first one reaches up without end. */
function spanOf(band: Band, zoom: number, shift: number, isFirst: boolean) {
  const top = band.y * zoom + shift
  const bottom = (band.y + band.height) * zoom + shift
  const from = isFirst ? Math.min(0, top) : top
  return { top: from, height: Math.max(0, bottom - from) }
}

/** Keeps the name of a stage in sight while any of its band is. */
function standing(span: { readonly top: number; readonly height: number }) {
  const hidden = Math.max(0, -span.top)
  return { ...span, paddingTop: 12 + Math.max(0, Math.min(hidden, span.height - NAME_HEIGHT)) }
}

const NAME_HEIGHT = 84
