import { check } from '@yichuang/analysis'
import type { JsonObject, ModelFault, Workspace } from '@yichuang/engine'
import { readText } from '../document/file-text.ts'

interface Question {
  readonly round: number
  readonly workspace: Workspace
  readonly day: string
  readonly faults: readonly ModelFault[]
  /** Files that are not saved yet: their shape is checked as a reader would. */
  readonly changed: readonly { readonly path: string; readonly value: JsonObject }[]
}

self.onmessage = ({ data }: MessageEvent<Question>) => {
  const { round, workspace, day, faults, changed } = data
  const started = performance.now()
  const misshapen = changed.flatMap(({ path, value }) => {
    const read = readText(path, JSON.stringify(value))
    return read.ok ? [] : read.error
  })
  const findings = check(workspace, { day, faults: [...faults, ...misshapen] })
  self.postMessage({ round, findings, milliseconds: Math.round(performance.now() - started) })
}
