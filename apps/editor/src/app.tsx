import { lazy, Suspense, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { Canvas } from './canvas/canvas.tsx'
import { CanvasFrame } from './canvas/canvas-frame.tsx'
import { Inspector } from './inspector/inspector.tsx'
import { useReading } from './reading/use-reading.ts'
import { useDocumentState, useSession, useView } from './session-context.ts'
import { BottomPanel } from './shell/bottom-panel.tsx'
import { ConflictBar } from './shell/conflict-bar.tsx'
import { EmptyCanvas } from './shell/empty-canvas.tsx'
import { ErrorBoundary } from './shell/error-boundary.tsx'
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
const WalkMode = lazy(async () => ({ default: (await import('./walk/walk-mode.tsx')).WalkMode }))
const Finder = lazy(async () => ({ default: (await import('./shell/finder.tsx')).Finder }))

/** The whole page over an open workspace. */
export function App() {
  const session = useSession()
  const { language } = useWording()
  const { mode, isInspectorOpen, isExplorerOpen } = useView()
  const { past } = useDocumentState()
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
    mode === 'walk' && 'is-walking',
  ]
  return (
    <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-US'}>
      <div className={classes.filter(Boolean).join(' ')}>
        <TopBar onPublish={() => setDialog('publish')} onFind={() => setDialog('find')} />
        {mode === 'design' && <DesignMode />}
        {mode === 'walk' && (
          <ErrorBoundary of={`${mode} ${past.length}`}>
            <Suspense fallback={<main className="mid" />}>
              <WalkMode />
            </Suspense>
          </ErrorBoundary>
        )}
        <StatusBar />
        <Suspense fallback={null}>
          {dialog === 'publish' && <PublishDialog onClose={() => setDialog(null)} />}
          {dialog === 'find' && <Finder onClose={() => setDialog(null)} />}
        </Suspense>
      </div>
    </I18nProvider>
  )
}

/** The editor while the workflow is drawn: items, drawing, settings, problems. */
function DesignMode() {
  const { surface, workflow, isInspectorOpen } = useView()
  const { past } = useDocumentState()
  const isShown = useReading() !== null
  return (
    <>
      <NavRail />
      <Explorer />
      <main className="mid">
        <CanvasFrame>
          <ToolRow />
          <ConflictBar />
          <ErrorBoundary of={`${surface} ${workflow} ${past.length}`}>
            <Suspense fallback={<div className="canvas" />}>
              {!isShown && <EmptyCanvas />}
              {isShown && surface === 'diagram' && <Canvas />}
              {isShown && surface === 'outline' && <Outline />}
              {isShown && surface === 'source' && <SourceView />}
            </Suspense>
          </ErrorBoundary>
        </CanvasFrame>
        <NoticeBar />
      </main>
      {isInspectorOpen && (
        <ErrorBoundary of={past.length}>
          <Inspector />
        </ErrorBoundary>
      )}
      <ErrorBoundary of={past.length}>
        <BottomPanel />
      </ErrorBoundary>
    </>
  )
}
