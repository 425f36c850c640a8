import { Timer } from 'lucide-react'
import { basisWords } from '../reading/basis-words.ts'
import { unitKey } from '../reading/limit-words.ts'
import { useWording } from '../wording/use-wording.ts'
import { addDays, dayOf } from './days.ts'
import { caseOf, type Walk } from './walk.ts'
import { clockWords, type Tongue } from './walk-words.ts'
import { Block } from './why-block.tsx'

export function ClockBlock({ walk, tongue }: { readonly walk: Walk; readonly tongue: Tongue }) {
  const { t } = useWording()
  const { reading, engine } = tongue
  const faces = engine.clocks(caseOf(walk), walk.at)
  const first = faces[0]
  const makeUps = first
    ? makeUpDays(walk, dayOf(first.start), first.due?.day ?? dayOf(walk.at))
    : []
  return (
    <Block icon={<Timer size={15} strokeWidth={1.75} aria-hidden />} title={t('walk.why.clocks')}>
      {faces.length === 0 && <p className="why-text">{t('walk.why.noClock')}</p>}
      <dl className="why-chain">
        {faces.map((face) => {
          const total = t(`unit.sentence.${unitKey(face.unit)}`, { n: face.total })
          const day = dayOf(face.start)
          const standing = face.stops.find(({ to }) => to === undefined)
          return (
            <FaceRow
              key={face.clock}
              name={clockWords(face.clock, reading)}
              lines={[
                face.stops.length === 0
                  ? t('walk.why.runsStraight', { day, total })
                  : t('walk.why.runs', { day, total, stops: face.stops.length }),
                ...(standing ? [t('walk.why.standing', { day: dayOf(standing.from) })] : []),
                ...(face.endedAt === undefined
                  ? []
                  : [t('walk.why.ended', { day: dayOf(face.endedAt) })]),
                basisWords(face.basis, reading.sources, reading.wording),
              ]}
            />
          )
        })}
        {makeUps.length > 0 && (
          <FaceRow
            name={t('walk.why.makeUp')}
            lines={[t('walk.why.counted', { days: makeUps.join(t('list.comma')) })]}
          />
        )}
      </dl>
    </Block>
  )
}

function FaceRow({ name, lines }: { readonly name: string; readonly lines: readonly string[] }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {lines.map((line) => (
          <span key={line} className="why-line">
            {line}
          </span>
        ))}
      </dd>
    </>
  )
}

function makeUpDays({ engine }: Walk, from: string, to: string): readonly string[] {
  const found: string[] = []
  for (let day = addDays(from, 1); day <= to && found.length < 6; day = addDays(day, 1)) {
    if (engine.world.calendar.dayKind(day).kind === 'make-up') found.push(day.slice(5))
  }
  return found
}
