import type { ModelFault } from '@yichuang/engine'

/** A file or folder that cannot be taken in as it lies on disk; `file` is relative to the workspace. */
export type FileFault = {
  readonly file: string
} & (
  | { readonly kind: 'file-missing' }
  | { readonly kind: 'folder-missing' }
  /** A link could lead out of the workspace. */
  | { readonly kind: 'file-is-link' }
  | { readonly kind: 'not-a-file' }
  | { readonly kind: 'file-unreadable'; readonly code: string }
  | { readonly kind: 'too-many-files'; readonly limit: number }
  /** The id inside is not the name of the file. */
  | {
      readonly kind: 'id-differs-from-name'
      readonly id: string
      readonly name: string
      readonly at: string
      readonly line: number
      readonly column: number
    }
)

/** Anything that keeps a file of the workspace from being used. */
export type InputFault = ModelFault | FileFault

const FILE_KINDS: readonly FileFault['kind'][] = [
  'file-missing',
  'folder-missing',
  'file-is-link',
  'not-a-file',
  'file-unreadable',
  'too-many-files',
  'id-differs-from-name',
]

export function isFileFault(fault: InputFault): fault is FileFault {
  return FILE_KINDS.some((kind) => kind === fault.kind)
}
