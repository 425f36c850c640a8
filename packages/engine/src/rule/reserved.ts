import { functionNames } from './functions.ts'

/** Words of FEEL, names it gives a meaning to, and names every object answers to. */
const words: ReadonlySet<string> = new Set([
  'and',
  'between',
  'else',
  'every',
  'external',
  'false',
  'for',
  'function',
  'if',
  'in',
  'instance',
  'item',
  'null',
  'of',
  'or',
  'partial',
  'return',
  'satisfies',
  'some',
  'then',
  'time',
  'true',
])

/** A name that every JavaScript object answers to. */
export function isObjectName(name: string): boolean {
  return name in Object.prototype
}

/** Whether a field may not have that id, because an expression would read it as something else. */
export function reservedFieldName(id: string): boolean {
  return words.has(id) || functionNames.includes(id) || isObjectName(id)
}
