import { useEffect, useState } from 'react'
import { App } from './app.tsx'
import type { Session } from './document/session.ts'
import { keepChecking } from './findings/live-check.ts'
import { SessionContext } from './session-context.ts'
import { ErrorBoundary } from './shell/error-boundary.tsx'
import { Mark } from './shell/mark.tsx'
import { useWording } from './wording/use-wording.ts'
import type { Unreachable } from './workspace/port.ts'

type Standing = { readonly kind: 'opening' } | { readonly kind: 'open' } | Unreachable

/** Opens the workspace; says so when it cannot be reached. */
export function Door({ session }: { readonly session: Session }) {
  const { t } = useWording()
  const [standing, setStanding] = useState<Standing>({ kind: 'opening' })
  useEffect(() => {
    let stop: (() => void) | undefined
    void session.start().then((opened) => {
      setStanding(opened.ok ? { kind: 'open' } : opened.error)
      if (opened.ok) stop = keepChecking(session)
    })
    return () => stop?.()
  }, [session])
  if (standing.kind === 'open') {
    return (
      <SessionContext value={session}>
        <ErrorBoundary of={session}>
          <App />
        </ErrorBoundary>
      </SessionContext>
    )
  }
  return (
    <main className="door">
      <Mark size={56} />
      <p>{standing.kind === 'opening' ? t('door.opening') : t(`unreachable.${standing.kind}`)}</p>
    </main>
  )
}
