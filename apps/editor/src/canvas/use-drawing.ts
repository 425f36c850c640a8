import type { Drawing } from '@yichuang/diagram'
import { useMemo } from 'react'
import { blockOf } from '../document/block.ts'
import { cardFindings } from '../findings/card-findings.ts'
import { bandDays } from '../reading/band-days.ts'
import { boxCaption } from '../reading/box-caption.ts'
import { useReading, useReadingIn } from '../reading/use-reading.ts'
import { useSession, useView } from '../session-context.ts'
import { useSignal } from '../use-signal.ts'
import { drawingOf, facesOf } from './canvas-model.ts'
import type { FlowInput } from './flow-model.ts'
import type { BandDays } from './stage-bands.tsx'

interface Shown {
  readonly drawing: Drawing
  readonly bandDays: readonly BandDays[]
  readonly input: Omit<FlowInput, 'selected' | 'dragging' | 'startLabel' | 'roles' | 'marks'>
}

/** The drawing of the workflow that is shown, with what its cards say in the chosen town. */
export function useDrawing(): Shown | null {
  const reading = useReading()
  const { connectingFrom } = useView()
  const findings = useSignal(useSession().findings)
  // The drawing must not depend on the town: a switch of town moves nothing.
  const still = useReadingIn('')
  const drawing = useMemo(() => (still ? drawingOf(still, still.directory.towns) : null), [still])
  return useMemo(() => {
    if (!reading || !drawing) return null
    return {
      drawing,
      bandDays: drawing.bands.map((band) => ({ band, days: bandDays(band.id, reading) })),
      input: {
        drawing,
        faces: facesOf(reading),
        captionOf: (box) => boxCaption(box.id, reading),
        findings: cardFindings(findings, reading),
        targets: targetsOf(reading.workflow, connectingFrom),
      },
    }
  }, [reading, drawing, findings, connectingFrom])
}

function targetsOf(
  workflow: Parameters<typeof blockOf>[0],
  from: string | null,
): ReadonlySet<string> | null {
  if (from === null) return null
  const siblings = Object.keys(blockOf(workflow, from)?.steps ?? {})
  return new Set(siblings.filter((id) => id !== from))
}
