import { useActor } from '@xstate/react'
import type { CaseData, CaseMachine } from '@yichuang/engine'
import { getNextTransitions } from 'xstate'

/** One case on its machine: the steps that are open, and a button for each event that it can take. */
export function CaseView({ machine, said }: CaseViewProps) {
  const [snapshot, send] = useActor(machine)
  const { open, outcome } = snapshot.context.position
  const types = new Set(getNextTransitions(snapshot).map(({ eventType }) => eventType))
  // Events with an @ are not people's: a limit that runs out, a seat that changes hands.
  const events = [...types]
    .filter((type) => !type.includes('@'))
    .map((type) => ({ type, data: said[type] ?? {} }))
  return (
    <main>
      <ul>
        {Object.keys(open).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      {events
        .filter((event) => snapshot.can(event))
        .map((event) => (
          <button key={event.type} type="button" onClick={() => send(event)}>
            {event.type}
          </button>
        ))}
      <output>{outcome}</output>
    </main>
  )
}

interface CaseViewProps {
  readonly machine: CaseMachine
  /** Data that goes with an event. */
  readonly said: Readonly<Record<string, CaseData>>
}
