import type { FileKind } from './migrations.ts'
import { CURRENT_FORMAT } from './migrations.ts'

/**
 * The id that a file's `$schema` carries and that the published JSON Schema has as its `$id`:
 * `urn:yichuang:1:workflow`. It names the shape and is no address, so a workspace can be moved
 * anywhere and no editor fetches anything; a text editor maps file names to the schemas that the
 * package carries under `schemas/`. Readers do not look at it: `format` decides.
 */
export function schemaIdOf(kind: FileKind): string {
  return `urn:yichuang:${CURRENT_FORMAT}:${kind}`
}
