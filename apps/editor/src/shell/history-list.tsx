import { useDocumentState, useSession } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'

/** What was done since the workspace was opened, the latest first. */
export function HistoryList() {
  const session = useSession()
  const { past } = useDocumentState()
  const { t, has } = useWording()
  if (past.length === 0) return <p className="hint is-padded">{t('history.none')}</p>
  const words = (command: string) => {
    const key = `command.${command}`
    return has(key) ? t(key) : command
  }
  return (
    <ol className="history" reversed>
      {past
        .map((edit, n) => ({ edit, n }))
        .reverse()
        .map(({ edit, n }) => (
          <li key={n}>
            <b>{words(edit.command)}</b>
            <span className="row-aside">{edit.path}</span>
            {n === past.length - 1 && (
              <button type="button" className="btn is-small" onClick={session.undo}>
                {t('top.undo')}
              </button>
            )}
          </li>
        ))}
    </ol>
  )
}
