import {
  AlarmClock,
  BookmarkPlus,
  CalendarPlus,
  ChevronLast,
  FastForward,
  SkipBack,
  StepBack,
  StepForward,
} from 'lucide-react'
import { Button } from 'react-aria-components'
import { IconButton } from '../controls/icon-button.tsx'
import { useWording } from '../wording/use-wording.ts'
import { wordingIn } from '../wording/wording.ts'
import { DayInput } from './day-input.tsx'
import { dayOf, momentAt, timeOf, weekdayOf } from './days.ts'
import { outcomeOf } from './use-marks.ts'
import { useDesk, useDeskState } from './use-walk.ts'
import { canRedo, caseOf, type Walk } from './walk.ts'
import type { Tongue } from './walk-words.ts'

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Forward and back through what was done, and the date that can be moved. */
export function Transport({ walk, tongue }: { readonly walk: Walk; readonly tongue: Tongue }) {
  const desk = useDesk()
  const { savedAs } = useDeskState()
  const { t } = useWording()
  const opinion = t('walk.opinionSample')
  const isAtStart = walk.cursor === 0
  const isRedo = canRedo(walk)
  const isClosed = caseOf(walk).closedAt !== null
  const due = walk.engine.nextDue(caseOf(walk))
  const nextWorkingDay = () => {
    const day = walk.engine.world.calendar.addWorkingDays(dayOf(walk.at), 1)
    desk.moveTo(momentAt(day, '09:00', walk.engine))
  }
  return (
    <div className="transport" role="toolbar" aria-label={t('walk.transport.label')}>
      <IconButton label={t('walk.transport.toStart')} isDisabled={isAtStart} onPress={desk.toStart}>
        <SkipBack {...ICON} />
      </IconButton>
      <IconButton label={t('walk.transport.back')} isDisabled={isAtStart} onPress={desk.back}>
        <StepBack {...ICON} />
      </IconButton>
      <IconButton
        className="btn is-primary is-icon transport-play"
        label={t(isRedo ? 'walk.transport.redo' : 'walk.transport.next')}
        isDisabled={!isRedo && isClosed}
        onPress={() => (isRedo ? desk.forward() : desk.next(opinion))}
      >
        <StepForward {...ICON} />
      </IconButton>
      <IconButton
        label={t('walk.transport.toEnd')}
        isDisabled={isClosed}
        onPress={() => desk.toTheEnd(opinion)}
      >
        <FastForward {...ICON} />
      </IconButton>
      <IconButton label={t('walk.transport.toLast')} isDisabled={!isRedo} onPress={desk.toLast}>
        <ChevronLast {...ICON} />
      </IconButton>
      <span className="tools-rule" />
      <DateField walk={walk} />
      <span className="grow" />
      {savedAs !== null && (
        <span className="transport-saved" role="status">
          {t('walk.transport.saved', { path: savedAs })}
        </span>
      )}
      <Button className="btn is-small" onPress={nextWorkingDay} isDisabled={isClosed}>
        <CalendarPlus size={14} strokeWidth={1.75} aria-hidden />
        {t('walk.transport.plusDay')}
      </Button>
      <Button
        className="btn is-small"
        isDisabled={due === null}
        onPress={() => due !== null && desk.moveTo(due)}
      >
        <AlarmClock size={14} strokeWidth={1.75} aria-hidden />
        {t('walk.transport.toDue')}
      </Button>
      <Button
        className="btn is-small"
        onPress={() => {
          const titleIn = (language: 'zh' | 'en') => {
            const wording = wordingIn(language)
            const outcome = outcomeOf(walk, { ...tongue, reading: { ...tongue.reading, wording } })
            return wording.t('walk.transport.saveName', { outcome })
          }
          desk.save({ zh: titleIn('zh'), en: titleIn('en') })
        }}
      >
        <BookmarkPlus size={14} strokeWidth={1.75} aria-hidden />
        {t('walk.transport.save')}
      </Button>
    </div>
  )
}

/** The date of the walk, what kind of day it is, and a way to set it. */
function DateField({ walk }: { readonly walk: Walk }) {
  const desk = useDesk()
  const { t, has, name } = useWording()
  const day = dayOf(walk.at)
  const { kind, title, provisional } = walk.engine.world.calendar.dayKind(day)
  const key = `walk.weekday.d${weekdayOf(day)}`
  return (
    <>
      <DayInput
        className="transport-date"
        label={t('walk.transport.date')}
        value={day}
        onCommit={(next) => desk.moveTo(momentAt(next, '09:00', walk.engine))}
      />
      <span className="transport-day">
        {has(key) ? t(key) : null} {timeOf(walk.at)}
      </span>
      {kind !== 'working' && (
        <span className={`chip is-day is-${kind}`} title={name(title)}>
          {kind === 'make-up'
            ? t('walk.transport.makeUp')
            : t(kind === 'holiday' ? 'walk.transport.holiday' : 'walk.transport.weekend')}
        </span>
      )}
      {provisional && <span className="chip is-day">{t('walk.transport.provisional')}</span>}
    </>
  )
}
