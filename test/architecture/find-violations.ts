import { codeViolations, lengthViolations } from './code-rules.ts'
import { cycleViolations } from './cycles.ts'
import { importViolations, schemaLibraryViolations } from './import-rules.ts'
import { type SourceFile, scanSource } from './scan-source.ts'
import type { Violation } from './violation.ts'

/** Every place in the given sources that breaks a rule of the architecture. */
export function findViolations(sources: readonly SourceFile[]): Violation[] {
  const files = sources.map(scanSource)
  return [
    ...files.flatMap(importViolations),
    ...files.flatMap(codeViolations),
    ...files.flatMap(lengthViolations),
    ...schemaLibraryViolations(files),
    ...cycleViolations(files),
  ]
}
