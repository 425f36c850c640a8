import { FolderTree } from 'lucide-react'
import { IconButton } from '../controls/icon-button.tsx'
import { useSession, useView } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'

/** On a small screen the explorer is folded into this rail and opens over the canvas. */
export function NavRail() {
  const session = useSession()
  const { isExplorerOpen } = useView()
  const { t } = useWording()
  return (
    <nav className="nav" aria-label={t('explorer.label')}>
      <IconButton
        className={isExplorerOpen ? 'nav-button is-on' : 'nav-button'}
        label={t('explorer.label')}
        onPress={() => session.show({ isExplorerOpen: !isExplorerOpen })}
      >
        <FolderTree size={18} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </nav>
  )
}
