import type { Catalogue } from './catalogue.ts'
import type { DecisionTable } from './table.ts'
import type { Workflow } from './workflow.ts'

/** A content hash, tagged with its function: `sha256:…` in lower-case hex. */
export type Hash = string

/** The logic of a release: what the hash covers. Workflows stand by hash, without layout. */
export interface ReleaseContent {
  readonly utcOffset: string
  readonly workflows: Readonly<Record<Hash, Workflow>>
  /** Which workflow handles an item in a town: `towns[town][item]`. */
  readonly towns: Readonly<Record<string, Readonly<Record<string, Hash>>>>
  readonly tables: Readonly<Record<string, DecisionTable>>
  readonly items: Catalogue['items']
  /** Duties and posts that the workflows ask of the directory. */
  readonly demands: { readonly duties: readonly string[]; readonly posts: readonly string[] }
}

/** A published release. Numbered, hashed, never edited; a running case stays on its release. */
export interface Release {
  readonly $schema?: string
  readonly format: 1
  readonly number: number
  /** Hash of the canonical form of `content`. */
  readonly hash: Hash
  readonly note: string
  readonly effectiveFrom: string
  readonly preparedBy: string
  readonly approvedBy: string
  /** Why it was published in spite of errors. */
  readonly override?: { readonly reason: string; readonly findings: readonly string[] }
  readonly content: ReleaseContent
}
