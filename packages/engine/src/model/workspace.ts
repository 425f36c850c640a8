import type { CalendarRegister } from './calendar.ts'
import type { Catalogue } from './catalogue.ts'
import type { Directory } from './directory.ts'
import type { Json } from './json.ts'
import type { People } from './people.ts'
import type { DecisionTable } from './table.ts'
import type { Texts } from './texts.ts'
import type { Workflow } from './workflow.ts'

/** `workspace.json`. */
export interface WorkspaceInfo {
  readonly $schema?: string
  readonly format: 1
  readonly name: Texts
  readonly locale: 'zh' | 'en'
  /** One offset, no zone database: `+08:00`. */
  readonly utcOffset: string
  /** Towns offered, ids of the directory. */
  readonly towns: readonly string[]
}

/** One line of a walk's script; the shape of `run --script` too. */
export interface WalkLine {
  readonly open?: Readonly<Record<string, Json>>
  readonly act?: Readonly<Record<string, Json>>
  readonly tick?: Readonly<Record<string, Json>>
  readonly registers?: Readonly<Record<string, Json>>
  readonly expect?: Readonly<Record<string, Json>>
}

/** A saved case walk with its expectations. */
export interface Walk {
  readonly id: string
  readonly title: Texts
  /** Towns it is run in; `$town` in the script stands for each. */
  readonly towns: readonly string[]
  readonly script: readonly WalkLine[]
}

/** `suites/<id>.json`. */
export interface Suite {
  readonly $schema?: string
  readonly format: 1
  readonly id: string
  readonly item: string
  readonly title?: Texts
  readonly walks: readonly Walk[]
}

/** A workspace: every file of the folder, read and checked. */
export interface Workspace {
  readonly info: WorkspaceInfo
  readonly directory: Directory
  readonly people: People
  readonly catalogue: Catalogue
  readonly calendar: CalendarRegister
  readonly workflows: Readonly<Record<string, Workflow>>
  readonly tables: Readonly<Record<string, DecisionTable>>
  readonly suites: Readonly<Record<string, Suite>>
}
