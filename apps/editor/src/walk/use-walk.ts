import { useMemo } from 'react'
import { useReading } from '../reading/use-reading.ts'
import { useSession } from '../session-context.ts'
import { useSignal } from '../use-signal.ts'
import { type Desk, type DeskState, deskOf } from './desk.ts'
import type { Walk } from './walk.ts'
import type { Tongue } from './walk-words.ts'

export function useDesk(): Desk {
  return deskOf(useSession())
}

export function useDeskState(): DeskState {
  return useSignal(useDesk().state)
}

/** What is needed to speak of the walk: null while nobody walks, or while town and walk differ. */
export function useTongue(walk: Walk | null): Tongue | null {
  const reading = useReading()
  return useMemo(() => {
    if (!reading || !walk) return null
    return { reading: { ...reading, day: walk.at.slice(0, 10) }, engine: walk.engine }
  }, [reading, walk])
}
