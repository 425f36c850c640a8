import type { Drawing } from '@yichuang/diagram'
import type { StepKind } from '@yichuang/engine'
import type { KeyboardEvent } from 'react'
import type { Blank } from '../document/commands/new-step.ts'
import type { Session } from '../document/session.ts'
import { bothLanguages } from './blank.ts'
import { type Direction, nearestCard } from './nearest-card.ts'

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** Keys that change nothing: all that count while a case is walked. */
const MOVES: readonly string[] = ['Escape', 'Enter']

interface KeyTarget {
  readonly session: Session
  readonly drawing: Drawing
  readonly blank: (kind: StepKind) => Blank
}

/** Keys of the canvas. Single letters count only here, and never while a word is being composed. */
export function onCanvasKey(event: KeyboardEvent, at: KeyTarget): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  if (isTyping(event.target)) return
  const work = keyWork(event.key, at)
  if (!work) return
  event.preventDefault()
  work()
}

function keyWork(key: string, at: KeyTarget): (() => void) | undefined {
  const { session, drawing, blank } = at
  const { selection, connectingFrom, mode } = session.view.get()
  const direction = DIRECTIONS[key]
  if (direction) return () => moveSelection(session, drawing, direction)
  if (mode === 'walk' && !MOVES.includes(key)) return undefined
  switch (key) {
    case 'a':
    case 'A':
      return selection ? () => session.addStep(addressOf(selection), blank('task')) : undefined
    case 'c':
    case 'C':
      return selection ? () => session.show({ connectingFrom: selection.step }) : undefined
    case 'Delete':
    case 'Backspace':
      return selection ? () => session.deleteSelected() : undefined
    case 'Escape':
      return () =>
        session.show(connectingFrom === null ? { selection: null } : { connectingFrom: null })
    case 'Enter':
      return () => enter(session)
    default:
      return undefined
  }
}

function addressOf(selection: { readonly step: string; readonly exit?: string }) {
  return {
    after: selection.step,
    ...(selection.exit !== undefined && { exit: selection.exit }),
  }
}

/** In connect mode Enter draws the arrow; else it opens the inspector and goes there. */
function enter(session: Session): void {
  const { connectingFrom, selection } = session.view.get()
  if (connectingFrom !== null && selection && selection.step !== connectingFrom) {
    session.connectTo(selection.step, bothLanguages('newStep.action'))
    return
  }
  session.show({ isInspectorOpen: true })
  requestAnimationFrame(() => document.getElementById('inspector')?.focus())
}

function moveSelection(session: Session, drawing: Drawing, direction: Direction): void {
  const { selection } = session.view.get()
  const areas = [...drawing.cards, ...drawing.boxes.filter(({ kind }) => kind === 'parallel')]
  const first = [...drawing.cards].sort((a, b) => a.y - b.y || a.x - b.x)[0]
  const next = selection ? nearestCard(areas, selection.step, direction) : first?.id
  if (next !== undefined) session.select({ step: next })
}

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
  )
}
