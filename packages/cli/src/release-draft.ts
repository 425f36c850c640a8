import { buildRelease, type Release, type Workspace } from '@yichuang/engine'

/** What would be released now: for trial runs and exports. Number 0 is never published. */
export function draftRelease(workspace: Workspace, day: string): Release {
  return buildRelease(workspace, {
    number: 0,
    note: '',
    effectiveFrom: day,
    preparedBy: 'draft',
    approvedBy: 'draft',
  })
}
