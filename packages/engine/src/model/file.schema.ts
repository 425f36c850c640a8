import { calendarSchema } from './calendar.schema.ts'
import { catalogueSchema } from './catalogue.schema.ts'
import { directorySchema } from './directory.schema.ts'
import type { FileKind } from './migrations.ts'
import { peopleSchema } from './people.schema.ts'
import { releaseSchema } from './release.schema.ts'
import type { z } from './strict.schema.ts'
import { tableSchema } from './table.schema.ts'
import { workflowSchema } from './workflow.schema.ts'
import { suiteSchema, workspaceInfoSchema } from './workspace.schema.ts'

/** The schema of each kind of file. */
export const FILE_SCHEMAS: Readonly<Record<FileKind, z.ZodType>> = {
  workspace: workspaceInfoSchema,
  directory: directorySchema,
  people: peopleSchema,
  catalogue: catalogueSchema,
  calendar: calendarSchema,
  workflow: workflowSchema,
  table: tableSchema,
  suite: suiteSchema,
  release: releaseSchema,
}
