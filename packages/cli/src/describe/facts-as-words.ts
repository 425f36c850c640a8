import type { Facts, Wording } from '../wording/wording.ts'

const SHOWN = 8

/** A list in a sentence; of a long one, the beginning and how many there are. */
export function listWords(items: readonly string[], wording: Wording): string {
  if (items.length === 0) return wording.say('word.none')
  if (items.length <= SHOWN) return wording.list(items)
  const shown = wording.list(items.slice(0, SHOWN))
  return wording.say('word.more', { shown, n: items.length })
}

/** The plain facts of a record: texts and numbers as they are, lists of them as words. */
export function plainFacts(record: object, wording: Wording): Facts {
  const facts: Record<string, string | number> = {}
  for (const [key, value] of Object.entries(record)) {
    if (typeof value === 'string' || typeof value === 'number') facts[key] = value
    else if (typeof value === 'boolean') facts[key] = wording.say(value ? 'word.yes' : 'word.no')
    else if (isTexts(value)) facts[key] = listWords(value, wording)
  }
  return facts
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((element) => typeof element === 'string')
}

/** `10 个工作日`. */
export function amountWords(
  amount: { readonly value: number; readonly unit: string },
  wording: Wording,
): string {
  const key = amount.value === 1 ? `unit-one.${amount.unit}` : `unit.${amount.unit}`
  return wording.find(key, { n: amount.value }) ?? `${amount.value} ${amount.unit}`
}

/** A value as it stands in a file. */
export function valueWords(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
