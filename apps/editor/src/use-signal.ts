import { useSyncExternalStore } from 'react'
import type { Signal } from './document/signal.ts'

/** The present value of a signal; the component is drawn again when it changes. */
export function useSignal<T>(source: Signal<T>): T {
  return useSyncExternalStore(source.subscribe, source.get)
}
