import { GitCompare } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { differingLines } from '../document/differing-lines.ts'
import { textOf } from '../document/document-state.ts'
import { useDocumentState, useSession } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'

/** A file that somebody else changed while it was being edited: compare, then keep one of the two. */
export function ConflictBar() {
  const { conflicts } = useDocumentState()
  return Object.keys(conflicts).map((path) => <Conflict key={path} path={path} />)
}

function Conflict({ path }: { readonly path: string }) {
  const session = useSession()
  const { conflicts, files } = useDocumentState()
  const { t } = useWording()
  const [isComparing, setComparing] = useState(false)
  const conflict = conflicts[path]
  const file = files[path]
  if (!conflict) return null
  const mine = (file && textOf(path, file)) ?? ''
  const shown = differingLines(mine, conflict.text ?? '')
  return (
    <div className="conflict" role="alert">
      <div className="conflict-line">
        <GitCompare size={16} strokeWidth={1.75} aria-hidden />
        <span className="conflict-words">
          <b>{t(conflict.text === null ? 'conflict.removed' : 'conflict.changed')}</b>
          {t('conflict.then')}
          <span className="row-aside">{path}</span>
        </span>
        <Button className="btn is-small" onPress={() => setComparing(!isComparing)}>
          {t(isComparing ? 'conflict.fold' : 'conflict.compare')}
        </Button>
        <Button className="btn is-small" onPress={() => session.document.keepMine(path)}>
          {t('conflict.mine')}
        </Button>
        <Button className="btn is-small" onPress={() => session.document.takeTheirs(path)}>
          {t('conflict.theirs')}
        </Button>
      </div>
      {isComparing && (
        <div className="conflict-texts">
          <Side title={t('conflict.mineTitle', { line: shown.from })} lines={shown.mine} />
          <Side title={t('conflict.theirsTitle', { line: shown.from })} lines={shown.theirs} />
        </div>
      )}
    </div>
  )
}

function Side({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  const { t } = useWording()
  const text = lines.join('\n')
  return (
    <div>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must be scrolled by key */}
      <pre tabIndex={0}>{text === '' ? t('conflict.nothing') : text}</pre>
    </div>
  )
}
