import { useWording } from '../wording/use-wording.ts'
import { dayOf, daysBetween } from './days.ts'
import type { ClockBar, Ruler } from './ruler.ts'
import { BAR_TOP, DAY_WIDTH, LEFT } from './ruler-scale.ts'
import { ledgerOf, type Walk } from './walk.ts'
import { clockWords, entryOf, type Tongue } from './walk-words.ts'

interface BarProps {
  readonly bar: ClockBar
  readonly n: number
  readonly width: number
  readonly tongue: Tongue
}

export function Bar({ bar, n, width, tongue }: BarProps) {
  const { t } = useWording()
  const top = BAR_TOP[n] ?? 114
  const clamp = (day: number) => Math.max(LEFT - 4, Math.min(width - 4, LEFT + day * DAY_WIDTH))
  const from = clamp(bar.from)
  const to = clamp(bar.to)
  const filled = clamp(bar.filled)
  if (to <= from) return null
  const words = bar.due
    ? t(bar.due.provisional ? 'walk.clocks.dueProvisional' : 'walk.clocks.due', {
        clock: clockWords(bar.clock, tongue.reading),
        day: bar.due.day.slice(5),
      })
    : ''
  return (
    <g className={n === 0 ? 'ruler-bar' : 'ruler-bar is-promised'}>
      <rect className="ruler-bar-frame" x={from} y={top} width={to - from} height={26} rx={4} />
      {filled > from && (
        <rect
          className="ruler-bar-fill"
          x={from}
          y={top}
          width={filled - from}
          height={26}
          rx={4}
        />
      )}
      {bar.stops.map((stop) => {
        const left = Math.max(from, clamp(stop.from))
        const right = Math.min(to, clamp(stop.to))
        if (right <= left) return null
        const middle = (left + right) / 2
        return (
          <g key={stop.from} className="ruler-stop">
            <rect x={left} y={top} width={right - left} height={26} rx={4} fill="url(#walk-stop)" />
            <path d={`M${middle - 3} ${top + 8}v10M${middle + 3} ${top + 8}v10`} />
          </g>
        )
      })}
      {bar.counted.map(({ at, n: number }) => (
        <text
          key={number}
          className={LEFT + (at + 1) * DAY_WIDTH <= filled + 1 ? 'is-past' : undefined}
          x={LEFT + (at + 0.5) * DAY_WIDTH}
          y={top + 17}
          textAnchor="middle"
        >
          {number}
        </text>
      ))}
      <text className="ruler-due" x={to} y={top + 40} textAnchor="end">
        {words}
      </text>
    </g>
  )
}

interface RingsProps {
  readonly walk: Walk
  readonly tongue: Tongue
  readonly ruler: Ruler
}

/** What happened, as rings on the day on which it was recorded. */
export function Rings({ walk, tongue, ruler }: RingsProps) {
  const byDay = new Map<number, ReturnType<typeof entryOf>[]>()
  for (const event of ledgerOf(walk)) {
    const at = daysBetween(ruler.from, dayOf(event.recordedAt))
    if (at < 0 || at >= ruler.days.length) continue
    byDay.set(at, [...(byDay.get(at) ?? []), entryOf(event, tongue)])
  }
  return (
    <g className="ruler-rings">
      <path d={`M${LEFT} 164H${LEFT + ruler.days.length * DAY_WIDTH}`} />
      {[...byDay].map(([at, entries]) => (
        <g key={at}>
          <title>{entries.map(({ what }) => what).join('\n')}</title>
          <circle cx={LEFT + (at + 0.5) * DAY_WIDTH} cy={164} r={entries.length > 1 ? 6 : 4.5} />
          {entries.length > 1 && (
            <text x={LEFT + (at + 0.5) * DAY_WIDTH} y={184} textAnchor="middle">
              {entries.length}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

interface StepDueProps {
  readonly at: number
  readonly words: string
  readonly title: string
  readonly room: number
}

export function StepDue({ at, words, title, room }: StepDueProps) {
  if (at < 0 || at >= room) return null
  const x = LEFT + (at + 1) * DAY_WIDTH
  const isLate = at > room - 9
  return (
    <g className="ruler-step-due">
      <title>{title}</title>
      <path d={`M${x} 158l5 6l-5 6l-5 -6z`} />
      <text x={isLate ? x - 9 : x + 9} y={168} textAnchor={isLate ? 'end' : 'start'}>
        {words}
      </text>
    </g>
  )
}
