import { Button } from 'react-aria-components'
import type { FileState } from '../document/document-state.ts'
import { useWorkspace } from '../reading/use-reading.ts'
import { useDocumentState, useSession } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'
import { Mark } from './mark.tsx'

const NEEDED = ['workspace.json', 'directory.json', 'catalogue.json']

/** In place of the drawing while there is none: what is so, and what to do. */
export function EmptyCanvas() {
  const session = useSession()
  const workspace = useWorkspace()
  const { files } = useDocumentState()
  const { t } = useWording()
  const broken = brokenFiles(files)
  const state =
    broken.length > 0
      ? 'broken'
      : Object.keys(workspace?.workflows ?? {}).length === 0
        ? 'none'
        : 'choose'
  return (
    <section className="empty">
      <Mark size={56} />
      <h2>{t(`empty.${state}`)}</h2>
      <p>{t(`empty.${state}Then`)}</p>
      {broken.length > 0 && (
        <ul className="empty-files">
          {broken.map(({ path, line }) => (
            <li key={path}>
              <b>{path}</b>
              <span>{line === undefined ? t('empty.missing') : t('empty.line', { line })}</span>
            </li>
          ))}
        </ul>
      )}
      {state === 'choose' && (
        <Button
          className="btn is-primary empty-open"
          onPress={() => session.show({ isExplorerOpen: true })}
        >
          {t('empty.openList')}
        </Button>
      )}
    </section>
  )
}

/** Files that cannot be read, with the line of their first fault, and files that must be there. */
function brokenFiles(files: Readonly<Record<string, FileState>>) {
  const unread = Object.entries(files).flatMap(([path, { value, disk, faults }]) =>
    value === null && disk !== null ? [{ path, line: faults[0]?.line }] : [],
  )
  const missing = NEEDED.filter((path) => !(path in files))
  return [...unread, ...missing.map((path) => ({ path, line: undefined }))]
}
