import { ReactFlowProvider } from '@xyflow/react'
import type { ReactNode } from 'react'

/** Lets the tools beside the canvas reach its zoom. */
export function CanvasFrame({ children }: { readonly children: ReactNode }) {
  return <ReactFlowProvider>{children}</ReactFlowProvider>
}
