import { useEffect, useState } from 'react'
import { addDays } from './days.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly className?: string
  readonly onCommit: (day: string) => void
  /** Where given, the field may be emptied. */
  readonly onClear?: () => void
}

/** A civil day as it is written in files. Taken over on Enter or when left; the up and down keys move it. */
export function DayInput({ label, value, className = 'inp', onCommit, onClear }: Props) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const commit = (next: string) => {
    const day = next.trim()
    if (day === value) return
    if (day === '' && onClear) onClear()
    else if (isDay(day)) onCommit(day)
    else setText(value)
  }
  return (
    <input
      className={className}
      aria-label={label}
      inputMode="numeric"
      maxLength={10}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => commit(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(text)
        if (event.key === 'Escape') setText(value)
        const by = { ArrowUp: 1, ArrowDown: -1 }[event.key]
        if (by === undefined || !isDay(text)) return
        event.preventDefault()
        commit(addDays(text, by))
      }}
    />
  )
}

function isDay(text: string): boolean {
  const moment = Date.parse(`${text}T00:00:00Z`)
  return (
    /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(moment) && addDays(text, 0) === text
  )
}
