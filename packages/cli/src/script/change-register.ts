import type { Json, JsonObject } from '@yichuang/engine'
import { isObject } from './line-shapes.ts'

/** What dates and explains an entry, without saying what it is about. */
const ABOUT_TIME: readonly string[] = ['from', 'to', 'basis', 'note', 'evidence']

/**
 * The next edition of a register, from the differences alone: objects are taken key by key, an entry
 * of a list that is about the same thing (same duty and section, same post and section) is dated
 * anew, any other is added. The edition counts one up unless the change gives a number.
 */
export function changeRegister(before: JsonObject, change: JsonObject): Json {
  const edition = Number(before['edition'] ?? 0) + 1
  return merged(before, { edition, ...change })
}

/** A register in full says its format; without it, the object is a change of the one in force. */
export function isWhole(register: JsonObject): boolean {
  return Object.hasOwn(register, 'format')
}

function merged(before: Json | undefined, change: Json): Json {
  if (isList(before) && isList(change)) return mergedLists(before, change)
  if (!isObject(before) || !isObject(change)) return change
  const keys = Object.entries(change).map(([key, value]) => {
    const old = Object.hasOwn(before, key) ? before[key] : undefined
    return [key, merged(old, value)] as const
  })
  return { ...before, ...Object.fromEntries(keys) }
}

function mergedLists(before: readonly Json[], change: readonly Json[]): Json {
  const list = [...before]
  for (const entry of change) {
    const at = list.findLastIndex((old) => isAboutTheSame(old, entry))
    if (at < 0) list.push(entry)
    else list[at] = merged(list[at], entry)
  }
  return list
}

function isAboutTheSame(old: Json, entry: Json): boolean {
  if (!isObject(old) || !isObject(entry)) return false
  const subject = (value: JsonObject): string =>
    JSON.stringify(
      Object.entries(value)
        .filter(([key]) => !ABOUT_TIME.includes(key))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  return subject(entry) !== '[]' && subject(old) === subject(entry)
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
