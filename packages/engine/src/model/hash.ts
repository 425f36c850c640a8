import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonical } from './canonical.ts'
import type { Hash } from './release.ts'

/** The content hash of a value: SHA-256 over its canonical form in UTF-8, tagged `sha256:`. */
export function hashOf(value: unknown): Hash {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonical(value))))}`
}
