import type { CaseEvent, Json } from '@yichuang/engine'

/** Where a ledger names the place: of the command that opened it, and of the groups asked. */
const OF_THE_PLACE: readonly string[] = ['town', 'centre', 'section']

/** Which release and which editions of the registers it ran on: hashes. */
const OF_THE_EDITION: readonly string[] = ['release', 'workflow', 'editions']

/** Who may act: as many as the section has, which is a matter of the town. */
const OF_THE_POOL: readonly string[] = ['owner', 'pool']

/** Who acted, took over, or stepped aside: one by one. */
const OF_THE_PERSON: readonly string[] = ['by', 'people', 'person', 'to']

/**
 * What a ledger says apart from the town it ran in. A name of staff becomes “staff”, a pool of staff
 * one “staff”: two duties may be one section here and two sections there. Seats, posts, duties, the
 * number of people who acted, parties and outside bodies stay.
 */
export function withoutTown(ledger: readonly CaseEvent[], staff: ReadonlySet<string>): Json {
  const strip = (value: Json, key: string, inLine = false): Json => {
    const isOfPool = OF_THE_POOL.includes(key) || (inLine && key === 'people')
    if (typeof value === 'string') {
      const mayName = isOfPool || OF_THE_PERSON.includes(key)
      return mayName && staff.has(value) ? 'staff' : value
    }
    if (Array.isArray(value)) {
      const elements = value.map((element: Json) => strip(element, key, inLine || key === 'line'))
      return isOfPool ? [...new Set(elements)] : elements
    }
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !OF_THE_PLACE.includes(name) && !OF_THE_EDITION.includes(name))
        .map(([name, member]) => [name, strip(member, name, inLine)]),
    )
  }
  // Events are plain JSON by construction.
  return strip(ledger as unknown as Json, '')
}
