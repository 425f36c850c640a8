import { lazy, Suspense, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { Canvas } from './canvas/canvas.tsx'
import { CanvasFrame } from './canvas/canvas-frame.tsx'
import { Inspector } from './inspector/inspector.tsx'
import { useSession, useView } from './session-context.ts'
import { BottomPanel } from './shell/bottom-panel.tsx'
import { ConflictBar } from './shell/conflict-bar.tsx'
import { Explorer } from './shell/explorer.tsx'
import { NavRail } from './shell/nav-rail.tsx'
import { NoticeBar } from './shell/notice-bar.tsx'
import { onShellKey } from './shell/shell-keys.ts'
import { StatusBar } from './shell/status-bar.tsx'
import { ToolRow } from './shell/tool-row.tsx'
import { TopBar } from './shell/top-bar.tsx'
import { useWording } from './wording/use-wording.ts'

const Outline = lazy(async () => ({ default: (await import('./shell/outline.tsx')).Outline }))
const SourceView = lazy(async () => ({
  default: (await import('./shell/source-view.tsx')).SourceView,
}))
const PublishDialog = lazy(async () => ({
  default: (await import('./shell/publish-dialog.tsx')).PublishDialog,
}))
const Finder = lazy(async () => ({ default: (await import('./shell/finder.tsx')).Finder }))

/** The whole page over an open workspace. */
export function App() {
  const session = useSession()
  const { language } = useWording()
  const { surface, isInspectorOpen, isExplorerOpen } = useView()
  const [dialog, setDialog] = useState<'publish' | 'find' | null>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => onShellKey(event, session, () => setDialog('find'))
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [session])
  const classes = [
    'app',
    !isInspectorOpen && 'is-inspector-folded',
    isExplorerOpen && 'is-explorer-open',
  ]
  return (
    <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-US'}>
      <div className={classes.filter(Boolean).join(' ')}>
        <TopBar onPublish={() => setDialog('publish')} onFind={() => setDialog('find')} />
        <NavRail />
        <Explorer />
        <main className="mid">
          <CanvasFrame>
            <ToolRow />
            <ConflictBar />
            <Suspense fallback={<div className="canvas" />}>
              {surface === 'diagram' && <Canvas />}
              {surface === 'outline' && <Outline />}
              {surface === 'source' && <SourceView />}
            </Suspense>
          </CanvasFrame>
          <NoticeBar />
        </main>
        {isInspectorOpen && <Inspector />}
        <BottomPanel />
        <StatusBar />
        <Suspense fallback={null}>
          {dialog === 'publish' && <PublishDialog onClose={() => setDialog(null)} />}
          {dialog === 'find' && <Finder onClose={() => setDialog(null)} />}
        </Suspense>
      </div>
    </I18nProvider>
  )
}
