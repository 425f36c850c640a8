import { formatFile, type Release } from '@yichuang/engine'

/** The text of `releases/<n>.json`: the release with its hash, in the canonical layout. */
export function exportRelease(release: Release): string {
  return formatFile('release', release)
}
