import { createContext, useContext } from 'react'
import type { DocumentState } from './document/document-state.ts'
import type { Session } from './document/session.ts'
import type { ViewState } from './document/view-state.ts'
import { useSignal } from './use-signal.ts'

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('The editor is drawn outside its session.')
  return session
}

export function useView(): ViewState {
  return useSignal(useSession().view)
}

export function useDocumentState(): DocumentState {
  return useSignal(useSession().document.state)
}
