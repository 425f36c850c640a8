import { Download } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { textOf } from '../document/document-state.ts'
import { workflowPath } from '../document/workspace-view.ts'
import { useReading, useWorkspace } from '../reading/use-reading.ts'
import { useSession, useView } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'

/** A byte order mark: spreadsheets take a Chinese table for the local code page without it. */
const MARK = '\uFEFF'

const CHOICES = [
  ['workflow', 'top.exportWorkflow', '.json'],
  ['table', 'top.exportTable', '.csv'],
  ['release', 'top.exportRelease', '.json'],
  ['xstate', 'top.exportXState', '.json'],
  ['mermaid', 'top.exportMermaid', '.mmd'],
] as const
type Choice = (typeof CHOICES)[number][0]

/** Hands out what is shown, as it stands in the editor: as a file, a table, or in another format. */
export function ExportMenu() {
  const hand = useExports()
  const { t } = useWording()
  return (
    <MenuTrigger>
      <Button className="top-button" aria-label={t('top.export')}>
        <Download size={16} strokeWidth={1.75} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="list"
          aria-label={t('top.export')}
          onAction={(key) => {
            const choice = CHOICES.find(([id]) => id === key)
            if (choice) void hand(choice[0])
          }}
        >
          {CHOICES.map(([id, words, ending]) => (
            <MenuItem key={id} id={id} className="list-row" textValue={t(words)}>
              <span>{t(words)}</span>
              <span className="code">{ending}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function useExports(): (choice: Choice) => Promise<void> {
  const session = useSession()
  const reading = useReading()
  const workspace = useWorkspace()
  const { item, day } = useView()
  return async (choice) => {
    if (!reading || !workspace) return
    const { town, wording, workflow } = reading
    const { id } = workflow
    const { download } = await import('../export/download.ts')
    if (choice === 'table') {
      const { stepTable } = await import('../export/step-table.ts')
      download(`${id}-${town}.csv`, MARK + stepTable(reading), 'text/csv')
    } else if (choice === 'workflow') {
      const path = workflowPath(id)
      const file = session.document.state.get().files[path]
      if (file) download(`${id}.json`, textOf(path, file) ?? '', 'application/json')
    } else {
      const { logicAs } = await import('../export/logic-formats.ts')
      const asked = { workflow: id, item: item ?? '', town, day, language: wording.language }
      const text = logicAs(choice, workspace, asked)
      const names = {
        release: 'release-0.json',
        xstate: `${id}-${town}.machine.json`,
        mermaid: `${id}.mmd`,
      }
      download(names[choice], text, choice === 'mermaid' ? 'text/plain' : 'application/json')
    }
  }
}
