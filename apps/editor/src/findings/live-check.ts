import type { Session } from '../document/session.ts'
import { workspaceOf } from '../document/workspace-view.ts'
import type { Finding } from './finding.ts'

const PAUSE = 120

export interface CheckAnswer {
  readonly round: number
  readonly findings: readonly Finding[]
  readonly milliseconds: number
}

/**
 * Checks the workspace in a worker after each change. An answer that a newer change has overtaken is
 * thrown away. Gives the function that stops it.
 */
export function keepChecking(session: Session): () => void {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' })
  let round = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  let checked: unknown

  const ask = () => {
    const { files } = session.document.state.get()
    if (files === checked) return
    checked = files
    const workspace = workspaceOf(session.document.state.get())
    if (!workspace) return
    round += 1
    session.findings.set({ ...session.findings.get(), isRunning: true })
    worker.postMessage({
      round,
      workspace,
      day: session.view.get().day,
      faults: Object.values(files).flatMap((file) => file.faults),
      changed: Object.entries(files).flatMap(([path, { value, saved }]) =>
        value !== null && value !== saved ? [{ path, value }] : [],
      ),
    })
  }
  worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
    if (data.round !== round) return
    const workspace = workspaceOf(session.document.state.get())
    session.findings.set({
      findings: data.findings,
      towns: workspace?.info.towns.length ?? 0,
      milliseconds: data.milliseconds,
      isRunning: false,
    })
  }
  const unsubscribe = session.document.state.subscribe(() => {
    clearTimeout(waiting)
    waiting = setTimeout(ask, PAUSE)
  })
  ask()
  return () => {
    unsubscribe()
    clearTimeout(waiting)
    worker.terminate()
  }
}
