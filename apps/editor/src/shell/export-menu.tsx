import { Download } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { textOf } from '../document/document-state.ts'
import { workflowPath } from '../document/workspace-view.ts'
import { useReading } from '../reading/use-reading.ts'
import { useSession } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'

/** A byte order mark: spreadsheets take a Chinese table for the local code page without it. */
const MARK = '\uFEFF'

/** Hands out what is shown: the workflow's file, or its steps as a table. */
export function ExportMenu() {
  const session = useSession()
  const reading = useReading()
  const { t } = useWording()
  const hand = async (what: string) => {
    if (!reading) return
    const { id } = reading.workflow
    const { download } = await import('../export/download.ts')
    if (what === 'table') {
      const { stepTable } = await import('../export/step-table.ts')
      download(`${id}-${reading.town}.csv`, MARK + stepTable(reading), 'text/csv')
      return
    }
    const path = workflowPath(id)
    const file = session.document.state.get().files[path]
    if (file) download(`${id}.json`, textOf(path, file) ?? '', 'application/json')
  }
  return (
    <MenuTrigger>
      <Button className="top-button" aria-label={t('top.export')}>
        <Download size={16} strokeWidth={1.75} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="list"
          aria-label={t('top.export')}
          onAction={(key) => void hand(String(key))}
        >
          <MenuItem id="workflow" className="list-row" textValue={t('top.exportWorkflow')}>
            <span>{t('top.exportWorkflow')}</span>
            <span className="code">JSON</span>
          </MenuItem>
          <MenuItem id="table" className="list-row" textValue={t('top.exportTable')}>
            <span>{t('top.exportTable')}</span>
            <span className="code">CSV</span>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
