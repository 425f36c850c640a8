import type { EventKind } from './case-event.ts'
import type { ActCommand, RecordedCommand } from './command.ts'
import type { Draft, Heading } from './record.ts'
import type { Subject } from './subject.ts'
import type { Runnable, World } from './world.ts'

/** What an act is decided with: everything that does not depend on the kind of act. */
export interface Act {
  readonly world: World
  readonly run: Runnable
  readonly draft: Draft
  readonly command: ActCommand
  readonly recorded: RecordedCommand
  readonly subject: Subject
  /** Legal time of the act at the workspace's offset: when it was done. */
  readonly at: string
  /** When it was entered; `effectiveAt` where that was later than done (补录). */
  readonly entered: { readonly recordedAt: string; readonly effectiveAt?: string }
}

/** The heading of the event that an act is recorded as: its command, when it was entered, what it is about. */
export function headingOf(
  { command, entered, recorded }: Act,
  kind: EventKind,
  subject: string,
): Heading {
  return { kind, commandId: command.commandId, ...entered, subject, command: recorded }
}
