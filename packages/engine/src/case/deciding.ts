import type { ActCommand, RecordedCommand } from './command.ts'
import type { Draft } from './record.ts'
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
  /** Time of the command at the workspace's offset. */
  readonly at: string
}
