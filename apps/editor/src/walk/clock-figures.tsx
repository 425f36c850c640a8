import type { ClockFace } from '@yichuang/engine'
import { Handshake, Scale } from 'lucide-react'
import { unitKey } from '../reading/limit-words.ts'
import { useWording } from '../wording/use-wording.ts'
import { caseOf, ledgerOf, type Walk } from './walk.ts'
import { clockWords, type Tongue } from './walk-words.ts'

interface Props {
  readonly walk: Walk
  readonly tongue: Tongue
  readonly faces: readonly ClockFace[]
}

/** The two clocks as figures: what is left, and the light that follows from it. */
export function ClockFigures({ walk, tongue, faces }: Props) {
  const { t } = useWording()
  const { reading } = tongue
  const all = walk.moments.reduce((sum, { events }) => sum + events.length, 0)
  const worst = faces.find(({ endedAt }) => endedAt === undefined) ?? faces[0]
  const title = reading.wording.name(reading.workflow.title)
  return (
    <section className="clocks" aria-label={t('walk.clocks.label')}>
      <p className="clocks-case">
        <span className="cut" title={title}>
          {t('walk.clocks.caseOf', { town: reading.townTitle, item: title })}
        </span>
        <span>{t('walk.clocks.record', { n: ledgerOf(walk).length, total: all })}</span>
      </p>
      {faces.length === 0 && <p className="hint">{t('walk.clocks.none')}</p>}
      {faces.map((face, n) => (
        <div key={face.clock} className={n === 0 ? 'clock' : 'clock is-promised'}>
          <span className="clock-figure">
            {face.state === 'overdue' ? `+${face.overdue}` : face.left}
          </span>
          <span className="clock-words">
            <b>
              {n === 0 ? (
                <Scale size={14} strokeWidth={1.75} aria-hidden />
              ) : (
                <Handshake size={14} strokeWidth={1.75} aria-hidden />
              )}
              {clockWords(face.clock, reading)}
            </b>
            {t(`walk.clocks.${stateKey(face)}`, {
              total: face.total,
              unit: t(`unit.short.${unitKey(face.unit)}`),
            })}
          </span>
        </div>
      ))}
      {worst && caseOf(walk).closedAt === null && (
        <p className={`light is-${worst.light}`}>
          <i aria-hidden="true" />
          {t(`walk.light.${worst.light}`)}
        </p>
      )}
    </section>
  )
}

function stateKey(face: ClockFace): 'left' | 'late' | 'stopped' | 'ended' {
  if (face.endedAt !== undefined) return 'ended'
  if (face.state === 'overdue') return 'late'
  return face.state === 'stopped' ? 'stopped' : 'left'
}
