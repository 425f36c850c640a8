import { FileText, Redo2, Search, Undo2 } from 'lucide-react'
import { Button } from 'react-aria-components'
import { IconButton } from '../controls/icon-button.tsx'
import { Key } from '../controls/key.tsx'
import { useReading, useWorkspace } from '../reading/use-reading.ts'
import { useDocumentState, useSession, useView } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'
import { ExportMenu } from './export-menu.tsx'
import { Mark } from './mark.tsx'
import { ModeSwitch } from './mode-switch.tsx'
import { TownPlate } from './town-plate.tsx'

interface Props {
  readonly onPublish: () => void
  readonly onFind: () => void
}

export function TopBar({ onPublish, onFind }: Props) {
  const session = useSession()
  const { t } = useWording()
  const { past, future } = useDocumentState()
  return (
    <header className="top">
      <div className="brand">
        <Mark size={22} />
        <span>{t('app.name')}</span>
      </div>
      <TownPlate />
      <Crumb />
      <ModeSwitch />
      <div className="top-actions">
        <Button className="top-find" aria-label={t('top.find')} onPress={onFind}>
          <Search size={15} strokeWidth={1.75} aria-hidden />
          <span>{t('top.find')}</span>
          <Key keys="Ctrl K" />
        </Button>
        <IconButton
          className="top-button"
          label={t('top.undo')}
          keys="Ctrl+Z"
          isDisabled={past.length === 0}
          onPress={session.undo}
        >
          <Undo2 size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <IconButton
          className="top-button"
          label={t('top.redo')}
          keys="Ctrl+Shift+Z"
          isDisabled={future.length === 0}
          onPress={session.redo}
        >
          <Redo2 size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <ExportMenu />
        <Button className="top-publish" onPress={onPublish}>
          {t('top.publish')}
        </Button>
      </div>
    </header>
  )
}

/** Which document is shown, and whether it stands in a release. */
function Crumb() {
  const { wording, workflow } = useReading() ?? {}
  const workspace = useWorkspace()
  const { item } = useView()
  const state = useDocumentState()
  const { t, name } = useWording()
  if (!wording || !workflow) return <div className="crumb" />
  const title = (item !== null && workspace?.catalogue.items[item]?.title) || workflow.title
  const releases = Object.keys(state.files).filter((path) => path.startsWith('releases/')).length
  return (
    <div className="crumb">
      <FileText size={16} strokeWidth={1.75} aria-hidden className="crumb-icon" />
      <h1 className="cut" title={name(title)}>
        {name(title)}
      </h1>
      <span className="crumb-version">{t('top.draft', { n: releases + 1 })}</span>
    </div>
  )
}
