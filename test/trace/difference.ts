/**
 * Where two values of plain data first differ, as a path; null when they are equal, the order of keys
 * included. `known` are two values that were found equal before: what was only handed on from them
 * need not be looked at again, so that a long walk compares every step at the cost of its changes.
 */
export function differenceOf(
  one: unknown,
  other: unknown,
  known?: readonly [unknown, unknown],
): string | null {
  if (Object.is(one, other)) return null
  if (!isRecord(one) || !isRecord(other) || Array.isArray(one) !== Array.isArray(other)) return ''
  const [knownOne, knownOther] = known ?? []
  if (one === knownOne && other === knownOther) return null
  const keys = Object.keys(one)
  const others = Object.keys(other)
  if (keys.length !== others.length) return ''
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? ''
    if (others[index] !== key) return `.${key}`
    const inside =
      isRecord(knownOne) && isRecord(knownOther)
        ? differenceOf(one[key], other[key], [knownOne[key], knownOther[key]])
        : differenceOf(one[key], other[key])
    if (inside !== null) return `.${key}${inside}`
  }
  return null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
