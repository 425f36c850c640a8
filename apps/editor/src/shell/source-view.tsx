import { textOf } from '../document/document-state.ts'
import { workflowPath } from '../document/workspace-view.ts'
import { useDocumentState, useView } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'

/** The file of the workflow as it would be written now. */
export function SourceView() {
  const { workflow } = useView()
  const { files } = useDocumentState()
  const { t } = useWording()
  const path = workflow === null ? '' : workflowPath(workflow)
  const file = files[path]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must be scrolled by key
    <section className="source" aria-label={t('tools.source')} tabIndex={0}>
      <p className="hint">{path}</p>
      <pre>{file ? textOf(path, file) : ''}</pre>
    </section>
  )
}
