import type { Editions } from '../model/registers.ts'
import type { RecordedCommand } from './command.ts'
import type { CaseFact } from './fact.ts'

export type EventKind =
  | 'opened'
  | 'acted'
  | 'claimed'
  | 'given-back'
  | 'transferred'
  | 'delegated'
  | 'signer-added'
  | 'signer-removed'
  | 'saved'
  | 'patched'
  | 'jumped'
  | 'urged'
  | 'copied'
  | 'asked'
  | 'replied'
  | 'suspended'
  | 'resumed'
  | 'escalated'
  | 'returned'
  | 'taken-back'
  | 'extended'
  | 'recused'
  | 'expired'
  | 'overdue'
  | 'reminded'
  | 'due-date-recounted'
  | 'reassigned'
  | 'skipped'
  | 'nobody-can-act'

/** One entry of a case's ledger: what happened, as facts. Reading it needs no rules and no registers. */
export interface CaseEvent {
  /** From 1, without gaps. */
  readonly seq: number
  readonly commandId: string
  /** When it was recorded; never decreasing. */
  readonly recordedAt: string
  /** Legal time; differs from `recordedAt` where the law or lateness says so. */
  readonly effectiveAt: string
  readonly kind: EventKind
  /** Step, phase, task or clock that it is about. */
  readonly subject?: string
  /** On the first event of a command: what was asked. */
  readonly command?: RecordedCommand
  readonly facts: readonly CaseFact[]
  /** Register editions that were looked at. */
  readonly editions?: Editions
}
