import type { Wording } from '../wording/wording.ts'
import type { Names } from '../workspace/names.ts'

/** Who a ledger names: a staff id as it is, a party, body or service in words. */
export function personWords(id: string, names: Names, wording: Wording): string {
  const [, kind = '', rest = ''] = /^[@?]([a-z-]+)(?::(.*))?$/.exec(id) ?? []
  if (kind === '') return id
  if (kind === 'body') return names.body(rest)
  return wording.find(`party.${kind}`, { name: rest }) ?? id
}

/** The people that a sentence offers. */
export function peopleWords(
  ids: readonly string[],
  names: Names,
  wording: Wording,
): readonly string[] {
  if (ids.length === 0) return [wording.say('word.nobody')]
  return ids.map((id) => personWords(id, names, wording))
}
