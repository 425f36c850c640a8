import type { ClockFace } from '@yichuang/engine'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useWording } from '../wording/use-wording.ts'
import { addDays, dayOf, daysBetween, momentAt, timeOf } from './days.ts'
import { type Ruler, rulerOf } from './ruler.ts'
import { Bar, Rings, StepDue } from './ruler-bars.tsx'
import { DAY_WIDTH, LEFT } from './ruler-scale.ts'
import { useDesk } from './use-walk.ts'
import { caseOf, type Walk } from './walk.ts'
import { stepWords, type Tongue } from './walk-words.ts'

interface Props {
  readonly walk: Walk
  readonly tongue: Tongue
  readonly faces: readonly ClockFace[]
  readonly step: string | null
}

/** The calendar with both clocks on it, what happened, and the line that is now. */
export function CalendarRuler({ walk, tongue, faces, step }: Props) {
  const desk = useDesk()
  const { t } = useWording()
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  const [dragged, setDragged] = useState<number | null>(null)
  const room = Math.max(8, Math.floor((width - 2 * LEFT) / DAY_WIDTH))
  const kase = caseOf(walk)
  const stepDue = step === null ? null : (kase.tasks[step]?.limit?.due ?? null)
  const ruler = useMemo(
    () =>
      rulerOf({
        engine: walk.engine,
        openedAt: kase.openedAt,
        at: walk.at,
        clocks: faces,
        dues: stepDue ? [stepDue.day] : [],
        room,
      }),
    [walk.engine, kase.openedAt, walk.at, faces, stepDue, room],
  )
  const shownNow = dragged ?? ruler.now
  const dayAt = (n: number) => addDays(ruler.from, n)
  const go = (n: number) => {
    const day = dayAt(n)
    if (day !== dayOf(walk.at)) desk.moveTo(momentAt(day, '09:00', walk.engine))
  }
  const at = (event: React.PointerEvent) => {
    const left = place.current?.getBoundingClientRect().left ?? 0
    return Math.max(0, Math.min(room - 1, Math.floor((event.clientX - left - LEFT) / DAY_WIDTH)))
  }
  const x = (n: number) => LEFT + n * DAY_WIDTH
  return (
    <div className="ruler" ref={place}>
      <svg width={width} height={194} aria-hidden="true">
        <Patterns />
        <Days ruler={ruler} now={shownNow} />
        {ruler.bars.map((bar, n) => (
          <Bar key={bar.clock} bar={bar} n={n} width={width} tongue={tongue} />
        ))}
        <Rings walk={walk} tongue={tongue} ruler={ruler} />
        {stepDue && step !== null && (
          <StepDue
            at={daysBetween(ruler.from, stepDue.day)}
            words={t('walk.clocks.stepDue', { day: stepDue.day.slice(5) })}
            title={stepWords(step, tongue)}
            room={room}
          />
        )}
        <line
          className="ruler-now"
          x1={x(shownNow) + DAY_WIDTH - 1}
          x2={x(shownNow) + DAY_WIDTH - 1}
          y1={36}
          y2={176}
        />
      </svg>
      <div
        className="ruler-handle"
        role="slider"
        tabIndex={0}
        aria-label={t('walk.clocks.ruler')}
        aria-valuemin={0}
        aria-valuemax={room - 1}
        aria-valuenow={shownNow}
        aria-valuetext={dayAt(shownNow)}
        style={{ left: Math.min(Math.max(x(shownNow) + DAY_WIDTH - 42, 0), width - 84) }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setDragged(ruler.now)
        }}
        onPointerMove={(event) => dragged !== null && setDragged(at(event))}
        onPointerUp={() => {
          if (dragged !== null) go(dragged)
          setDragged(null)
        }}
        onKeyDown={(event) => {
          const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 }[event.key]
          if (by === undefined) return
          event.preventDefault()
          go(ruler.now + by)
        }}
      >
        {dayAt(shownNow).slice(5)} {dragged === null ? timeOf(walk.at) : ''}
      </div>
    </div>
  )
}

function useWidth(place: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(640)
  useEffect(() => {
    const watched = place.current
    if (!watched) return
    const observer = new ResizeObserver(() => setWidth(watched.clientWidth))
    observer.observe(watched)
    return () => observer.disconnect()
  }, [place])
  return width
}

function Patterns() {
  return (
    <defs>
      <pattern
        id="walk-off"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" className="ruler-off-ground" />
        <path d="M0 0V6" className="ruler-off-line" />
      </pattern>
      <pattern
        id="walk-stop"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" className="ruler-stop-ground" />
        <path d="M0 0V6" className="ruler-stop-line" />
      </pattern>
    </defs>
  )
}

function Days({ ruler, now }: { readonly ruler: Ruler; readonly now: number }) {
  const { t, name } = useWording()
  const x = (n: number) => LEFT + n * DAY_WIDTH
  return (
    <g>
      {ruler.days.map(({ day, kind }, n) => {
        const isOff = kind === 'weekend' || kind === 'holiday'
        return (
          <g key={day} className={`ruler-day is-${kind} ${n === now ? 'is-now' : ''}`}>
            {isOff && <rect x={x(n)} y={36} width={DAY_WIDTH} height={140} fill="url(#walk-off)" />}
            {n === now && (
              <rect className="ruler-today" x={x(n)} y={17} width={DAY_WIDTH} height={18} rx={3} />
            )}
            <text x={x(n) + DAY_WIDTH / 2} y={30} textAnchor="middle">
              {Number(day.slice(8))}
            </text>
            {kind === 'make-up' && (
              <>
                <rect className="ruler-work" x={x(n) + 1.5} y={37} width={16} height={16} rx={2} />
                <text
                  className="ruler-work-words"
                  x={x(n) + DAY_WIDTH / 2}
                  y={49}
                  textAnchor="middle"
                >
                  {t('walk.clocks.work')}
                </text>
              </>
            )}
          </g>
        )
      })}
      {ruler.holidays.map(({ from, days, title }) => {
        const full = t('walk.clocks.off', { title: name(title), n: days })
        const width = days * DAY_WIDTH - 3
        const words = full.length * 12 < width ? full : days > 1 ? t('walk.clocks.offShort') : ''
        return (
          <g key={from} className="ruler-holiday">
            <title>{full}</title>
            <rect x={x(from) + 1.5} y={37} width={width} height={16} rx={2} />
            <text x={x(from) + 1.5 + width / 2} y={49} textAnchor="middle">
              {words}
            </text>
          </g>
        )
      })}
      {ruler.months.map(({ at, month }, n) => {
        const [year = '', number = ''] = month.split('-')
        const next = ruler.months[n + 1]
        if (n === 0 && next && next.at < 5) return null
        return (
          <g key={month}>
            {at > 0 && <path className="ruler-month-line" d={`M${x(at) - 0.5} 2V176`} />}
            <text className="ruler-month" x={x(at) + (at > 0 ? 3 : 0)} y={13}>
              {t('walk.clocks.month', { year, month: Number(number) })}
            </text>
          </g>
        )
      })}
    </g>
  )
}
