type OptionalKey<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T]

/** The same record without one of its optional keys; the record itself when the key is not there. */
export function without<T extends object>(record: T, key: OptionalKey<T>): T {
  if (!(key in record)) return record
  const copy = { ...record }
  delete copy[key]
  return copy
}

/** The same index without one of its keys; the index itself when the key is not there. */
export function withoutKey<T>(
  index: Readonly<Record<string, T>>,
  key: string,
): Readonly<Record<string, T>> {
  if (!Object.hasOwn(index, key)) return index
  const { [key]: _, ...rest } = index
  return rest
}

/** The same record with some values mapped; the record itself when none changed. */
export function mapValues<T>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => T,
): Readonly<Record<string, T>> {
  let changed = false
  const entries = Object.entries(record).map(([key, value]) => {
    const next = change(value, key)
    if (next !== value) changed = true
    return [key, next] as const
  })
  return changed ? Object.fromEntries(entries) : record
}
