import { fail, type ModelFault, ok, type Result, readJson, type Vault } from '@yichuang/engine'

/** Reads what `run --vault` wrote: values and salts by commitment. */
export function readVault(source: Uint8Array, file: string): Result<Vault, readonly ModelFault[]> {
  const read = readJson(source, { file })
  if (!read.ok) return read
  const { value } = read.value
  const isVault =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(
      (entry) => typeof entry === 'object' && entry !== null && 'salt' in entry,
    )
  if (isVault) return ok(value as unknown as Vault)
  const at = { file, path: [], at: '', line: 1, column: 1 }
  return fail([{ ...at, kind: 'wrong-type', found: 'object', expected: ['object'] }])
}
