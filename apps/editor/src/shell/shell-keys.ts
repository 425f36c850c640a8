import type { Session } from '../document/session.ts'

/** Keys that count wherever the focus is; a text field keeps its own undo. */
export function onShellKey(event: KeyboardEvent, session: Session, onFind: () => void): void {
  if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey) return
  const work = keyWork(event, session, onFind)
  if (!work) return
  event.preventDefault()
  work()
}

function keyWork(
  event: KeyboardEvent,
  session: Session,
  onFind: () => void,
): (() => void) | undefined {
  const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea')
  switch (event.key.toLowerCase()) {
    case 's':
      return () => void session.save()
    case 'k':
      return onFind
    case '.':
      return () => session.show({ isInspectorOpen: !session.view.get().isInspectorOpen })
    case 'z':
      if (isTyping) return undefined
      return event.shiftKey ? session.redo : session.undo
    case 'y':
      return isTyping ? undefined : session.redo
    default:
      return undefined
  }
}
