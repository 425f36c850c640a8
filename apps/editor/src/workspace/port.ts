import type { Result } from '@yichuang/engine'

/** A file as it stands on disk; `hash` names exactly this text. */
export interface StoredFile {
  readonly text: string
  readonly hash: string
}

/** Every JSON file of a workspace by its relative path. */
export interface StoredWorkspace {
  readonly name: string
  readonly files: Readonly<Record<string, StoredFile>>
}

/** Why a workspace could not be reached at all. */
export type Unreachable = { readonly kind: 'not-allowed' } | { readonly kind: 'no-answer' }

/** Why a file was not written. `text` is what stands on disk now; null when the file is gone. */
export type WriteRefusal =
  | {
      readonly kind: 'changed-elsewhere'
      readonly hash: string | null
      readonly text: string | null
    }
  | { readonly kind: 'unreadable'; readonly faults: readonly unknown[] }
  /** The disk, or the rules of the server, do not let this file be written. */
  | { readonly kind: 'cannot-write' }
  | Unreachable

export interface ReleaseRequest {
  readonly note: string
  readonly preparedBy: string
  readonly approvedBy: string
  readonly effectiveFrom: string
  /** Why it is published although errors stand. */
  readonly override?: string
}

export interface Published {
  readonly number: number
  readonly path: string
}

export type ReleaseRefusal =
  | { readonly kind: 'findings'; readonly findings: readonly unknown[] }
  /** Files of the workspace, or the request itself, cannot be read. */
  | { readonly kind: 'unreadable'; readonly faults: readonly unknown[] }
  | { readonly kind: 'cannot-write' }
  | Unreachable

/** A file that somebody else wrote or removed (`hash` null). */
export interface FileChange {
  readonly path: string
  readonly hash: string | null
}

/** Where the workspace is kept. The editor knows no other door to the disk. */
export interface WorkspacePort {
  read(): Promise<Result<StoredWorkspace, Unreachable>>
  /** `base` is the hash that the edit started from; null for a new file. Gives the new hash. */
  write(path: string, text: string, base: string | null): Promise<Result<string, WriteRefusal>>
  remove(path: string, base: string | null): Promise<Result<null, WriteRefusal>>
  /** Calls back at each change that is made outside; gives the function that stops it. */
  watch(onChange: (change: FileChange) => void): () => void
  release(request: ReleaseRequest): Promise<Result<Published, ReleaseRefusal>>
}
